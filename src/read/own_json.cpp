#include "read/own_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "read/dates.h"
#include "read/language.h"

namespace sayso {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::array kKinds = {Kind::direct, Kind::indirect, Kind::mixed};
constexpr std::array kTypes = {SourceType::person, SourceType::organization, SourceType::group, SourceType::document, SourceType::anonymous, SourceType::none};
constexpr std::array kStances = {Stance::asserts, Stance::denies, Stance::asks, Stance::orders, Stance::promises, Stance::believes, Stance::intends, Stance::alleges};
constexpr std::array kChannels = {ChannelType::interview, ChannelType::call, ChannelType::post, ChannelType::statement, ChannelType::press_conference, ChannelType::speech,
                                  ChannelType::testimony, ChannelType::filing, ChannelType::message, ChannelType::letter, ChannelType::broadcast, ChannelType::publication,
                                  ChannelType::meeting};

// What is wrong, thrown inside this file alone.
struct Wrong {
  std::string message;
};

[[noreturn]] void wrong(std::string_view key, std::string_view what) { throw Wrong{fmt::format("'{}' {}", key, what)}; }

// The value of a key; nothing where it is null or not there.
std::optional<element> value_of(object from, std::string_view key) {
  element out;
  if (from.at_key(key).get(out) != simdjson::SUCCESS || out.is_null()) return {};
  return out;
}

std::optional<std::string> text_or_none(object from, std::string_view key) {
  const auto value = value_of(from, key);
  std::string_view out;
  if (!value) return {};
  if (value->get_string().get(out) != simdjson::SUCCESS) wrong(key, "is no string");
  return std::string(out);
}

std::string text_of(object from, std::string_view key) {
  auto out = text_or_none(from, key);
  if (!out) wrong(key, "is missing");
  return std::move(*out);
}

object object_of(const element& value, std::string_view key) {
  object out;
  if (value.get_object().get(out) != simdjson::SUCCESS) wrong(key, "is no object");
  return out;
}

array array_of(object from, std::string_view key) {
  array out;
  const auto value = value_of(from, key);
  if (!value || value->get_array().get(out) != simdjson::SUCCESS) wrong(key, "is no array");
  return out;
}

std::vector<std::string> texts_of(object from, std::string_view key) {
  std::vector<std::string> out;
  for (const element one : array_of(from, key)) {
    std::string_view text;
    if (one.get_string().get(text) != simdjson::SUCCESS) wrong(key, "has something that is no string");
    out.emplace_back(text);
  }
  return out;
}

template <class Enum, std::size_t N>
Enum named(const std::array<Enum, N>& all, object from, std::string_view key) {
  const std::string name = text_of(from, key);
  for (const Enum one : all) {
    if (name_of(one) == name) return one;
  }
  wrong(key, fmt::format("is '{}', which is none of its values", name));
}

// "s12" -> 11.
std::uint32_t index_of(std::string_view id, char letter, std::string_view key) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(id.data() + (id.empty() ? 0 : 1), id.data() + id.size(), number);
  if (id.empty() || id[0] != letter || error != std::errc() || end != id.data() + id.size() || number == 0)
    wrong(key, fmt::format("is '{}', which is no identifier", id));
  return number - 1;
}

Span span_of(const element& value, const CodePoints& text, std::string_view key) {
  array pair;
  std::array<std::uint64_t, 2> ends{};
  std::size_t count = 0;
  if (value.get_array().get(pair) != simdjson::SUCCESS) wrong(key, "has something that is no span");
  for (const element end : pair) {
    if (count == 2 || end.get_uint64().get(ends[count++]) != simdjson::SUCCESS) wrong(key, "has something that is no span");
  }
  if (count != 2 || ends[0] > ends[1] || ends[1] > text.size()) wrong(key, "has a span that is not in the text");
  return {static_cast<std::uint32_t>(ends[0]), static_cast<std::uint32_t>(ends[1])};
}

std::vector<Span> spans_of(object from, std::string_view key, const CodePoints& text) {
  std::vector<Span> out;
  for (const element one : array_of(from, key)) out.push_back(span_of(one, text, key));
  return out;
}

// Its words are what stands at its spans.
Passage passage_of(object from, const CodePoints& text) {
  Passage out{text_of(from, "text"), spans_of(from, "spans", text)};
  std::string there;
  for (const Span span : out.spans) there.append(there.empty() ? "" : " … ").append(text.slice(span));
  if (there != out.text) wrong("text", fmt::format("is '{}', but '{}' stands at its spans", out.text, there));
  return out;
}

std::uint32_t entity_of(std::string_view id, std::size_t entities, std::string_view key) {
  const std::uint32_t out = index_of(id, 'e', key);
  if (out >= entities) wrong(key, fmt::format("is '{}', an entity that is not there", id));
  return out;
}

Party party_of(object from, const CodePoints& text, std::size_t entities) {
  Party out;
  out.passage = passage_of(from, text);
  if (const auto entity = text_or_none(from, "entity")) out.entity = entity_of(*entity, entities, "entity");
  for (const std::string& one : texts_of(from, "entities")) out.entities.push_back(entity_of(one, entities, "entities"));
  out.name = text_or_none(from, "name");
  out.type = named(kTypes, from, "type");
  return out;
}

std::optional<std::string> day_or_none(object from, std::string_view key) {
  auto out = text_or_none(from, key);
  if (out && iso_date(*out) != out) wrong(key, fmt::format("is '{}', which is no day of the form YYYY-MM-DD", *out));
  return out;
}

Statement statement_of(object from, const CodePoints& text, std::size_t entities) {
  Statement out;
  const auto part = [&](std::string_view key) {
    const auto value = value_of(from, key);
    return value ? std::optional<object>(object_of(*value, key)) : std::nullopt;
  };
  const auto needed = [&](std::string_view key) { return part(key) ? *part(key) : (wrong(key, "is missing"), object()); };
  out.kind = named(kKinds, from, "kind");
  out.content = passage_of(needed("content"), text);
  if (out.content.empty()) wrong("content", "is empty");
  if (const auto cue = part("cue")) out.cue = passage_of(*cue, text);
  out.source = party_of(needed("source"), text, entities);
  for (const element relay : array_of(from, "via")) out.via.push_back(party_of(object_of(relay, "via"), text, entities));
  if (const auto addressee = part("addressee")) out.addressee = party_of(*addressee, text, entities);
  if (const auto channel = part("channel")) out.channel = Channel{named(kChannels, *channel, "type"), passage_of(*channel, text)};
  if (const auto day = part("said_at")) out.said_at = SaidAt{day_or_none(*day, "date").value_or(text_of(*day, "date")), passage_of(*day, text)};
  out.stance = named(kStances, from, "stance");
  if (const auto parent = text_or_none(from, "parent")) out.parent = index_of(*parent, 's', "parent");
  const auto confidence = value_of(from, "confidence");
  if (!confidence || confidence->get_double().get(out.confidence) != simdjson::SUCCESS || out.confidence < 0 || out.confidence > 1)
    wrong("confidence", "is no number from 0 to 1");
  return out;
}

Document document_of(object doc) {
  Document out;
  out.id = text_of(doc, "id");
  out.path = text_of(doc, "path");
  out.url = text_or_none(doc, "url");
  out.title = text_or_none(doc, "title");
  out.outlet = text_or_none(doc, "outlet");
  out.authors = texts_of(doc, "authors");
  out.published = day_or_none(doc, "published");
  out.language = text_or_none(doc, "language");
  if (out.language && language_of_tag(*out.language) != out.language) wrong("language", fmt::format("is '{}', which is no code of ISO 639-1", *out.language));
  out.text = text_of(doc, "text");
  return out;
}

Given given_of(object from, const CodePoints& text) {
  Given out;
  out.model = text_or_none(from, "model").value_or("given");
  for (const element one : array_of(from, "entities")) {
    const object entity = object_of(one, "entities");
    out.extraction.entities.push_back({text_of(entity, "name"), named(kTypes, entity, "type"), texts_of(entity, "aliases"), spans_of(entity, "mentions", text)});
  }
  for (const element one : array_of(from, "warnings")) {
    const object warning = object_of(one, "warnings");
    const auto span = value_of(warning, "span");
    if (!span) wrong("span", "is missing");
    out.extraction.warnings.push_back({text_of(warning, "code"), span_of(*span, text, "span"), text_of(warning, "message")});
  }
  return out;
}

Error malformed(const Wrong& what) { return {ErrorCode::malformed, {}, "statements of our own form, but " + what.message}; }

}  // namespace

bool is_own_document(object from) {
  object doc;
  element ignored;
  return from.at_key("doc").get_object().get(doc) == simdjson::SUCCESS && doc.at_key("text").get(ignored) == simdjson::SUCCESS &&
         from.at_key("entities").get(ignored) == simdjson::SUCCESS;
}

Result<OwnDocument> OwnDocument::begun(object from) {
  try {
    OwnDocument out;
    *out.document_ = document_of(object_of(*value_of(from, "doc"), "doc"));
    const CodePoints& text = out.text_.emplace(out.document_->text);
    out.given_ = given_of(from, text);
    std::vector<Statement>& statements = out.given_.extraction.statements;
    const std::size_t entities = out.given_.extraction.entities.size();
    if (value_of(from, "statements")) {
      for (const element one : array_of(from, "statements")) statements.push_back(statement_of(object_of(one, "statements"), text, entities));
    } else if (value_of(from, "id")) {
      statements.push_back(statement_of(from, text, entities));
    }
    std::uint64_t lines = 0;
    if (const auto value = value_of(from, "lines"); value && value->get_uint64().get(lines) != simdjson::SUCCESS) wrong("lines", "is no number");
    if (lines > 0) out.lines_ = lines;
    return out;
  } catch (const Wrong& what) {
    return tl::unexpected(malformed(what));
  }
}

bool OwnDocument::goes_on_with(object from) const {
  object doc;
  element text;
  std::string_view id, doc_id, path;
  return from.at_key("doc").get_object().get(doc) == simdjson::SUCCESS && doc.at_key("text").get(text) != simdjson::SUCCESS &&
         from.at_key("id").get_string().get(id) == simdjson::SUCCESS && id == fmt::format("s{}", given_.extraction.statements.size() + 1) &&
         doc.at_key("id").get_string().get(doc_id) == simdjson::SUCCESS && doc_id == document_->id &&
         doc.at_key("path").get_string().get(path) == simdjson::SUCCESS && path == document_->path;
}

Result<void> OwnDocument::add_statement(object from) {
  try {
    given_.extraction.statements.push_back(statement_of(from, *text_, given_.extraction.entities.size()));
    return {};
  } catch (const Wrong& what) {
    return tl::unexpected(malformed(what));
  }
}

Result<Document> OwnDocument::finished() && {
  const std::size_t lines = std::max<std::size_t>(given_.extraction.statements.size(), 1);
  if (lines_ && *lines_ != lines) return tl::unexpected(malformed({fmt::format("they break off: of {} lines {} can be read", *lines_, lines)}));
  for (const Statement& s : given_.extraction.statements) {
    if (s.parent && *s.parent >= given_.extraction.statements.size())
      return tl::unexpected(malformed({fmt::format("'parent' is 's{}', a statement that is not there", *s.parent + 1)}));
  }
  document_->given = std::make_shared<const Given>(std::move(given_));
  return std::move(*document_);
}

}  // namespace sayso
