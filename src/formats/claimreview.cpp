// claimreview: schema.org in JSON-LD, an object a line. A ClaimReview for every wording, without the verdict, which whoever reviews it
// adds: what was claimed, by whom, when, and in which documents it stands. What is quoted word for word is a Quotation besides.
#include "formats/json_writer.h"
#include "formats/names_of_documents.h"
#include "formats/write.h"

namespace sayso::formats {
namespace {

void write_type(JsonWriter& json, std::string_view type) { json.key("@type").string(type); }

void write_text(JsonWriter& json, std::string_view key, const std::optional<std::string>& text) {
  if (text && !text->empty()) json.key(key).string(*text);
}

void write_named(JsonWriter& json, std::string_view type, std::string_view name) {
  json.begin_object();
  write_type(json, type);
  json.key("name").string(name);
  json.end_object();
}

std::string_view type_of(SourceType type) {
  return type == SourceType::organization || type == SourceType::group ? "Organization" : "Person";
}

void write_document(JsonWriter& json, const Document& document) {
  json.begin_object();
  write_type(json, "NewsArticle");
  json.key("@id").string(iri_of(document));
  if (document.url) json.key("url").string(iri_of(document));
  write_text(json, "headline", document.title);
  write_text(json, "datePublished", document.published);
  if (document.outlet) write_named(json.key("publisher"), "Organization", *document.outlet);
  json.end_object();
}

// All who speak as one, by the names that their entities have; of those without, the name or the words of the text.
std::vector<Entity> speakers_of(const Party& source, const Extraction& extraction) {
  std::vector<Entity> out;
  for (const std::uint32_t entity : source.entities) {
    if (entity < extraction.entities.size()) out.push_back(extraction.entities[entity]);
  }
  if (out.empty() && source.name) out.push_back({*source.name, source.type, {}, {}});
  return out;
}

void write_source(JsonWriter& json, const Party& source, const Extraction& extraction, bool quoted) {
  const std::vector<Entity> speakers = speakers_of(source, extraction);
  if (source.type == SourceType::document && !speakers.empty()) return write_named(json.key("isBasedOn"), "CreativeWork", speakers.front().name);
  if (speakers.empty()) {
    if (!source.passage.empty()) json.key("creditText").string(source.passage.text);  // "two officials"
    return;
  }
  for (const std::string_view key : {"author", "spokenByCharacter"}) {
    if (key == "spokenByCharacter" && !quoted) continue;
    json.key(key).begin_array();
    for (const Entity& one : speakers) write_named(json, type_of(one.type), one.name);
    json.end_array();
  }
}

Document document_of(const Appearance& appearance) {
  Document out;
  out.path = appearance.path;
  out.url = appearance.url;
  out.title = appearance.title;
  out.outlet = appearance.outlet;
  out.published = appearance.published;
  return out;
}

void write_appearances(JsonWriter& json, const Document& document, const std::vector<Appearance>& all) {
  write_document(json.key("firstAppearance"), all.empty() ? document : document_of(all.front()));
  json.key("appearance").begin_array();
  if (all.empty()) write_document(json, document);
  for (const Appearance& one : all) write_document(json, document_of(one));
  json.end_array();
}

void write_claim(JsonWriter& json, const Document& document, const Extraction& extraction, const Statement& s, const std::vector<Appearance>& all) {
  const bool quoted = s.kind != Kind::indirect;
  json.begin_object();
  json.key("@type");
  if (quoted) json.begin_array();
  json.string("Claim");
  if (quoted) json.string("Quotation"), json.end_array();
  json.key("text").string(s.content.text);
  write_source(json, s.source, extraction, quoted);
  if (s.said_at) json.key("dateCreated").string(s.said_at->date);
  write_appearances(json, document, all);
  json.end_object();
}

}  // namespace

void append_claimreview(std::string& out, const Document& document, const Extraction& extraction, const FormatOptions& options) {
  static const std::vector<Appearance> kOnlyHere;
  for (std::size_t i = 0; i < extraction.statements.size(); ++i) {
    if (options.kept && i < options.kept->told.size() && options.kept->told[i]) continue;
    const bool known = options.kept && i < options.kept->appearances.size();
    const Statement& s = extraction.statements[i];
    JsonWriter json(out);
    json.begin_object();
    json.key("@context").string("https://schema.org");
    write_type(json, "ClaimReview");
    json.key("@id").string(iri_of(document, i));
    json.key("claimReviewed").string(s.content.text);
    write_text(json, "inLanguage", document.language);
    write_claim(json.key("itemReviewed"), document, extraction, s, known ? options.kept->appearances[i] : kOnlyHere);
    json.end_object();
    out += '\n';
  }
}

}  // namespace sayso::formats
