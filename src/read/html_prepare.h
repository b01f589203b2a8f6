// What is done to a page before it is parsed: limits are checked and markup that only costs is taken out.
#pragma once

#include <string>
#include <string_view>

#include "sayso/error.h"

namespace sayso {

inline constexpr std::size_t kMaxHtmlBytes = std::size_t{10} << 20;
inline constexpr std::size_t kMaxHtmlDepth = 2000;  // open elements at any point
// Tags and attributes together; the parser takes up to 700 bytes of memory for each. Long articles have 20,000.
inline constexpr std::size_t kMaxHtmlPieces = 500'000;

// A copy of the page without inline formatting (<b>, <font>, …), <svg> and <math>. These say nothing about the text;
// and HTML5 makes parsers reopen unclosed formatting in every paragraph, which is quadratic in memory.
// Errors: too_large for pages over the limits above, or whose nesting would cost the parser too much time.
Result<std::string> prepare_html(std::string_view html);

}  // namespace sayso
