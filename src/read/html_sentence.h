// What an element within running text is: a name that a sentence goes on over, a mark that leads to a footnote.
#pragma once

#include <cstdint>

#include "read/html_tree.h"

namespace sayso {

// A few words that the sentence around them needs: `said <button>Ann Cole</button>, "and…"`. False for elements outside a paragraph.
bool is_part_of_sentence(const HtmlTree& page, std::uint32_t node);

// <sup>1</sup>, <sup>[2]</sup>, <sup><a>*</a></sup>, but not m², 10⁶ or 1st.
bool is_footnote_mark(const HtmlTree& page, std::uint32_t node);

}  // namespace sayso
