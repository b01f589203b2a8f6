// The text of a document as TEI: paragraphs with what belongs to statements marked in place.
#pragma once

#include <string>
#include <string_view>

#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso::formats {

// Fit for elements and attributes of XML 1.0; characters that it does not allow become U+FFFD.
void append_xml(std::string& out, std::string_view text);

// <p>…</p> for each block between blank lines. `anchor` begins all identifiers. Marks that cross each other or a paragraph's end are
// cut there; the pieces of one content are chained by @next and @prev.
void append_tei_paragraphs(std::string& out, const Document& document, const Extraction& extraction, std::string_view anchor);

}  // namespace sayso::formats
