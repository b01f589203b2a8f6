#include "read/feed/xml_references.h"

#include <algorithm>
#include <array>
#include <optional>

#include "read/html_entities.h"
#include "text/code_points.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::size_t kLongestName = 40;
constexpr std::size_t kLongestValue = 64;
constexpr std::size_t kMostAdded = std::size_t{1} << 20;
constexpr std::size_t kMostEntities = 256;

bool is_name(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// "#8217" or "#x2019", without "&" and ";".
std::optional<char32_t> number_of(std::string_view digits) {
  const bool hex = digits.size() > 1 && (digits[1] == 'x' || digits[1] == 'X');
  digits.remove_prefix(hex ? 2 : 1);
  if (digits.empty()) return {};
  char32_t value = 0;
  for (const char c : digits) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : hex && (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
    if (digit < 0) return {};
    value = std::min<char32_t>(value * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  return value;
}

std::string_view word(std::string_view text, std::size_t& at) {
  while (at < text.size() && is_space(text[at])) ++at;
  const auto begin = at;
  while (at < text.size() && !is_space(text[at]) && text[at] != '"' && text[at] != '\'' && text[at] != '>') ++at;
  return text.substr(begin, at - begin);
}

}  // namespace

void XmlReferences::declare(std::string_view doctype) {
  for (auto at = doctype.find("<!ENTITY"); at != doctype.npos && declared_.size() < kMostEntities; at = doctype.find("<!ENTITY", at)) {
    at += "<!ENTITY"sv.size();
    const auto name = word(doctype, at);
    while (at < doctype.size() && is_space(doctype[at])) ++at;
    if (name.empty() || name == "%" || name.size() > kLongestName || at == doctype.size()) continue;
    const char quote = doctype[at];
    if (quote != '"' && quote != '\'') continue;  // of another file
    const auto end = doctype.find(quote, at + 1);
    if (end == doctype.npos) return;
    const auto raw = doctype.substr(at + 1, end - at - 1);
    at = end;
    std::string value;
    if (raw.size() > kLongestValue) continue;
    const bool one_number = raw.starts_with("&#") && raw.find(';') == raw.size() - 1;
    if (one_number) append_one(value, raw);
    else if (raw.find_first_of("&%<") == raw.npos) value = raw;
    else continue;
    declared_.emplace(name, std::move(value));
  }
}

// The reference at the beginning of `raw`; its size, or 0 where it is none.
std::size_t XmlReferences::append_one(std::string& out, std::string_view raw) {
  std::size_t end = 1;
  if (end < raw.size() && raw[end] == '#') ++end;
  while (end < raw.size() && end <= kLongestName && is_name(raw[end])) ++end;
  if (end == raw.size() || raw[end] != ';') return 0;
  const auto name = raw.substr(1, end - 1);
  if (name.starts_with('#')) {
    const auto number = number_of(name);
    if (!number) return 0;
    append_utf8(out, html_code_point(*number));
    return end + 1;
  }
  if (!declared_.empty()) {
    const auto found = declared_.find(std::string(name));
    if (found != declared_.end()) {
      added_ += found->second.size();
      if (added_ > kMostAdded) return 0;
      out += found->second;
      return end + 1;
    }
  }
  return append_html_entity(out, name) ? end + 1 : 0;
}

void XmlReferences::append_decoded(std::string& out, std::string_view raw) {
  while (!raw.empty()) {
    const auto at = raw.find('&');
    out += raw.substr(0, at);
    if (at == raw.npos) return;
    raw.remove_prefix(at);
    std::size_t used = append_one(out, raw);
    if (used == 0) out += '&', used = 1;
    raw.remove_prefix(used);
  }
}

}  // namespace sayso
