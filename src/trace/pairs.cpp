#include "trace/pairs.h"

#include <simdjson.h>

#include "formats/valid_utf8.h"

namespace sayso::trace {
namespace {

using simdjson::dom::element;

std::string string_at(const element& object, std::string_view key) {
  std::string_view out;
  return object.at_key(key).get_string().get(out) == simdjson::SUCCESS ? std::string(out) : std::string();
}

std::optional<PrintedAt> place_of(const element& object) {
  PrintedAt out{string_at(object, "doc"), {}};
  std::uint64_t begin = 0, end = 0;
  if (out.document.empty() || object.at_key("begin").get_uint64().get(begin) != simdjson::SUCCESS ||
      object.at_key("end").get_uint64().get(end) != simdjson::SUCCESS || end > UINT32_MAX || begin >= end)
    return std::nullopt;
  out.quoted = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return out;
}

bool read_wording(const element& pair, std::string_view key, Wording& out, std::optional<PrintedAt>& at) {
  element object;
  if (pair.at_key(key).get(object) != simdjson::SUCCESS) return false;
  std::string_view text;
  if (object.get_string().get(text) == simdjson::SUCCESS) return out.text = std::string(text), true;  // "a": "words"
  if (object.at_key("text").get_string().get(text) != simdjson::SUCCESS) return false;
  out = {std::string(text), string_at(object, "before"), string_at(object, "after"), string_at(object, "outlet"), string_at(object, "date"),
         string_at(object, "speaker"), nullptr};
  at = place_of(object);
  return true;
}

Error malformed(const std::string& where, std::string message) { return {ErrorCode::malformed, where, std::move(message)}; }

}  // namespace

Result<WordingPair> read_pair(std::string_view line, const std::string& where) {
  simdjson::dom::parser parser;
  element root;
  const std::string text = formats::valid_utf8(line);
  if (const auto error = parser.parse(text).get(root)) return tl::unexpected(malformed(where, simdjson::error_message(error)));
  if (!root.is_object()) return tl::unexpected(malformed(where, "no JSON object"));
  WordingPair out;
  element id;
  out.id = root.at_key("id").get(id) == simdjson::SUCCESS ? simdjson::minify(id) : "null";
  if (!read_wording(root, "a", out.a, out.at_a)) return tl::unexpected(malformed(where, "no text in \"a\""));
  if (!read_wording(root, "b", out.b, out.at_b)) return tl::unexpected(malformed(where, "no text in \"b\""));
  return out;
}

}  // namespace sayso::trace
