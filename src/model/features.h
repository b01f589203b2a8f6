// What the fast model sees of a word: its form, affixes, shape, place in the line and in quotation marks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/code_points.h"
#include "text/quotation_marks.h"
#include "text/tokens.h"

namespace sayso {

// Categories are small numbers with a documented limit; forms and affixes are hashes that the model's tables map to rows.
struct WordFeatures {
  std::uint64_t form = 0;    // of the lower-cased word with digits as 0 and quotation marks of all styles as one
  std::uint32_t prefix = 0;  // of its first three letters, with a mark where that is all of it
  std::uint32_t suffix = 0;  // of its last three
  std::uint8_t shape = 0;    // < kShapes
  std::uint8_t quote = 0;    // < kQuoteStates
  std::uint8_t layout = 0;   // < kLayouts: first of a paragraph | first of a sentence | space before | title paragraph
};

inline constexpr int kShapes = 10;
inline constexpr int kQuoteStates = 10;
inline constexpr int kLayouts = 16;

// One entry a token, in order. `paragraphs` are token ranges' first tokens, ascending. Linear in the text.
// Training reads these same features through training/tools, so that there is one definition of them.
std::vector<WordFeatures> word_features(const CodePoints& text, std::span<const Token> tokens,
                                        std::span<const std::uint32_t> paragraph_begins, const Quotations& quotations);

// Whether the word is a mark that begins or ends a quotation; not one of the apostrophes.
bool is_quotation_mark(const WordFeatures& word);
// Whether it is such a mark or stands between two.
bool in_quotation(const WordFeatures& word);

// The words of a content as a text of their own: what stood inside its quotation marks stands outside any now, what was
// nested in them once less so.
void step_inside_quotation(std::span<WordFeatures> words);

}  // namespace sayso
