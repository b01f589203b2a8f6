// The stretch that two wordings share, and where they differ inside it.
#pragma once

#include <cstdint>
#include <vector>

#include "trace/align.h"
#include "trace/words.h"

namespace sayso::trace {

struct Range {
  std::uint32_t begin = 0, end = 0;  // indexes of words
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
};

// Words between two that agree; one side may be empty, not both.
struct Difference {
  Range a, b;
};

struct Shared {
  Range a, b;                          // empty where nothing agrees
  std::vector<Pair> pairs;             // words that agree, inside
  std::vector<Difference> differences; // in order
  bool moved = false;                  // the first and the last of them are the same words
  // Words cut off outside the stretch, at the beginning and the end.
  Range a_before, a_after, b_before, b_after;
};

// The stretch from the first to the last agreement; a few odd words of both at one end are a difference, not two cuts.
Shared shared_stretch(const Words& a, const Words& b, std::vector<Pair> pairs);

}  // namespace sayso::trace
