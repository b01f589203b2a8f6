// json: one object a document, one line each.
#include <optional>

#include "formats/selectors.h"
#include "formats/statement_json.h"
#include "formats/write.h"

namespace sayso::formats {

void append_json(std::string& out, const Document& document, const Extraction& extraction, const FormatOptions& options) {
  JsonWriter json(out);
  json.begin_object();
  json.key("doc").begin_object();
  write_document_keys(json, document);
  json.key("text").string(document.text);
  json.key("set_off").begin_array();
  for (const SetOff& part : document.set_off) write_set_off(json, part);
  json.end_array();
  json.end_object();

  json.key("entities").begin_array();
  for (std::size_t i = 0; i < extraction.entities.size(); ++i)
    write_entity(json, extraction.entities[i], i, options.explain);
  json.end_array();

  const CodePoints text(document.text);
  std::optional<TextFragments> fragments;
  if (document.origin) fragments.emplace(text);
  json.key("statements").begin_array();
  for (std::size_t i = 0; i < extraction.statements.size(); ++i) {
    json.begin_object();
    write_statement_keys(json, extraction.statements[i], i, options.explain);
    if (fragments) write_provenance(json, document, text, *fragments, extraction.statements[i]);
    json.end_object();
  }
  json.end_array();

  json.key("warnings").begin_array();
  for (const Warning& warning : extraction.warnings) write_warning(json, warning);
  json.end_array();
  if (options.kept) json.key("model").string(options.kept->model);
  json.end_object();
  out += '\n';
}

}  // namespace sayso::formats
