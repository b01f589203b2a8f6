// Where a quotation that nobody closed must have ended.
#pragma once

#include <cstddef>
#include <string_view>

namespace sayso::quotation {

// The byte behind the comma, question or exclamation mark of `text` that an attribution follows (", he said."), the
// earliest one; npos where there is none. `at_end_only`: only an attribution that ends the text counts. Linear.
std::size_t find_attribution(std::string_view text, bool at_end_only);

}  // namespace sayso::quotation
