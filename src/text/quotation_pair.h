// Second step of reading quotation marks: which candidate opens, which closes it, which are no marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/quotation_scan.h"

namespace sayso::quotation {

// What is doubtful about the candidate `at`; made into a Warning where offsets and words are known.
struct Doubt {
  enum Kind : std::uint8_t { unopened, doubled, turned, mixed, stray, too_deep } kind;
  std::uint32_t at;
};

// Decides the double marks, guillemets and corners of one stretch: role, partner, limit. Linear.
void pair_doubles(std::string_view utf8, std::vector<Candidate>& marks, std::vector<Doubt>& doubts);

// The same for single marks, once the double ones are known: a pair of singles never crosses a pair of doubles. Linear.
void pair_singles(std::string_view utf8, std::vector<Candidate>& marks, std::vector<Doubt>& doubts);

}  // namespace sayso::quotation
