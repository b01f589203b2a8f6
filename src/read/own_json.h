// Our own JSON, as `sayso extract --format json` and `sayso export` write it (docs/output.md): documents together with the statements that
// were found in them, which are taken as they are.
#pragma once

#include <simdjson.h>

#include <memory>
#include <optional>

#include "sayso/document.h"
#include "sayso/error.h"
#include "sayso/statement.h"
#include "text/code_points.h"

namespace sayso {

// Whether the object is a document with its statements (json), or the first line of one (jsonl).
bool is_own_document(simdjson::dom::object object);

// Puts a document together out of one object, or of the lines of one document.
class OwnDocument {
 public:
  // Errors: malformed, with the name of the key that is wrong. Spans must lie in the text, and every `text` be what stands there.
  static Result<OwnDocument> begun(simdjson::dom::object object);

  // Whether the object is the next statement of this document.
  bool goes_on_with(simdjson::dom::object object) const;
  Result<void> add_statement(simdjson::dom::object object);
  // The document with `given`. Error: malformed, where a parent is not there, or not as many lines as the first one says.
  Result<Document> finished() &&;

 private:
  std::unique_ptr<Document> document_ = std::make_unique<Document>();  // whose text stays where it is
  std::optional<CodePoints> text_;
  std::optional<std::uint64_t> lines_;  // that the document has
  Given given_;
};

}  // namespace sayso
