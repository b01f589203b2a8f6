// Who talks with whom: a call, messages, questions and answers in court. In an exchange people take turns, and what
// they say often stands alone:
//
//   “You gave me your word,” Pell said.
//   “I gave you my word I would read it,” Straub answered.
//   “And did you?”                                            Pell
//   “All 212 pages.”                                          Straub
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/resolve.h"
#include "extract/statement_frame.h"
#include "extract/talk.h"

namespace sayso {

class Exchange {
 public:
  // `order`: the statements that stand in no other one, in reading order. Linear.
  Exchange(const WordForms& forms, const NameTable& names, const Resolver& resolver, const Talk& talk,
           std::span<const Attribution> attributions, std::span<const std::uint32_t> order);

  // The speaker of order[at], where turns tell; `written`: as its own words have it, perhaps unknown. Ask in order.
  Who speaker(std::size_t at, const Who& written) const;

  // Reads on to a token: where the story says who talk with each other.
  void read_settings(std::uint32_t end);

  // Tells who spoke order[at].
  void spoke(std::size_t at, const Who& who);

  // Of order[at], once spoken: the other one of its exchange.
  const Who& hearer(std::size_t at) const { return turns_[at].hearer; }

 private:
  struct Turn {
    std::uint32_t first = 0, last = 0;  // paragraphs of its content
    bool bare = false;                  // its paragraphs hold nothing else
    bool closes = false;                // its paragraph ends with it
    bool opens = false;                 // and begins with it
    bool quoted = false;                // begins with a mark
    bool asks = false;                  // a question
    bool answers = false;               // "replied"
    bool goes_on = false;               // "added"
    std::uint32_t run = 0;              // turns with nothing between them have one number
    bool talk = false;                  // its run is an exchange
    Who who, hearer;
  };
  void measure(Turn& turn, const Attribution& a) const;
  void find_runs();
  bool is_next(const Turn& turn, const Turn& next) const;
  Who other_in_run(std::size_t at, const Who& than) const;
  Who other_known(std::size_t at, const Who& than) const;
  Who called(std::size_t at) const;
  Who answered(std::size_t at) const;
  Who called_next(std::size_t at) const;
  bool may_be(std::size_t at, const Who& who) const;
  void meet(std::size_t at);
  Who by_turns(std::size_t at, const Who& written) const;
  bool fits(const Who& who, Gender gender) const;
  void learn_gender(const Attribution& a, const Who& who);
  bool is_met(std::uint32_t paragraph) const;
  void setting(std::uint32_t noun);
  void turned_to(std::uint32_t verb);
  void pair(const Who& one, const Who& other, std::uint32_t paragraph, bool set);
  const Attribution& attribution(std::size_t at) const { return attributions_[order_[at]]; }

  const WordForms& f_;
  const NameTable& n_;
  const Resolver& resolver_;
  const Talk& talk_;
  std::span<const Attribution> attributions_;
  std::span<const std::uint32_t> order_;
  FrameReader frames_;
  std::vector<Turn> turns_;
  Who one_, other_;                                                       // the two who talk at present, if any
  Gender one_gender_ = Gender::unknown, other_gender_ = Gender::unknown;  // as pronouns in their exchange tell
  std::uint32_t met_ = 0;                                                 // paragraph in which they last did
  bool is_set_ = false;                                                   // the story said so beforehand
  bool fresh_ = false;                                                    // and nobody has spoken since
  std::uint32_t read_ = 0;                                                // tokens read for settings
};

}  // namespace sayso
