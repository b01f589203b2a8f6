#include "read/html_entities.h"

#include <myhtml/charef.h>

#include "text/code_points.h"

namespace sayso {

bool append_html_entity(std::string& out, std::string_view name) {
  const std::string with_end = std::string(name) + ';';
  std::size_t offset = 0;
  std::size_t count = 0;
  const auto* entry = myhtml_charef_find(with_end.data(), &offset, with_end.size(), &count);
  if (entry == nullptr || entry->codepoints_len == 0 || entry->ch != ';' || offset != with_end.size()) return false;
  for (std::size_t i = 0; i < entry->codepoints_len; ++i) append_utf8(out, static_cast<char32_t>(entry->codepoints[i]));
  return true;
}

char32_t html_code_point(char32_t number) {
  static constexpr char32_t kWindows1252[32] = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (number >= 0x80 && number < 0xA0) return kWindows1252[number - 0x80];
  const bool none = number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000);
  return none ? 0xFFFD : number;
}

}  // namespace sayso
