// Pull quotes: words of the article that are shown once more, set off.
#pragma once

#include <vector>

#include "read/html_blocks.h"
#include "read/html_hints.h"

namespace sayso {

// For each block, whether it stands in a pull quote (a <blockquote>, an <aside> or <figure> with one, or what is named so) whose words
// the article's other blocks have as well. Linear.
std::vector<bool> repeats_of(const HtmlTree& page, HtmlHints& hints, const std::vector<HtmlBlock>& blocks);

}  // namespace sayso
