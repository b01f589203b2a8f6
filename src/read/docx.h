// Word documents (.docx, ECMA-376) -> documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sayso/document.h"
#include "sayso/error.h"

namespace sayso {

// A line a paragraph, with blank lines between; what was struck out by tracked changes, footnotes and comments are left out. Title and
// authors as the document's properties have them. Errors: malformed, too_large.
Result<Document> document_of_docx(std::string_view bytes);

// A paragraph with words in it.
struct DocxParagraph {
  std::size_t begin = 0;     // byte of the document's text
  std::uint32_t number = 0;  // from 1, as Word counts: those without words too
};

// Of the same document, in its order. Errors as above.
Result<std::vector<DocxParagraph>> paragraphs_of_docx(std::string_view bytes);

}  // namespace sayso
