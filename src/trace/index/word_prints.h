// Text -> one byte a word: what the index keeps of a text, and what a quotation is looked up by.
//
// A print is a hash of the word's letters and digits in lower case, 1 to 255. Apostrophes and points or commas between
// digits are left out ("don't" and "dont", "1,000" and "1000" are one), hyphens and all other marks part words,
// ideographs and kana are words of their own. Two words have the same print by chance once in 255 times, so four in a
// row that agree are nearly always the same words; what the index finds is read again in the text itself.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sayso::trace {

using Print = std::uint8_t;
inline constexpr Print kNoWord = 0;  // between documents

// Appends the prints of valid UTF-8. Linear.
void append_prints(std::string_view utf8, std::vector<Print>& out);

struct PlacedPrint {
  std::uint32_t begin = 0, end = 0;  // bytes of the word
  Print print = kNoWord;
};

// Of the first `most` words.
std::vector<PlacedPrint> placed_prints(std::string_view utf8, std::size_t most = SIZE_MAX);

}  // namespace sayso::trace
