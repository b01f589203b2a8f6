#include "record/sketch_pack.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>

#include "record/named.h"

namespace sayso::record {
namespace {

constexpr std::string_view kTheSame = "=";  // the name as the first form, the last day as the first
constexpr char kField = '\x1f', kItem = '\x1e', kCount = '\x1d';

void put(std::string& out, std::string_view text) {
  for (const char c : text) out += c >= kCount && c <= kField ? ' ' : c;
  out += kField;
}

void put(std::string& out, std::uint32_t number) { fmt::format_to(std::back_inserter(out), "{}{}", number, kField); }

void put(std::string& out, const Counts& counts, std::size_t most) {
  for (std::size_t i = 0; i < counts.size() && i < most; ++i) {
    if (i > 0) out += kItem;
    for (const char c : counts[i].text) out += c >= kCount && c <= kField ? ' ' : c;
    if (counts[i].count > 1) fmt::format_to(std::back_inserter(out), "{}{}", kCount, counts[i].count);
  }
  out += kField;
}

std::string_view cut(std::string_view& rest, char mark) {
  const std::size_t end = rest.find(mark);
  const std::string_view out = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return out;
}

std::uint32_t number_of(std::string_view text, std::uint32_t otherwise = 0) {
  std::uint32_t out = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

Counts counts_of(std::string_view field) {
  Counts out;
  while (!field.empty()) {
    std::string_view item = cut(field, kItem);
    const std::string_view text = cut(item, kCount);
    out.push_back({std::string(text), number_of(item, 1)});
  }
  return out;
}

}  // namespace

std::string pack_sketch(const Sketch& s) {
  std::string out;
  put(out, !s.forms.empty() && s.forms.front().text == s.name ? kTheSame : s.name);
  put(out, sayso::name_of(s.type));
  put(out, s.suffix);
  put(out, s.forms, kMostPackedNames);
  put(out, s.other_names, kMostPackedNames);
  put(out, s.roles, 6);
  put(out, s.born, 3);
  put(out, s.bodies, 4);
  put(out, s.company, 6);
  put(out, s.outlets, 2);
  put(out, s.she);
  put(out, s.he);
  put(out, s.first_day);
  put(out, s.last_day == s.first_day ? kTheSame : s.last_day);
  put(out, s.documents);
  put(out, std::uint32_t{s.listed});
  return out;
}

Sketch unpack_sketch(std::string_view packed) {
  Sketch s;
  s.name = cut(packed, kField);
  s.type = named(kSourceTypes, cut(packed, kField)).value_or(SourceType::none);
  s.suffix = cut(packed, kField);
  s.forms = counts_of(cut(packed, kField));
  if (s.name == kTheSame && !s.forms.empty()) s.name = s.forms.front().text;
  s.other_names = counts_of(cut(packed, kField));
  s.roles = counts_of(cut(packed, kField));
  s.born = counts_of(cut(packed, kField));
  s.bodies = counts_of(cut(packed, kField));
  s.company = counts_of(cut(packed, kField));
  s.outlets = counts_of(cut(packed, kField));
  s.she = number_of(cut(packed, kField));
  s.he = number_of(cut(packed, kField));
  s.first_day = cut(packed, kField);
  s.last_day = cut(packed, kField);
  if (s.last_day == kTheSame) s.last_day = s.first_day;
  s.documents = number_of(cut(packed, kField), 1);
  s.listed = number_of(cut(packed, kField)) != 0;
  return s;
}

}  // namespace sayso::record
