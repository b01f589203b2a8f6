#include "read/json_document.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <string>

#include "read/dates.h"
#include "read/encoding.h"
#include "read/field_names.h"
#include "read/language.h"
#include "read/plain.h"
#include "read/warnings.h"

namespace sayso {
namespace {

using namespace std::literals;
using simdjson::dom::element;

struct Found {
  element value;
  std::size_t rank = kAbsent;
};
using Fields = std::array<Found, kFields>;


Fields fields_of(simdjson::dom::object object, const std::vector<FieldName>& map) {
  Fields fields;
  for (const auto& [key, value] : object) {
    if (value.is_null()) continue;
    const auto known = field_called(key, map);
    if (!known || (known->field == text && !value.is_string())) continue;
    if (known->rank < fields[known->field].rank) fields[known->field] = {value, known->rank};
  }
  return fields;
}

// A string, a number as written, or the name of {"name": …}.
std::optional<std::string> string_of(const Found& found) {
  if (found.rank == kAbsent) return {};
  element value = found.value;
  element name;
  if (value.is_object() && value.at_key("name").get(name) == simdjson::SUCCESS) value = name;
  std::string_view string;
  if (value.get_string().get(string) == simdjson::SUCCESS) {
    return string.empty() ? std::nullopt : std::optional<std::string>(string);
  }
  std::int64_t number = 0;
  if (value.get_int64().get(number) == simdjson::SUCCESS) return fmt::format("{}", number);
  return {};
}

std::vector<std::string> list_of(const Found& found) {
  if (found.rank == kAbsent) return {};
  simdjson::dom::array list;
  if (found.value.get_array().get(list) == simdjson::SUCCESS) {
    std::vector<std::string> names;
    for (const element one : list) {
      if (auto name = string_of({one, 0})) names.push_back(std::move(*name));
    }
    return names;
  }
  const auto whole = string_of(found);
  return whole ? names_in_field(*whole) : std::vector<std::string>();
}

Document document_of(const Fields& fields, std::string_view path) {
  Document out;
  out.path = path;
  out.id = string_of(fields[id]).value_or("");
  out.url = string_of(fields[url]);
  out.title = string_of(fields[title]);
  out.outlet = string_of(fields[outlet]);
  out.authors = list_of(fields[authors]);
  if (const auto date = string_of(fields[published])) out.published = iso_date(*date);
  if (const auto tag = string_of(fields[language])) out.language = language_of_tag(*tag);
  std::string_view body;
  if (fields[text].value.get_string().get(body) == simdjson::SUCCESS) out.text = body;
  return out;
}

int hex4(const char* at) {
  int value = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = at[i];
    const int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// Writes \ufffd over escapes that are half a surrogate pair; how many.
std::uint32_t repair_surrogates(char* json, std::size_t size) {
  std::uint32_t repaired = 0;
  const auto escape_at = [&](std::size_t at) { return at + 6 <= size && json[at] == '\\' && json[at + 1] == 'u' ? hex4(json + at + 2) : -1; };
  for (std::size_t at = 0; at < size; ++at) {
    if (json[at] != '\\') continue;
    const int unit = escape_at(at);
    const int next = unit >= 0 ? escape_at(at + 6) : -1;
    if (unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
      at += 11;
    } else if (unit >= 0xD800 && unit < 0xE000) {
      std::memcpy(json + at + 2, "fffd", 4);
      ++repaired;
      at += 5;
    } else {
      ++at;  // the escaped character
    }
  }
  return repaired;
}

}  // namespace

simdjson::error_code JsonDocuments::parse(std::string_view json, std::uint32_t& replaced) {
  const auto error = parser_.parse(json.data(), json.size(), false).get(root_);
  if (error == simdjson::UTF8_ERROR) {
    const Decoded decoded = decode_bytes(std::string(json));
    replaced = decoded.replaced;
    repaired_ = simdjson::padded_string(decoded.text);
  } else if (error == simdjson::STRING_ERROR) {
    repaired_ = simdjson::padded_string(json);
    replaced = repair_surrogates(repaired_.data(), repaired_.size());
    if (replaced == 0) return error;
  } else {
    return error;
  }
  return parser_.parse(repaired_.data(), repaired_.size(), false).get(root_);
}

Result<Document> JsonDocuments::read(std::string_view json, std::string_view path) {
  std::uint32_t replaced = 0;
  const auto malformed = [](std::string_view message) {
    return tl::unexpected(Error{ErrorCode::malformed, {}, std::string(message)});
  };
  if (const auto error = parse(json, replaced)) {
    return malformed(error == simdjson::CAPACITY ? "JSON too large" : "broken JSON");
  }
  simdjson::dom::object object;
  if (root_.get_object().get(object) != simdjson::SUCCESS) return malformed("JSON, but no object");
  own_.reset();
  if (is_own_document(object)) return begin_own(object);
  simdjson::dom::object own;
  element own_text;
  std::string_view own_path;
  const bool is_own = object.at_key("doc").get_object().get(own) == simdjson::SUCCESS;
  if (is_own && own.at_key("text").get(own_text) == simdjson::SUCCESS) {
    object = own;
    if (own.at_key("path").get_string().get(own_path) == simdjson::SUCCESS) path = own_path;
  }
  const Fields fields = fields_of(object, map_);
  if (fields[text].rank == kAbsent) return malformed(is_own && object.at_key("kind").error() == simdjson::SUCCESS ? kNoTextOfStatement : kNoText);
  Document document = document_of(fields, path);
  if (replaced > 0) warn_of_replaced(document, replaced);
  return document;
}

Result<Document> JsonDocuments::begin_own(simdjson::dom::object object) {
  auto begun = OwnDocument::begun(object);
  if (!begun) return tl::unexpected(begun.error());
  own_ = std::move(*begun);
  failed_.reset();
  return Document();
}

bool JsonDocuments::goes_on_with(std::string_view json) {
  std::uint32_t replaced = 0;
  simdjson::dom::object object;
  if (!own_ || parse(json, replaced) || root_.get_object().get(object) != simdjson::SUCCESS || !own_->goes_on_with(object)) return false;
  const auto added = own_->add_statement(object);
  if (!added && !failed_) failed_ = added.error();
  return true;
}

Result<Document> JsonDocuments::finish() {
  OwnDocument own = std::move(*own_);
  own_.reset();
  if (failed_) return tl::unexpected(*failed_);
  return std::move(own).finished();
}

}  // namespace sayso
