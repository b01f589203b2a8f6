// Who is on the reader's mind: candidates for "he", "they" and "it", by nearness and role.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "extract/entities.h"
#include "extract/word_forms.h"

namespace sayso {

// An entity put on the reader's mind at a token, with what it weighs there.
struct Event {
  std::uint32_t token = 0;
  std::uint32_t entity = kNoEntity;
  float weight = 1;
};

class Salience {
 public:
  Salience(const WordForms& forms, const NameTable& names);

  // Somebody spoke: weighs more than any mention. Tokens must not decrease from call to call.
  void spoke(std::uint32_t token, std::uint32_t entity);

  // A pronoun in running text was read as an entity.
  void pronoun(std::uint32_t token, std::uint32_t entity);

  // The best of those that `fits` accepts (gives a factor above 0), before `token`, at most kReach mentions back; kNoEntity for nobody.
  // Mentions inside `content`, what this source said, weigh little: people seldom name themselves.
  using Fits = std::function<float(std::uint32_t entity)>;  // 0: not; else a factor
  std::uint32_t best(std::uint32_t token, std::span<const TokenRange> content, const Fits& fits) const;

  // The first acceptable one after `token`, in its paragraph or the next.
  std::uint32_t next(std::uint32_t token, const Fits& fits) const;

 private:
  static constexpr std::size_t kReach = 48;
  float weight(std::uint32_t mention) const;
  float faded(const Event& event, std::uint32_t token) const;

  const WordForms& f_;
  const NameTable& n_;
  std::vector<Event> spoken_;
  std::vector<Event> mentioned_;
};

}  // namespace sayso
