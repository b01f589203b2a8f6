// A line of JSON -> two wordings to compare.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/document.h"
#include "sayso/error.h"
#include "trace/wording.h"

namespace sayso::trace {

// Where the words stand: between the marks, in code points of the document's text.
struct PrintedAt {
  std::string document;  // its id
  Span quoted;
};

struct WordingPair {
  std::string id;  // as JSON: "\"v001\"", "7"; "null" where there is none
  Wording a, b;
  std::optional<PrintedAt> at_a, at_b;
};

// Reads {"id", "a": {"text", "before", "after", "outlet", "date", "speaker", "doc", "begin", "end"}, "b": {…}}; all but the texts is optional.
// Bytes that are no UTF-8 become U+FFFD. Error malformed: no JSON object, or a text is missing. `where` names the line.
Result<WordingPair> read_pair(std::string_view line, const std::string& where);

}  // namespace sayso::trace
