#include "formats/columns.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "formats/valid_utf8.h"
#include "text/code_points.h"
#include "text/tokens.h"

namespace sayso::formats {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Marks that order right-to-left text could make a line read as another one.
bool steers_direction(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

char32_t code_point(std::string_view utf8) {
  std::size_t at = 0;
  return decode(utf8, at);
}

// As much of `text` as fits into `columns`, at least one code point.
std::string_view fitting(std::string_view text, std::size_t columns) {
  std::size_t used = 0, at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    used += columns_of(decode(text, next));
    if (used > columns && at > 0) break;
    at = next;
  }
  return text.substr(0, at);
}

}  // namespace

unsigned columns_of(char32_t c) {
  if (c < 0x300) return 1;
  const auto point = static_cast<UChar32>(c);
  const auto type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t columns_of(std::string_view utf8) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < utf8.size();) columns += columns_of(decode(utf8, at));
  return columns;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view bytes = next_code_point(text, at);
    const char32_t c = code_point(bytes);
    if (is_space(c))
      out += out.empty() || out.back() == ' ' ? "" : " ";
    else if (is_control(c))
      out += kReplacement;
    else if (!steers_direction(c))
      out += bytes;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string clipped(std::string_view line, std::size_t columns) {
  if (columns_of(line) <= columns) return std::string(line);
  return std::string(fitting(line, columns - 1)) + "…";
}

std::vector<std::string> wrapped(std::string_view line, std::size_t columns) {
  std::vector<std::string> out;
  std::size_t used = 0;
  while (!line.empty()) {
    std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(word.size() + 1, line.size()));
    const std::size_t wide = columns_of(word);
    if (!out.empty() && used + 1 + wide <= columns) {
      out.back().append(" ").append(word);
      used += 1 + wide;
      continue;
    }
    while (!word.empty()) {
      const std::string_view part = fitting(word, columns);
      out.emplace_back(part);
      used = columns_of(part);
      word.remove_prefix(part.size());
    }
  }
  return out;
}

}  // namespace sayso::formats
