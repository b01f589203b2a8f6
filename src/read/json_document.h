// A JSON object -> a document, by the usual names of fields.
#pragma once

#include <simdjson.h>

#include <string_view>
#include <utility>
#include <vector>

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
  // {"doc": {…}}, gives that document. Errors: malformed, for broken JSON and where there is no text.
  // Bytes that are no UTF-8 and lone surrogates are repaired, with a warning.
  Result<Document> read(std::string_view json, std::string_view path);

 private:
  simdjson::error_code parse(std::string_view json, std::uint32_t& replaced);

  std::vector<FieldName> map_;
  simdjson::dom::parser parser_;
  simdjson::dom::element root_;
  simdjson::padded_string repaired_;
};

// The message of an object without text.
inline constexpr std::string_view kNoText = "no text field";

}  // namespace sayso
