// What a common noun speaks of when it is a source: people, a body, a document.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/words/gender.h"

namespace sayso {

enum class NounKind : std::uint8_t { other, person, organization, document, expression };

struct Noun {
  NounKind kind = NounKind::other;
  bool plural = false;
  Gender gender = Gender::unknown;
};

// Lower-cased, singular or plural: "officials", "spokeswoman", "company", "poll". An expression is somebody's own words
// or mind ("remarks", "tweet", "view"): who owns it speaks.
Noun noun(std::string_view word);

// "senators" -> "senator", "men" -> "man", "agencies" -> "agency"; as it stands where no ending is known.
std::string_view singular(std::string_view word);

}  // namespace sayso
