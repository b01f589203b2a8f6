// Pronouns as sources and addressees.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/words/gender.h"

namespace sayso {

enum class PronounKind : std::uint8_t { singular, plural, thing, speaker, hearer, relative };

struct Pronoun {
  PronounKind kind = PronounKind::singular;
  Gender gender = Gender::unknown;
};

// Lower-cased: he, him, his, she, her, hers; they; it; I, we, me; you; who, which, that.
std::optional<Pronoun> pronoun(std::string_view word);

}  // namespace sayso
