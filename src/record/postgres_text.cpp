#include "record/postgres_text.h"

#include <fmt/format.h>

#include <iterator>

#include "formats/valid_utf8.h"

namespace sayso::record {
namespace {

constexpr std::string_view kEscape = "\xF4\x8F\xBF\xBF";  // U+10FFFF

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 0;
}

}  // namespace

std::string escaped_for_postgres(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = formats::code_point_bytes(text, at);
    const std::string_view one = text.substr(at, size);
    if (size > 0 && one != kEscape && one.front() != '\0') {
      out += one;
      at += size;
      continue;
    }
    for (const char byte : text.substr(at, size > 0 ? size : 1))
      fmt::format_to(std::back_inserter(out), "{}{:02x}", kEscape, static_cast<unsigned char>(byte));
    at += size > 0 ? size : 1;
  }
  return out;
}

bool has_escapes(std::string_view text) { return text.find(kEscape) != text.npos; }

std::string unescaped_from_postgres(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t at = text.find(kEscape);
    out += text.substr(0, at);
    if (at == text.npos || text.size() < at + kEscape.size() + 2) break;
    out += static_cast<char>(digit_of(text[at + kEscape.size()]) << 4 | digit_of(text[at + kEscape.size() + 1]));
    text.remove_prefix(at + kEscape.size() + 2);
  }
  return out;
}

}  // namespace sayso::record
