// Words: the grid on which models label and scorers count, \w+|[^\w\s] in Python's sense.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/code_points.h"

namespace sayso {

// A run of word characters (letters, numbers, underscore), or one other character that is no white space. Of more than kLongestRun
// such in a row, which are no text, the last token is what is left of them.
// Half-open code points [begin, end) and the same place in bytes.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t byte = 0;
  std::uint32_t byte_end = 0;

  Span span() const { return {begin, end}; }
  std::string_view in(std::string_view utf8) const { return utf8.substr(byte, byte_end - byte); }
};

inline constexpr std::size_t kLongestRun = 256;

// What the grid is made of. Letters and numbers of every script; combining marks are not among them, as in Python's re.
bool is_word(char32_t c);
bool is_space(char32_t c);

// Appends the tokens of `within` to `out`. Linear.
void tokenize(const CodePoints& text, Span within, std::vector<Token>& out);

}  // namespace sayso
