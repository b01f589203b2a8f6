#include <simdjson.h>

#include "eval/story.h"
#include "eval/story_json.h"

namespace sayso::eval {
namespace {

using json::Element, json::field, json::filled, json::items_of, json::text_of, json::texts_of;

// "words", or ["words", N].
GoldPiece piece_of(Element element) {
  GoldPiece out;
  const std::vector<Element> parts = items_of(element);
  out.text = decode_text(text_of(parts.empty() ? element : parts.front())).value_or(std::u32string());
  if (parts.size() > 1) out.nth = json::integer_of(parts[1]);
  return out;
}

GoldPassage passage_of(std::optional<Element> element) {
  GoldPassage out;
  for (const Element piece : items_of(element)) out.push_back(piece_of(piece));
  return out;
}

std::optional<GoldSource> source_of(std::optional<Element> element) {
  if (!element) return std::nullopt;
  return GoldSource{text_of(field(element, "type")), texts_of(field(element, "names"))};
}

std::optional<std::string> text_if_there(std::optional<Element> element) {
  return element ? std::optional(text_of(element)) : std::nullopt;
}

GoldStatement statement_of(Element element) {
  GoldStatement out;
  out.content = passage_of(field(element, "content"));
  out.kind = text_if_there(field(element, "kind"));
  out.source = source_of(field(element, "source"));
  out.channel = text_if_there(field(element, "channel"));
  out.said_at = text_if_there(field(element, "said_at"));
  if (const auto addressee = field(element, "addressee")) out.addressee = texts_of(addressee);
  if (const auto parent = field(element, "parent")) out.parent = json::integer_of(parent);
  if (const auto via = field(element, "via")) {
    out.via.emplace();
    for (const Element names : items_of(via)) out.via->push_back(texts_of(names));
  }
  return out;
}

}  // namespace

Result<GoldStory> read_gold_story(std::string_view json, const std::string& path) {
  simdjson::dom::parser parser;
  Element root;
  if (const auto error = parser.parse(json.data(), json.size()).get(root))
    return tl::unexpected(Error{ErrorCode::malformed, path, simdjson::error_message(error)});
  if (!field(root, "statements"))
    return tl::unexpected(Error{ErrorCode::malformed, path, "no statements: is this a story's gold?"});
  GoldStory out;
  out.all = text_of(field(root, "scope")) == "all";
  for (const Element element : items_of(field(root, "statements"))) out.statements.push_back(statement_of(element));
  for (const Element element : items_of(field(root, "optional"))) out.optional.push_back(passage_of(element));
  for (const Element element : items_of(field(root, "not_statements"))) out.not_statements.push_back({piece_of(element)});
  for (const Element element : items_of(field(root, "same_person"))) out.same_person.push_back(texts_of(element));
  return out;
}

}  // namespace sayso::eval
