// Code in a draft: commands, names of files, programs. Its marks and stops are none of the writer's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/kind.h"
#include "sayso/document.h"
#include "sayso/provenance.h"

namespace sayso::lint {

// Where code stands in the file, ascending: what <code>, <pre>, <kbd>, <samp> and <tt> hold in HTML and Markdown, code
// spans in Markdown. Nothing in other kinds. `utf8` must be valid. Linear.
std::vector<ByteRange> code_in(std::string_view utf8, InputKind kind);

// The document's text with "_" for each quotation mark and each stop that stands in these bytes; its code points stay
// where they are. The origin of the document must be known.
std::string without_marks_in(const Document& document, const std::vector<ByteRange>& code);

}  // namespace sayso::lint
