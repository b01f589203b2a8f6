#include "text/tokens.h"

#include <unicode/uchar.h>

namespace sayso {
namespace {

constexpr bool ascii_word(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

bool is_word(char32_t c) {
  if (c < 0x80) return ascii_word(c);
  constexpr std::uint32_t letters_and_numbers =
      U_GC_L_MASK | U_GC_ND_MASK | U_GC_NL_MASK | U_GC_NO_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & letters_and_numbers) != 0;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

void tokenize(const CodePoints& text, Span within, std::vector<Token>& out) {
  const std::string_view utf8 = text.utf8();
  std::size_t byte = text.byte_of(within.begin);
  const std::size_t end = text.byte_of(within.end);
  bool in_word = false;
  std::size_t run = 0;  // characters that are neither of words nor white space
  for (std::uint32_t index = within.begin; byte < end; ++index) {
    const auto start = static_cast<std::uint32_t>(byte);
    const char32_t c = decode(utf8, byte);
    const bool word = is_word(c);
    run = word || is_space(c) ? 0 : run + 1;
    if ((word && in_word) || run > kLongestRun) {
      out.back().end = index + 1;
      out.back().byte_end = static_cast<std::uint32_t>(byte);
    } else if (word || !is_space(c)) {
      out.push_back({index, index + 1, start, static_cast<std::uint32_t>(byte)});
    }
    in_word = word;
  }
}

}  // namespace sayso
