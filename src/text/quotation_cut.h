// Where a quotation that nobody closed must have ended.
#pragma once

#include <cstddef>
#include <string_view>

namespace sayso::quotation {

inline constexpr std::size_t kNowhere = std::string_view::npos;

// The byte behind the comma, question or exclamation mark of `text` that an attribution follows (", he said."), the
// earliest one; kNowhere where there is none. `at_end_only`: only an attribution that ends the text counts. Linear.
std::size_t find_attribution(std::string_view text, bool at_end_only);

// The byte behind the sentence that `text` begins in, if it begins with a lower-case letter: a fragment hardly ever
// runs over the end of the sentence that quotes it. Otherwise kNowhere. Linear.
std::size_t find_fragment_end(std::string_view text);

}  // namespace sayso::quotation
