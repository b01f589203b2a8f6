#include "text/apostrophes.h"

#include <algorithm>
#include <array>
#include <string>

namespace sayso::quotation {
namespace {

constexpr std::size_t kLongestWord = 12;  // of the lists below, with room

// Always with an apostrophe for what is left out, whatever the case.
constexpr std::array<std::string_view, 15> kElided = {"em",    "tis",   "twas", "til", "n",    "cos",  "cuz",   "coz",
                                                      "twere", "twill", "nuff", "kay", "tude", "tisn", "twould"};
// The same, but words of their own as well.
constexpr std::array<std::string_view, 10> kMaybeElided = {"cause", "bout",   "round", "hood", "burbs",
                                                           "neath", "gainst", "fraid", "less", "murica"};
// Dropped at the end: "rock an' roll", "ol' man". Words in -in' are told by their ending.
constexpr std::array<std::string_view, 8> kClipped = {"an", "o", "ol", "th", "wi", "mo", "li", "lil"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
bool is_digit32(char32_t c) { return c >= '0' && c <= '9'; }

// The ASCII letters and digits behind a byte, lower case; empty for a word that is longer than any that matters.
std::string word_after(std::string_view utf8, std::size_t byte) {
  std::string word;
  while (byte < utf8.size() && (is_letter(utf8[byte]) || is_digit(utf8[byte]))) {
    if (word.size() == kLongestWord) return {};
    word += lower(utf8[byte++]);
  }
  return word;
}

std::string word_before(std::string_view utf8, std::size_t byte) {
  std::string word;
  while (byte > 0 && (is_letter(utf8[byte - 1]) || is_digit(utf8[byte - 1]))) {
    if (word.size() == kLongestWord) break;
    word.insert(word.begin(), lower(utf8[--byte]));
  }
  return word;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// '90s, '68
bool is_year(std::string_view word) {
  if (word.size() < 2 || !is_digit(word[0]) || !is_digit(word[1])) return false;
  return word.size() == 2 || (word.size() == 3 && word[2] == 's');
}

bool decade(std::string_view word) { return is_year(word) && word.size() == 3; }

SingleUse opening_use(std::string_view utf8, const Candidate& mark) {
  const std::string word = word_after(utf8, mark.byte_end);
  if (among(kElided, word) || decade(word)) return SingleUse::apostrophe;
  const bool after_sign = mark.prev == ',' || mark.prev == ':' || mark.before == Side::joint;
  if (is_year(word) && !mark.first && !after_sign) return SingleUse::apostrophe;
  if (mark.glyph == Glyph::right1 || mark.glyph == Glyph::prime1) return SingleUse::maybe_open;
  if (among(kMaybeElided, word) && is_lower(mark.next)) return SingleUse::maybe_open;
  return SingleUse::open;
}

// A word that can end in an apostrophe of its own.
SingleUse word_end_use(std::string_view utf8, const Candidate& mark) {
  const std::string word = word_before(utf8, mark.byte);
  if (word == "n") return SingleUse::apostrophe;  // rock 'n' roll
  const bool dropped = (word.size() >= 4 && word.ends_with("in")) || among(kClipped, word);
  if (dropped) return SingleUse::maybe_close;
  if (mark.after != Side::space) return SingleUse::close;
  const char last = word.empty() ? '\0' : word.back();
  return last == 's' || last == 'z' || last == 'x' || is_digit(last) ? SingleUse::maybe_close : SingleUse::close;
}

SingleUse inner_use(const Candidate& mark) {
  if (mark.before == Side::stop) return SingleUse::shut_or_open;
  if (mark.before == Side::joint) return mark.glyph == Glyph::right1 ? SingleUse::maybe_close : SingleUse::open;
  return SingleUse::apostrophe;
}

}  // namespace

SingleUse single_use(std::string_view utf8, const Candidate& mark) {
  if (mark.glyph == Glyph::low1) return SingleUse::open;
  if (mark.before == Side::space || mark.before == Side::opening) {
    if (mark.after != Side::space) return opening_use(utf8, mark);
    return mark.glyph == Glyph::right1 ? SingleUse::maybe_close : SingleUse::apostrophe;
  }
  if (mark.after == Side::word || mark.after == Side::opening) {
    return mark.before == Side::word && mark.after == Side::opening ? SingleUse::close : inner_use(mark);
  }
  if (mark.before != Side::word || mark.prev == 0 || mark.after == Side::joint) {
    return mark.after == Side::joint && mark.before == Side::word ? SingleUse::maybe_close : SingleUse::close;
  }
  return word_end_use(utf8, mark);
}

bool is_feet_and_inches(std::string_view utf8, const Candidate& mark) {
  std::size_t at = mark.byte;
  const auto skip = [&](auto accept) {
    const std::size_t from = at;
    while (at > 0 && from - at < 3 && accept(utf8[at - 1])) --at;
    return from - at;
  };
  if (!is_digit32(mark.prev) || skip(is_digit) == 3) return false;
  skip([](char c) { return c == ' '; });
  const std::string_view before = utf8.substr(0, at);
  const std::size_t sign = before.ends_with("'") ? 1 : before.ends_with("’") || before.ends_with("′") ? 3 : 0;
  return sign > 0 && at > sign && is_digit(before[at - sign - 1]);
}

}  // namespace sayso::quotation
