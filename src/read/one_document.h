// The bytes of one text or page -> a document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/kind.h"
#include "sayso/document.h"
#include "sayso/error.h"
#include "sayso/reader.h"

namespace sayso {

// What is read of a document of that kind: a page that is too large for its parser need not be read to its end.
std::size_t most_bytes(InputKind kind, const ReadOptions& options);

// A page for InputKind::html, else a text. `charset`: what the transport says of the encoding; it goes before what the page says.
Result<Document> document_of_bytes(std::string&& bytes, InputKind kind, std::string_view charset = {}, bool provenance = false);

// What every kind of document gets at the end: options, hash as id, language, warnings for odd characters.
void finish_document(Document& document, const ReadOptions& options);

}  // namespace sayso
