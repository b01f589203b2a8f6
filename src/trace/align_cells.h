// Alignment cell by cell: Gotoh's three states, all cells of a stretch. See align.h.
#pragma once

#include <cstdint>
#include <vector>

#include "trace/align.h"

namespace sayso::trace {

// A stretch of a wording's words, [begin, end).
struct Stretch {
  const std::vector<Word>& words;
  std::uint32_t begin = 0, end = 0;
  std::uint32_t size() const { return end - begin; }
};

// Which ends of the two stretches are tied together, so that gaps there cost something.
enum class Ends { neither, first, second, both };

// Appends the pairs of the best alignment; nothing if it has more than kMostCells cells.
void align_cells(Stretch a, Stretch b, Ends tied, std::vector<Pair>& out);

}  // namespace sayso::trace
