// How wide text is on a terminal, and how it wraps.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::formats {

// 0 for combining marks and other characters that take no place, 2 for wide ones (CJK, most emoji), 1 for the others.
unsigned columns_of(char32_t c);
std::size_t columns_of(std::string_view utf8);

// On one line and safe to print: white space runs become one space, control characters U+FFFD.
std::string one_line(std::string_view text);
// At most `columns`, with "…" where something is cut off.
std::string clipped(std::string_view line, std::size_t columns);

// Breaks at spaces into lines of at most `columns`; words that are wider are broken anywhere.
std::vector<std::string> wrapped(std::string_view line, std::size_t columns);

}  // namespace sayso::formats
