// Quotations in boxes that would be left out with them.
#pragma once

#include <cstdint>
#include <vector>

#include "read/html_blocks.h"
#include "read/html_hints.h"

namespace sayso {

// Of the boxes that stand between the paragraphs of the article below `root`, those paragraphs lose their `skip` that open with a quotation mark
// and say who speaks; comments and lists of other articles keep it. `hopeless`: what was skipped whatever it is named. Whether any was found.
bool rescue_quotations(const HtmlTree& page, HtmlHints& hints, std::uint32_t root, const std::vector<HtmlBlock>& body, std::vector<bool>& hopeless,
                       std::vector<bool>& skip);

}  // namespace sayso
