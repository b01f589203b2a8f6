// What a document and its statements are called in pages, in XML and in linked data: different for different documents, the same in
// every run.
#pragma once

#include <string>

#include "sayso/document.h"

namespace sayso::formats {

std::string anchor_of(const Document& document);  // "d" and 16 hexadecimal digits: fit for an XML or HTML id

// Its address on the web, with what IRIs do not allow in percent signs; of a document without one a urn:uuid made of what it says of itself.
std::string iri_of(const Document& document);
std::string iri_of(const Document& document, std::size_t statement);  // urn:uuid

}  // namespace sayso::formats
