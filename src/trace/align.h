// Alignment of two wordings word by word: which word of one is which of the other.
//
// Local alignment with affine gaps (Smith & Waterman 1981, Gotoh 1982): agreements count by rarity, so that shared rare
// words pay for long gaps and shared function words do not. Both ends are free: a wording may be cut at either. Gaps are
// nearly free at an ellipsis and beside brackets. Long wordings are first tied together by runs of words that both have
// once, in order (patience chaining); only what lies between is aligned cell by cell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "trace/words.h"

namespace sayso::trace {

struct Pair {
  std::uint32_t a = 0, b = 0;  // indexes of words that are equal, or equal but for a contraction
  friend bool operator==(const Pair&, const Pair&) = default;
};

// Both ascending. Time and memory: at most kMostCells cells a stretch between anchors, n log n beside; a stretch that has
// more is left unaligned.
inline constexpr std::size_t kMostCells = std::size_t{4} << 20;
std::vector<Pair> align(const std::vector<Word>& a, const std::vector<Word>& b);

// The same word, or a form that "'s" and "'d" can stand for.
bool same_word(const Word& a, const Word& b);

}  // namespace sayso::trace
