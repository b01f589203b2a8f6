// What the comments of a draft silence: bytes of its file -> places of its text.
#pragma once

#include <string_view>
#include <vector>

#include "check/lint/check.h"
#include "check/lint/directives.h"
#include "sayso/document.h"

namespace sayso::lint {

// `file`: what the document was read from; the document's origin must be known. Linear but for a logarithm a directive.
std::vector<Silence> silences_of(const std::vector<Directive>& directives, std::string_view file,
                                 const Document& document);

}  // namespace sayso::lint
