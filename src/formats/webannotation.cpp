// webannotation: the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), an annotation a line for each
// statement: its target are the words of the content, its bodies say who said them and how.
#include "formats/json_writer.h"
#include "formats/labels.h"
#include "formats/names_of_documents.h"
#include "formats/selectors.h"
#include "formats/write.h"
#include "text/code_points.h"

namespace sayso::formats {
namespace {

void write_body(JsonWriter& json, std::string_view purpose, std::string_view value) {
  if (value.empty()) return;
  json.begin_object();
  json.key("type").string("TextualBody");
  json.key("purpose").string(purpose);
  json.key("value").string(value);
  json.key("format").string("text/plain");
  json.end_object();
}

void write_bodies(JsonWriter& json, const Statement& s) {
  json.key("body").begin_array();
  write_body(json, "identifying", s.source.name ? *s.source.name : s.source.passage.text);
  write_body(json, "tagging", name_of(s.kind));
  write_body(json, "tagging", name_of(s.stance));
  if (s.channel) write_body(json, "tagging", name_of(s.channel->type));
  if (s.cue) write_body(json, "describing", "cue: " + s.cue->text);
  for (const Party& relay : s.via) write_body(json, "describing", "via: " + name_for_people(relay));
  if (s.addressee) write_body(json, "describing", "to: " + name_for_people(*s.addressee));
  if (s.said_at) write_body(json, "describing", "said at: " + s.said_at->date);
  json.end_array();
}

void write_target(JsonWriter& json, const Document& document, const CodePoints& text, Span span) {
  json.begin_object();
  json.key("type").string("SpecificResource");
  json.key("source").begin_object();
  json.key("id").string(iri_of(document));
  json.key("type").string("Text");
  if (document.language) json.key("language").string(*document.language);
  json.end_object();
  write_selectors(json, text, span);
  json.end_object();
}

}  // namespace

void append_webannotation(std::string& out, const Document& document, const Extraction& extraction) {
  const CodePoints text(document.text);
  for (std::size_t i = 0; i < extraction.statements.size(); ++i) {
    const Statement& s = extraction.statements[i];
    JsonWriter json(out);
    json.begin_object();
    json.key("@context").string("http://www.w3.org/ns/anno.jsonld");
    json.key("id").string(iri_of(document, i));
    json.key("type").string("Annotation");
    json.key("motivation").string("identifying");
    write_bodies(json, s);
    json.key("target").begin_array();
    for (const Span span : s.content.spans) write_target(json, document, text, span);
    json.end_array();
    json.end_object();
    out += '\n';
  }
}

}  // namespace sayso::formats
