// jsonl: one object a statement, one line each, with the document it is from but not that document's text.
//
// Out of a record the first line of a document also has all that it takes to read the document back; where it has no statements, there
// is this line alone.
#include <optional>

#include "formats/selectors.h"
#include "formats/statement_json.h"
#include "formats/write.h"

namespace sayso::formats {
namespace {

void write_document(JsonWriter& json, const Document& document, bool with_text) {
  json.key("doc").begin_object();
  write_document_keys(json, document);
  if (with_text) json.key("text").string(document.text);
  json.end_object();
}

// With the number of the document's lines, which tells a reader whether all of them have come.
void write_rest(JsonWriter& json, const Extraction& extraction, const Kept& kept, std::size_t lines) {
  json.key("entities").begin_array();
  for (std::size_t i = 0; i < extraction.entities.size(); ++i) write_entity(json, extraction.entities[i], i, false);
  json.end_array();
  json.key("warnings").begin_array();
  for (const Warning& warning : extraction.warnings) write_warning(json, warning);
  json.end_array();
  json.key("model").string(kept.model);
  json.key("lines").integer(lines);
}

}  // namespace

void append_jsonl(std::string& out, const Document& document, const Extraction& extraction, const FormatOptions& options) {
  const CodePoints text(document.text);
  std::optional<TextFragments> fragments;
  if (document.origin) fragments.emplace(text);
  const std::size_t lines = extraction.statements.empty() && options.kept ? 1 : extraction.statements.size();
  for (std::size_t i = 0; i < lines; ++i) {
    const bool opens = options.kept && i == 0;
    JsonWriter json(out);
    json.begin_object();
    write_document(json, document, opens);
    if (i < extraction.statements.size()) {
      write_statement_keys(json, extraction.statements[i], i, options.explain);
      if (fragments) write_provenance(json, document, text, *fragments, extraction.statements[i]);
    }
    if (opens) write_rest(json, extraction, *options.kept, lines);
    json.end_object();
    out += '\n';
  }
}

}  // namespace sayso::formats
