// A line of JSON -> two wordings to compare.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "sayso/error.h"
#include "trace/wording.h"

namespace sayso::trace {

struct WordingPair {
  std::string id;  // as JSON: "\"v001\"", "7"; "null" where there is none
  Wording a, b;
};

// Reads {"id", "a": {"text", "before", "after", "outlet", "date", "speaker"}, "b": {…}}; all but the texts is optional.
// Bytes that are no UTF-8 become U+FFFD. Error malformed: no JSON object, or a text is missing. `where` names the line.
Result<WordingPair> read_pair(std::string_view line, const std::string& where);

}  // namespace sayso::trace
