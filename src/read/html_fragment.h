// A piece of HTML that is all article, as feeds and mails hold it.
#pragma once

#include <string>
#include <string_view>

#include "sayso/error.h"

namespace sayso {

// Its paragraphs joined by an empty line, as of a page's article: <q> with its marks, entities decoded, white space collapsed. Scripts
// and what is hidden are left out, and lines that no article holds ("Read more"). Errors: as HtmlTree::parse.
Result<std::string> fragment_text(std::string_view html);

// All words of it on one line: of titles.
Result<std::string> fragment_line(std::string_view html);

}  // namespace sayso
