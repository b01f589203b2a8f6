#include <simdjson.h>

#include "eval/story.h"
#include "eval/story_json.h"

namespace sayso::eval {
namespace {

using json::Element, json::field, json::filled, json::items_of, json::text_of;

std::vector<Piece> spans_of(std::optional<Element> passage) {
  std::vector<Piece> out;
  for (const Element span : items_of(field(passage, "spans"))) {
    const std::vector<Element> ends = items_of(span);
    if (ends.size() != 2) continue;
    out.push_back({json::integer_of(ends[0]).value_or(0), json::integer_of(ends[1]).value_or(0)});
  }
  return out;
}

PredictedParty party_of(std::optional<Element> element) {
  const std::optional<Element> type = field(element, "type"), name = filled(element, "name");
  return {type ? text_of(type) : "none", text_of(name ? name : field(element, "text"))};
}

std::optional<PredictedParty> party_if_there(std::optional<Element> element) {
  return element ? std::optional(party_of(element)) : std::nullopt;
}

std::optional<std::string> text_inside(std::optional<Element> object, std::string_view key) {
  return object ? std::optional(text_of(field(object, key))) : std::nullopt;
}

PredictedStatement statement_of(Element element) {
  PredictedStatement out;
  out.id = json::id_of(field(element, "id"));
  out.kind = text_of(field(element, "kind"));
  out.content = spans_of(field(element, "content"));
  out.source = party_if_there(filled(element, "source"));
  out.addressee = party_if_there(filled(element, "addressee"));
  for (const Element relay : items_of(field(element, "via"))) out.via.push_back(party_of(relay));
  out.channel = text_inside(filled(element, "channel"), "type");
  out.said_at = text_inside(filled(element, "said_at"), "date");
  out.parent = json::id_of(field(element, "parent"));
  return out;
}

PredictedEntity entity_of(Element element) {
  PredictedEntity out{json::id_of(field(element, "id")), {text_of(field(element, "name"))}};
  for (std::string& alias : json::texts_of(field(element, "aliases"))) out.names.push_back(std::move(alias));
  return out;
}

}  // namespace

Result<PredictedStory> read_predicted_story(std::string_view json, const std::string& path) {
  simdjson::dom::parser parser;
  Element root;
  if (const auto error = parser.parse(json.data(), json.size()).get(root))
    return tl::unexpected(Error{ErrorCode::malformed, path, simdjson::error_message(error)});
  const std::optional<Element> statements = field(root, "statements");
  if (!statements || !statements->is_array())
    return tl::unexpected(Error{ErrorCode::malformed, path, "no statements: is this the JSON of `sayso extract`?"});
  PredictedStory out;
  for (const Element element : items_of(statements)) out.statements.push_back(statement_of(element));
  for (const Element element : items_of(field(root, "entities"))) out.entities.push_back(entity_of(element));
  return out;
}

}  // namespace sayso::eval
