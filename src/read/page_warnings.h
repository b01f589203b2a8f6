// What is odd about a page whose article is short: hidden behind a paywall, made by script, or not there.
#pragma once

#include <string_view>
#include <vector>

#include "read/html_metadata.h"
#include "read/html_tree.h"
#include "sayso/document.h"

namespace sayso {

// `paywall-truncated` at the text's end; `script-only-page` and `boilerplate-only` for the whole document.
void warn_of_page(const HtmlTree& page, const PageMetadata& metadata, std::string_view text, std::vector<Warning>& warnings);

}  // namespace sayso
