// How far quotations reach that have no closing mark.
#pragma once

#include <cstdint>
#include <vector>

#include "text/code_points.h"
#include "text/quotation_scan.h"

namespace sayso::quotation {

// Code point behind the last one of the bytes [from, to) that is no white space; that of `from` if all are.
std::uint32_t end_of_words(const CodePoints& text, std::size_t from, std::size_t to);

// Code point where the unclosed quotation that `mark` opens ends: at its limit or the end of its stretch, or before
// that where an attribution or the end of a fragment's sentence shows that it must have ended.
std::uint32_t end_of_unclosed(const CodePoints& text, const Stretch& stretch, const std::vector<Candidate>& marks,
                              const Candidate& mark);

}  // namespace sayso::quotation
