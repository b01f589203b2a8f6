// Text in HTML, and a document's text with its statements marked.
#pragma once

#include <string>
#include <string_view>

#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso::formats {

// Fit for elements and quoted attributes. Characters that HTML does not allow become U+FFFD, CR LF becomes LF.
void append_escaped(std::string& out, std::string_view text);

// The whole text; every stretch of it that is part of a statement is a <span> with the statements' numbers in data-s.
// `prefix` makes the anchors of this document different from those of others on the page.
void append_marked_text(std::string& out, const Document& document, const Extraction& extraction,
                        std::string_view prefix);

}  // namespace sayso::formats
