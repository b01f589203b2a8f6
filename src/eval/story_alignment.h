// Which predicted statement of a story stands for which one of the gold.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "eval/alignment.h"
#include "eval/story.h"

namespace sayso::eval {

// Where the words of the pieces begin. Nothing where a piece is not in the text.
// A piece without a number is looked for behind the one before it, then from the start.
std::optional<TokenSet> word_positions(std::u32string_view text, const GoldPassage& passage);
// Where the words of the spans begin, each span read by itself.
TokenSet word_positions(std::u32string_view text, const std::vector<Piece>& spans);

// F1 of two sets, 0 for two empty ones.
double overlap_f1(const TokenSet& a, const TokenSet& b);

// For each gold statement the index of its partner, -1 for none. One-to-one, greedily, best F1 first; of equal ones the
// last in the text, as in the reference. A partner has an F1 of 0.5 or more.
std::vector<std::int64_t> align_statements(const std::vector<TokenSet>& gold, const std::vector<TokenSet>& pred);

}  // namespace sayso::eval
