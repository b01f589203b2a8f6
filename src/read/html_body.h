// The article of a page: its headline's and body's paragraphs, without what surrounds it.
#pragma once

#include <string>

#include "read/html_metadata.h"

namespace sayso {

// Paragraphs joined by an empty line, the headline first if the page has one; <q> with marks, entities decoded,
// white space collapsed. Empty where the page has no text.
// How: every block of text is worth its words, less with links, little where it is short; the element whose blocks
// are worth most in sum is the article (after maximum subsequence segmentation, Pasternack & Roth, WWW 2009).
// Inside it, boxes named as such (related, share, …) and blocks that are no prose are left out; a paragraph that opens
// with a quotation mark never is.
std::string article_text(const HtmlTree& page, const PageMetadata& metadata);

}  // namespace sayso
