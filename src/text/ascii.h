// Letters and white space of ASCII, for names of elements, fields and hosts: other characters stay as they are.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace sayso {

inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

inline bool is_ascii_word(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

// Whether `word`, in lower case, stands in the text as a whole word, its letters of either case.
inline bool has_word(std::string_view text, std::string_view word) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a | 0x20) : a) == b; };
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    if (!same(text[at], word.front()) || (at > 0 && is_ascii_word(text[at - 1]))) continue;
    const std::size_t end = at + word.size();
    if (end < text.size() && is_ascii_word(text[end])) continue;
    if (std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                   [&same](char b, char a) { return same(a, b); }))
      return true;
  }
  return false;
}

// Without the white space around it.
inline std::string_view without_space(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const auto begin = text.find_first_not_of(kSpace);
  return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace sayso
