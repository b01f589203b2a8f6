// The phrase that is given as a source, taken apart: whom or what is its head?
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extract/entities.h"
#include "extract/word_forms.h"
#include "text/words/nouns.h"
#include "text/words/pronouns.h"

namespace sayso {

enum class HeadKind : std::uint8_t { nothing, names, pronoun, noun };

struct SourcePhrase {
  HeadKind head = HeadKind::nothing;
  std::vector<std::uint32_t> names;      // entities that speak, in order; more than one where they speak jointly
  std::optional<Pronoun> pronoun;
  Noun noun;                             // the head noun's entry
  std::uint32_t token = 0;               // the head's (last) token
  TokenRange core;                       // from behind the determiner to the head: "February report"
  bool definite = false;                 // the, this, his, Cole's
  bool quantified = false;               // a, two, some, many, one of
  bool two = false;                      // "the two", "both"
  std::optional<std::uint32_t> age;      // of "the 34-year-old": its number
  std::uint32_t owner = kNoEntity;       // "Cole's lawyer"
  std::optional<std::uint32_t> owner_pronoun;  // "her lawyer": its token
};

// Linear in the phrase. `ranges` are in text order.
SourcePhrase read_phrase(const WordForms& forms, const NameTable& names, std::span<const TokenRange> ranges);

}  // namespace sayso
