// Whether an entity of one document and a person or body of the record are the same.
//
// Pure functions over sketches (sketch.h): no database, no state, safe from any thread. Rules and figures:
// docs/record-identity.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/compared.h"
#include "record/sketch.h"

namespace sayso::record {

enum class Verdict : std::uint8_t { different, unsure, same };

struct Judgement {
  Verdict verdict = Verdict::unsure;
  double score = 0.0;                // 0 to 1: how sure it is that they are the same
  std::vector<std::string> reasons;  // for people, what weighs most first: "same full name", "both senator". Never empty
};

std::string_view name_of(Verdict verdict);

// Only `same` may merge; `unsure` is left apart, for a curator to see. The verdict is the same either way round.
Judgement judge(const Sketch& person, const Sketch& mention);
// The same, with the names of both as they are now.
Judgement judge(const Sketch& person, const Compared& known, const Sketch& mention, const Compared& found);

// Keys of an index in which everybody is found whom judge() could call the same: file a person under `filed` of every
// sketch it absorbed, look under `asked` of a mention. Two lists, so that Ann Cole finds "A. Cole" without finding
// every other A… Cole. At most kMaxKeys each, KIND:TEXT in folded letters (names.h). A name of one word is filed under
// "one:cole", which no full name asks for; with its context ("with:cole|hill council") it meets Ann Cole all the same.
// Common names have many candidates under one key: judge those with the most documents first and stop at a few dozen.
inline constexpr std::size_t kMaxKeys = 24;
struct Keys {
  std::vector<std::string> filed;
  std::vector<std::string> asked;
};
Keys keys_of(const Sketch& sketch);
Keys keys_of(const Sketch& sketch, const Compared& compared);

}  // namespace sayso::record
