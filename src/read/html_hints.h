// What class names and identifiers give away about an element.
#pragma once

#include <string_view>

#include "read/html_tree.h"

namespace sayso {

enum class HtmlHint { none, article, frame };

// `frame`: navigation, comments, related links, share and subscription boxes, advertisements, captions.
HtmlHint hint_of(const HtmlTree& page, std::uint32_t node);

// A line that belongs to the frame whatever stands around it: "Advertisement", "Read more: …", "Share this".
bool is_boilerplate(std::string_view line);

}  // namespace sayso
