#include "eval/story_json.h"

namespace sayso::eval::json {
namespace {

bool is_false(Element element) {
  switch (element.type()) {
    case simdjson::dom::element_type::ARRAY: return simdjson::dom::array(element).size() == 0;
    case simdjson::dom::element_type::OBJECT: return simdjson::dom::object(element).size() == 0;
    case simdjson::dom::element_type::STRING: return std::string_view(element).empty();
    case simdjson::dom::element_type::BOOL: return !bool(element);
    case simdjson::dom::element_type::NULL_VALUE: return true;
    default: return double(element) == 0.0;
  }
}

}  // namespace

std::optional<Element> field(std::optional<Element> object, std::string_view key) {
  std::optional<Element> out;
  if (!object || !object->is_object()) return out;
  for (const simdjson::dom::key_value_pair pair : simdjson::dom::object(*object))
    if (pair.key == key) out = pair.value;
  return out;
}

std::optional<Element> filled(std::optional<Element> object, std::string_view key) {
  const std::optional<Element> out = field(object, key);
  return out && !is_false(*out) ? out : std::nullopt;
}

std::string text_of(std::optional<Element> element) {
  if (!element || !element->is_string()) return {};
  return std::string(std::string_view(*element));
}

std::optional<std::int64_t> integer_of(std::optional<Element> element) {
  if (!element || !element->is_int64()) return std::nullopt;
  return std::int64_t(*element);
}

std::string id_of(std::optional<Element> element) { return element ? simdjson::minify(*element) : "null"; }

std::vector<Element> items_of(std::optional<Element> element) {
  if (!element || !element->is_array()) return {};
  const simdjson::dom::array array(*element);
  return {array.begin(), array.end()};
}

std::vector<std::string> texts_of(std::optional<Element> element) {
  std::vector<std::string> out;
  for (const Element item : items_of(element)) out.push_back(text_of(item));
  return out;
}

}  // namespace sayso::eval::json
