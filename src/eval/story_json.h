// JSON as the story readers ask for it: a field or a default, the last one where a key is there twice.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::eval::json {

using Element = simdjson::dom::element;

// Nothing where the key is absent, or `object` is none. A null is there.
std::optional<Element> field(std::optional<Element> object, std::string_view key);
// The same, and nothing for what Python takes as false: null, false, 0, "", [], {}.
std::optional<Element> filled(std::optional<Element> object, std::string_view key);

std::string text_of(std::optional<Element> element);                   // "" for all but strings
std::optional<std::int64_t> integer_of(std::optional<Element> element);
std::string id_of(std::optional<Element> element);                     // as JSON, "null" for nothing
std::vector<Element> items_of(std::optional<Element> element);         // none for all but arrays
std::vector<std::string> texts_of(std::optional<Element> element);

}  // namespace sayso::eval::json
