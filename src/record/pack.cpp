#include "record/pack.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>

#include <charconv>
#include <iterator>

#include "formats/json_writer.h"

namespace sayso::record {
namespace {

std::uint32_t number_at(std::string_view& rest) {
  std::uint32_t out = 0;
  const auto [end, ignored] = std::from_chars(rest.data(), rest.data() + rest.size(), out);
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  if (!rest.empty()) rest.remove_prefix(1);  // the separator
  return out;
}

}  // namespace

std::string pack_spans(const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) fmt::format_to(std::back_inserter(out), "{}{} {}", out.empty() ? "" : ";", span.begin, span.end);
  return out;
}

std::vector<Span> unpack_spans(std::string_view packed) {
  std::vector<Span> out;
  while (!packed.empty()) {
    const std::size_t before = packed.size();
    const std::uint32_t begin = number_at(packed);
    out.push_back({begin, number_at(packed)});
    if (packed.size() == before) break;  // no numbers: not written by pack_spans
  }
  return out;
}

std::string pack_numbers(const std::vector<std::uint32_t>& numbers) { return fmt::format("{}", fmt::join(numbers, " ")); }

std::vector<std::uint32_t> unpack_numbers(std::string_view packed) {
  std::vector<std::uint32_t> out;
  while (!packed.empty()) {
    const std::size_t before = packed.size();
    out.push_back(number_at(packed));
    if (packed.size() == before) break;
  }
  return out;
}

std::string pack_strings(const std::vector<std::string>& strings) {
  std::string out;
  formats::JsonWriter json(out);
  json.begin_array();
  for (const std::string& string : strings) json.string(string);
  json.end_array();
  return out;
}

std::vector<std::string> unpack_strings(std::string_view json) {
  std::vector<std::string> out;
  simdjson::dom::parser parser;
  simdjson::dom::array array;
  if (parser.parse(json.data(), json.size()).get(array) != simdjson::SUCCESS) return out;
  for (const auto element : array) {
    std::string_view text;
    if (element.get(text) == simdjson::SUCCESS) out.emplace_back(text);
  }
  return out;
}

}  // namespace sayso::record
