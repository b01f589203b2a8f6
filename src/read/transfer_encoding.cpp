#include "read/transfer_encoding.h"

#include <cstdint>

namespace sayso {
namespace {

int sextet_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

int hex_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The end of "=" and spaces and a line end, which join two lines; 0 where there is none.
std::size_t soft_break_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  if (at == text.size()) return at;
  if (text[at] == '\n') return at + 1;
  return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? at + 2 : 0;
}

}  // namespace

std::string decode_base64(std::string_view text, std::size_t* strange) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = sextet_of(c);
    if (value < 0) {
      if (strange != nullptr && c != '=' && !is_space(c)) ++*strange;
      continue;
    }
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push_back(static_cast<char>(bits >> count & 0xFF));
  }
  return out;
}

std::string decode_quoted_printable(std::string_view text, bool in_header) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '_' && in_header) {
      out.push_back(' ');
    } else if (c != '=') {
      out.push_back(c);
    } else if (at + 2 < text.size() && hex_of(text[at + 1]) >= 0 && hex_of(text[at + 2]) >= 0) {
      out.push_back(static_cast<char>(hex_of(text[at + 1]) * 16 + hex_of(text[at + 2])));
      at += 2;
    } else if (const auto end = soft_break_end(text, at + 1)) {
      at = end - 1;
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace sayso
