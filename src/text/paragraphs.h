// Where paragraphs end. Plain text marks them in two ways: a line a paragraph, or hard-wrapped lines with blank lines
// between blocks. Which of both holds is decided for the whole text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/code_points.h"
#include "text/tokens.h"

namespace sayso {

// True for text whose single line ends are mere wraps: blocks of lines with blank lines between, where most lines that
// another one follows directly are 50 to 100 characters long, few of them end a sentence, and hardly any line is longer.
bool is_hard_wrapped(std::string_view utf8);

// Bytes of the line end at `at`: 1 for \n and \r, 2 for \r\n, 3 for U+2028 and U+2029, 0 where none stands.
std::size_t line_end_at(std::string_view utf8, std::size_t at);

// Whether the line that begins at `at` has nothing but white space; true at the end of the text.
bool is_blank_line(std::string_view utf8, std::size_t at);

// Index of the first token of each paragraph, ascending; the first one is 0. Linear.
std::vector<std::uint32_t> paragraph_begins(const CodePoints& text, std::span<const Token> tokens);

}  // namespace sayso
