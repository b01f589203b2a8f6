// jsonl: one object a statement, one line each, with the document it is from but not that document's text.
#include "formats/statement_json.h"
#include "formats/write.h"

namespace sayso::formats {

void append_jsonl(std::string& out, const Document& document, const Extraction& extraction) {
  for (std::size_t i = 0; i < extraction.statements.size(); ++i) {
    JsonWriter json(out);
    json.begin_object();
    json.key("doc").begin_object();
    write_document_keys(json, document);
    json.end_object();
    write_statement_keys(json, extraction.statements[i], i);
    json.end_object();
    out += '\n';
  }
}

}  // namespace sayso::formats
