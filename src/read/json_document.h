// A JSON object -> a document, by the usual names of fields.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "read/own_json.h"
#include "sayso/document.h"
#include "sayso/error.h"
#include "sayso/reader.h"

namespace sayso {

// Parses objects one after another, reusing its memory.
class JsonDocuments {
 public:
  // `map` goes before the usual names; it is copied.
  explicit JsonDocuments(std::vector<FieldName> map = {}) : map_(std::move(map)) {}

  // `json` lies in memory with simdjson's padding behind it. An object with one of our own documents in it,
  // {"doc": {…}}, gives that document, with its statements where it has them. Errors: malformed, for broken JSON and where there is no text.
  // Bytes that are no UTF-8 and lone surrogates are repaired, with a warning.
  Result<Document> read(std::string_view json, std::string_view path);

  // After read(): whether `json` is the next line of the same document of ours; if so, its statement is added. What is wrong with it is
  // an error of finish().
  bool goes_on_with(std::string_view json);
  // Instead of what read() gave, where that document is one of ours.
  bool has_own() const { return own_.has_value(); }
  Result<Document> finish();

 private:
  Result<Document> begin_own(simdjson::dom::object object);
  simdjson::error_code parse(std::string_view json, std::uint32_t& replaced);

  std::vector<FieldName> map_;
  simdjson::dom::parser parser_;
  simdjson::dom::element root_;
  simdjson::padded_string repaired_;
  std::optional<OwnDocument> own_;
  std::optional<Error> failed_;
};

// The message of an object without text.
inline constexpr std::string_view kNoText = "no text field";
// And of a line that `sayso extract --format jsonl` has written.
inline constexpr std::string_view kNoTextOfStatement = "a statement without its document's text; json has it, as has jsonl of `sayso export`";

}  // namespace sayso
