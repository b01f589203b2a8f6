// What is done to a page before it is parsed: limits are checked and markup that only costs is taken out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/error.h"

namespace sayso {

inline constexpr std::size_t kMaxHtmlBytes = std::size_t{10} << 20;
inline constexpr std::size_t kMaxHtmlDepth = 2000;  // open elements at any point
// Tags and attributes that are kept; the parser takes up to 700 bytes of memory for each. Long articles have 20,000.
inline constexpr std::size_t kMaxHtmlPieces = 200'000;

struct PreparedHtml {
  // From `at` in the prepared text on, up to the next one, it is the page's from `from` on.
  struct Copied {
    std::uint32_t at = 0;
    std::uint32_t from = 0;
  };
  std::string text;
  std::vector<Copied> copied;  // sorted; only if asked for

  // Where in the page a byte of the text stands.
  std::uint32_t place(std::uint32_t at) const;
};

// A copy of the page without what says nothing about its text: NULs, comments, scripts but JSON-LD, styles, pictures, inline formatting
// (<b>, <font>, …), white space beside tags across which no text goes on, and all attributes but those of html_names.h. Most pages shrink to a quarter of their size, and HTML5
// makes parsers reopen unclosed formatting in every paragraph, which is quadratic in memory.
// Errors: too_large for pages over the limits above, or whose nesting would cost the parser too much time.
Result<PreparedHtml> prepare_html(std::string_view html, bool keep_places = false);

}  // namespace sayso
