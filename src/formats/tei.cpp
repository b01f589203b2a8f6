// tei: TEI P5 (https://tei-c.org/guidelines/p5/). A corpus with a TEI element for each document: where it comes from, who is mentioned
// in it, and its text with everything that is said marked in place.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "formats/names_of_documents.h"
#include "formats/statement_json.h"
#include "formats/tei_text.h"
#include "formats/write.h"

namespace sayso::formats {
namespace {

constexpr std::array kKinds = {Kind::direct, Kind::indirect, Kind::mixed};
constexpr std::array kStances = {Stance::asserts, Stance::denies, Stance::asks, Stance::orders, Stance::promises, Stance::believes, Stance::intends, Stance::alleges};
constexpr std::array kChannels = {ChannelType::interview, ChannelType::call, ChannelType::post, ChannelType::statement, ChannelType::press_conference, ChannelType::speech,
                                  ChannelType::testimony, ChannelType::filing, ChannelType::message, ChannelType::letter, ChannelType::broadcast, ChannelType::publication,
                                  ChannelType::meeting};

void append_element(std::string& out, std::string_view name, std::string_view text, std::string_view attributes = "") {
  fmt::format_to(std::back_inserter(out), "<{}{}>", name, attributes);
  append_xml(out, text);
  fmt::format_to(std::back_inserter(out), "</{}>", name);
}

template <class List>
void append_taxonomy(std::string& out, std::string_view id, const List& values) {
  fmt::format_to(std::back_inserter(out), "<taxonomy xml:id=\"{}\">", id);
  for (const auto value : values) fmt::format_to(std::back_inserter(out), "<category xml:id=\"{0}\"><catDesc>{0}</catDesc></category>", sayso::name_of(value));
  out += "</taxonomy>\n";
}

bool is_day(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00";
  return text.size() == kForm.size() && std::ranges::equal(text, kForm, [](char c, char form) { return form == '0' ? c >= '0' && c <= '9' : c == form; });
}

void append_source(std::string& out, const Document& document) {
  out += "<sourceDesc><bibl>";
  if (document.title) append_element(out, "title", *document.title);
  for (const std::string& author : document.authors) append_element(out, "author", author);
  if (document.outlet) append_element(out, "publisher", *document.outlet);
  if (document.published) append_element(out, "date", *document.published, is_day(*document.published) ? fmt::format(" when=\"{}\"", *document.published) : "");
  append_element(out, "idno", document.id, " type=\"document\"");
  if (document.url) append_element(out, "idno", iri_of(document), " type=\"URL\"");
  append_element(out, "idno", document.path, " type=\"path\"");
  out += "</bibl></sourceDesc>";
}

void append_entity(std::string& out, const Entity& entity, std::string_view id) {
  const bool person = entity.type == SourceType::person;
  const std::string_view name = person ? "persName" : "orgName";
  fmt::format_to(std::back_inserter(out), "<{} xml:id=\"{}\"{}>", person ? "person" : "org", id,
                 person ? "" : fmt::format(" type=\"{}\"", sayso::name_of(entity.type)));
  append_element(out, name, entity.name);
  for (const std::string& alias : entity.aliases) {
    if (alias != entity.name) append_element(out, name, alias, " type=\"alias\"");
  }
  out += person ? "</person>" : "</org>";
}

void append_entities(std::string& out, const std::vector<Entity>& entities, std::string_view anchor) {
  if (entities.empty()) return;
  out += "<particDesc>";
  for (const bool people : {true, false}) {
    const auto belongs = [&](const Entity& entity) { return (entity.type == SourceType::person) == people; };
    if (std::ranges::none_of(entities, belongs)) continue;
    out += people ? "<listPerson>" : "<listOrg>";
    for (std::size_t i = 0; i < entities.size(); ++i) {
      if (belongs(entities[i])) append_entity(out, entities[i], fmt::format("{}-{}", anchor, entity_id(i)));
    }
    out += people ? "</listPerson>" : "</listOrg>";
  }
  out += "</particDesc>";
}

void append_document_header(std::string& out, const Document& document, const Extraction& extraction, std::string_view anchor) {
  out += "<teiHeader><fileDesc><titleStmt>";
  append_element(out, "title", document.title ? *document.title : document.id);
  for (const std::string& author : document.authors) append_element(out, "author", author);
  out += "</titleStmt><publicationStmt><p>Out of a record of statements.</p></publicationStmt>";
  append_source(out, document);
  out += "</fileDesc>";
  if (document.language || !extraction.entities.empty()) {
    out += "<profileDesc>";
    if (document.language) {
      out += "<langUsage><language ident=\"";
      append_xml(out, *document.language);
      out += "\"/></langUsage>";
    }
    append_entities(out, extraction.entities, anchor);
    out += "</profileDesc>";
  }
  out += "</teiHeader>\n";
}

}  // namespace

void append_tei_header(std::string& out) {
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
         "<teiHeader><fileDesc><titleStmt><title>Who said what</title></titleStmt>"
         "<publicationStmt><p>Out of a record of statements.</p></publicationStmt>"
         "<sourceDesc><p>Each document says where it comes from.</p></sourceDesc></fileDesc>\n<encodingDesc><classDecl>\n";
  append_taxonomy(out, "kind", kKinds);
  append_taxonomy(out, "stance", kStances);
  append_taxonomy(out, "channel", kChannels);
  out += "</classDecl></encodingDesc></teiHeader>\n";
}

// A corpus is of something: where there is no document, one of its own says so.
void append_tei_footer(std::string& out, bool empty) {
  if (empty)
    out +=
        "<TEI><teiHeader><fileDesc><titleStmt><title>No documents</title></titleStmt>"
        "<publicationStmt><p>Out of a record of statements.</p></publicationStmt>"
        "<sourceDesc><p>There are no documents.</p></sourceDesc></fileDesc></teiHeader>"
        "<text><body><p>There are no documents.</p></body></text></TEI>\n";
  out += "</teiCorpus>\n";
}

void append_tei(std::string& out, const Document& document, const Extraction& extraction) {
  const std::string anchor = anchor_of(document);
  fmt::format_to(std::back_inserter(out), "<TEI xml:id=\"{}\"", anchor);
  out += ">\n";
  append_document_header(out, document, extraction, anchor);
  out += "<text><body>\n";
  append_tei_paragraphs(out, document, extraction, anchor);
  out += "</body></text>\n</TEI>\n";
}

}  // namespace sayso::formats
