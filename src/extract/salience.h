// Who is on the reader's mind: candidates for "he", "they" and "it", by where they were last named and who spoke.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "extract/candidates.h"
#include "extract/entities.h"
#include "extract/word_forms.h"

namespace sayso {

// Who is asked for, and from where.
struct Question {
  std::uint32_t token = 0;
  std::span<const TokenRange> content{};  // what the source that is asked for said: people seldom name themselves there
  Gender gender = Gender::unknown;
};

class Salience {
 public:
  Salience(const WordForms& forms, const NameTable& names);

  // Somebody spoke. Tokens must not decrease from call to call, of both kinds.
  void spoke(std::uint32_t token, std::uint32_t entity) { spoken_.push_back({token, entity, true}); }

  // A pronoun in running text was read as an entity.
  void pronoun(std::uint32_t token, std::uint32_t entity) { spoken_.push_back({token, entity, false}); }

  // A description in running text was read as an entity: "The crane operator went home."
  void described(TokenRange phrase, std::uint32_t entity);

  // Those that `fits` accepts, before the token of the question and at most kReach mentions back, the best first.
  using Fits = std::function<float(std::uint32_t entity)>;  // 0: not; else how well, 1 where nothing is against it
  std::vector<ScoredEntity> candidates(const Question& question, const Fits& fits) const;

  // The first of them; kNoEntity for nobody.
  std::uint32_t best(const Question& question, const Fits& fits) const;

  // The first acceptable one after `token`, in its paragraph or the next.
  std::uint32_t next(std::uint32_t token, const Fits& fits) const;

 private:
  static constexpr std::size_t kReach = 48;

  // An entity put on the reader's mind at a token: by its name, by having spoken, or as "he" or "she".
  struct Event {
    std::uint32_t token = 0;
    std::uint32_t entity = kNoEntity;
    bool speech = false;
    bool subject = true;
    bool acts = false, first = false, fresh = false, oblique = false, owner = false, quoted = false;
  };
  struct Tally;
  Event named(std::uint32_t mention) const;
  bool acts(const Mention& mention) const;
  bool is_identified(std::uint32_t token) const;
  bool owns(const Mention& mention) const;
  bool follows_saying(std::uint32_t token) const;
  std::vector<Tally> tally(const Question& question, const Fits& fits) const;
  Features features(const Tally& tally, const Question& question) const;
  void compare(const std::vector<Tally>& tallies, const Question& question, std::vector<ScoredEntity>& out) const;

  const WordForms& f_;
  const NameTable& n_;
  std::vector<Event> spoken_;
  std::vector<Event> mentioned_;
};

}  // namespace sayso
