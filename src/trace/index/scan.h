// Looking for a quotation by reading all prints of a segment: for what the postings cannot promise to find.
#pragma once

#include <span>
#include <vector>

#include "trace/index/lookup.h"

namespace sayso::trace {

// The very words, wherever they stand; the first `most`. Linear, at the speed of memory.
std::vector<Hit> scan_exact(const Segment& segment, std::span<const Print> quotation, std::size_t most);

// Stretches that are the quotation with at most `edits` words put in, left out or exchanged, the best one of each
// document: bit-parallel (Myers 1999, Hyyrö 2003). Of a quotation longer than kMostScanned words the first ones are
// looked for. Linear.
inline constexpr std::size_t kMostScanned = 64;
std::vector<Hit> scan_near(const Segment& segment, std::span<const Print> quotation, std::uint32_t edits,
                           std::size_t most);

}  // namespace sayso::trace
