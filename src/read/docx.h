// Word documents (.docx, ECMA-376) -> documents.
#pragma once

#include <string_view>

#include "sayso/document.h"
#include "sayso/error.h"

namespace sayso {

// A line a paragraph, with blank lines between; what was struck out by tracked changes, footnotes and comments are left out. Title and
// authors as the document's properties have them. Errors: malformed, too_large.
Result<Document> document_of_docx(std::string_view bytes);

}  // namespace sayso
