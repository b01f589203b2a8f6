#include "formats/statement_json.h"

#include <fmt/format.h>

namespace sayso::formats {
namespace {

void write_span(JsonWriter& json, Span span) {
  json.begin_array();
  json.integer(span.begin);
  json.integer(span.end);
  json.end_array();
}

void write_spans(JsonWriter& json, const std::vector<Span>& spans) {
  json.begin_array();
  for (const Span span : spans) write_span(json, span);
  json.end_array();
}

void write_passage_keys(JsonWriter& json, const Passage& passage) {
  json.key("text").string(passage.text);
  write_spans(json.key("spans"), passage.spans);
}

void write_passage(JsonWriter& json, const Passage& passage) {
  json.begin_object();
  write_passage_keys(json, passage);
  json.end_object();
}

void write_strings(JsonWriter& json, const std::vector<std::string>& strings) {
  json.begin_array();
  for (const std::string& string : strings) json.string(string);
  json.end_array();
}

void write_ids(JsonWriter& json, const std::vector<std::uint32_t>& entities) {
  json.begin_array();
  for (const std::uint32_t entity : entities) json.string(entity_id(entity));
  json.end_array();
}

// {"first": [value, weight], …}
void write_evidence(JsonWriter& json, const std::vector<Evidence>& evidence) {
  json.begin_object();
  for (const Evidence& one : evidence) {
    json.key(one.feature).begin_array();
    json.decimal(one.value);
    json.decimal(one.weight);
    json.end_array();
  }
  json.end_object();
}

void write_candidate(JsonWriter& json, const Candidate& candidate, bool explain) {
  json.begin_object();
  json.key("entity").string(entity_id(candidate.entity));
  json.key("name").string(candidate.name);
  json.key("score").probability(candidate.score);
  if (explain) write_evidence(json.key("features"), candidate.evidence);
  json.end_object();
}

void write_reasons(JsonWriter& json, const Party& party) {
  json.begin_object();
  json.key("basis").string(name_of(party.basis));
  json.key("candidates").begin_array();
  for (const Candidate& candidate : party.candidates) write_candidate(json, candidate, true);
  json.end_array();
  json.end_object();
}

void write_party(JsonWriter& json, const Party& party, bool explain) {
  json.begin_object();
  write_passage_keys(json, party.passage);
  json.key("entity");
  if (party.entity)
    json.string(entity_id(*party.entity));
  else
    json.null();
  write_ids(json.key("entities"), party.entities);
  json.key("name").string_or_null(party.name);
  json.key("type").string(name_of(party.type));
  json.key("candidates").begin_array();
  if (party.is_doubtful())
    for (const Candidate& candidate : party.candidates) write_candidate(json, candidate, false);
  json.end_array();
  if (explain) write_reasons(json.key("reasons"), party);
  json.end_object();
}

void write_merge(JsonWriter& json, const Merge& merge) {
  json.begin_object();
  write_span(json.key("span"), merge.span);
  json.key("reason").string(name_of(merge.link));
  write_ids(json.key("others"), merge.others);
  json.end_object();
}

void write_channel(JsonWriter& json, const Channel& channel) {
  json.begin_object();
  json.key("type").string(name_of(channel.type));
  write_passage_keys(json, channel.passage);
  json.end_object();
}

void write_said_at(JsonWriter& json, const SaidAt& said_at) {
  json.begin_object();
  json.key("date").string(said_at.date);
  write_passage_keys(json, said_at.passage);
  json.end_object();
}

template <class Value, class Write>
void write_optional(JsonWriter& json, std::string_view key, const std::optional<Value>& value, Write write) {
  json.key(key);
  if (value)
    write(json, *value);
  else
    json.null();
}

}  // namespace

std::string statement_id(std::size_t index) { return fmt::format("s{}", index + 1); }
std::string entity_id(std::size_t index) { return fmt::format("e{}", index + 1); }

void write_document_keys(JsonWriter& json, const Document& document) {
  json.key("id").string(document.id);
  json.key("path").string(document.path);
  json.key("url").string_or_null(document.url);
  json.key("title").string_or_null(document.title);
  json.key("outlet").string_or_null(document.outlet);
  write_strings(json.key("authors"), document.authors);
  json.key("subhead").string_or_null(document.subhead);
  json.key("published").string_or_null(document.published);
  json.key("modified").string_or_null(document.modified);
  json.key("language").string_or_null(document.language);
}

void write_statement_keys(JsonWriter& json, const Statement& statement, std::size_t index, bool explain) {
  json.key("id").string(statement_id(index));
  json.key("kind").string(name_of(statement.kind));
  write_passage(json.key("content"), statement.content);
  write_optional(json, "cue", statement.cue, write_passage);
  const auto party = [explain](JsonWriter& to, const Party& from) { write_party(to, from, explain); };
  party(json.key("source"), statement.source);
  json.key("via").begin_array();
  for (const Party& relay : statement.via) party(json, relay);
  json.end_array();
  write_optional(json, "addressee", statement.addressee, party);
  write_optional(json, "channel", statement.channel, write_channel);
  write_optional(json, "said_at", statement.said_at, write_said_at);
  json.key("stance").string(name_of(statement.stance));
  json.key("parent");
  if (statement.parent)
    json.string(statement_id(*statement.parent));
  else
    json.null();
  json.key("confidence").probability(statement.confidence);
}

void write_set_off(JsonWriter& json, const SetOff& part) {
  json.begin_object();
  json.key("kind").string(name_of(part.kind));
  write_span(json.key("span"), part.span);
  json.key("url").string_or_null(part.url);
  json.key("at").string_or_null(part.at);
  json.end_object();
}

void write_entity(JsonWriter& json, const Entity& entity, std::size_t index, bool explain) {
  json.begin_object();
  json.key("id").string(entity_id(index));
  json.key("name").string(entity.name);
  json.key("type").string(name_of(entity.type));
  write_strings(json.key("aliases"), entity.aliases);
  write_spans(json.key("mentions"), entity.mentions);
  if (explain) {
    json.key("merges").begin_array();
    for (const Merge& merge : entity.merges) write_merge(json, merge);
    json.end_array();
  }
  json.end_object();
}

void write_warning(JsonWriter& json, const Warning& warning) {
  json.begin_object();
  json.key("code").string(warning.code);
  write_span(json.key("span"), warning.span);
  json.key("message").string(warning.message);
  json.end_object();
}

}  // namespace sayso::formats
