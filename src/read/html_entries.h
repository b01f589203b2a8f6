// The entries of a live blog that no name calls so: siblings, three at least, each of which begins with its time.
#pragma once

#include <cstdint>
#include <vector>

#include "read/html_blocks.h"

namespace sayso {

// Their elements, sorted. `kept`: the blocks of the article.
std::vector<std::uint32_t> entries_of(const HtmlTree& page, const std::vector<HtmlBlock>& kept);

}  // namespace sayso
