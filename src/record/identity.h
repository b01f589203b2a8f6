// Whether an entity of one document and a person or body of the record are the same.
//
// Pure functions over sketches (sketch.h): no database, no state, safe from any thread. Rules and figures:
// docs/record-identity.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/sketch.h"

namespace sayso::record {

enum class Verdict : std::uint8_t { different, unsure, same };

struct Judgement {
  Verdict verdict = Verdict::unsure;
  double score = 0.0;                // 0 to 1: how sure it is that they are the same
  std::vector<std::string> reasons;  // for people, what weighs most first: "same full name", "both senator". Never empty
};

std::string_view name_of(Verdict verdict);

// Symmetric. Only `same` may merge; `unsure` is left apart, for a curator to see.
Judgement judge(const Sketch& person, const Sketch& mention);

// Keys under which an index finds everybody whom judge() could call the same: two sketches that share none are different
// people. A few each (at most kMaxKeys), bytes are lower-case ASCII where the name is in Latin letters. A key has the
// form KIND:TEXT. Names of one word have keys of their own kind ("one:cole"), found by no full name.
inline constexpr std::size_t kMaxKeys = 16;
std::vector<std::string> lookup_keys(const Sketch& sketch);

}  // namespace sayso::record
