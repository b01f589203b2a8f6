#include "trace/sentence_ends.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "text/tokens.h"

namespace sayso::trace {
namespace {

constexpr std::uint32_t kFar = 600;  // code points

bool ends_abbreviation(std::string_view before) {
  static constexpr std::array<std::string_view, 14> kTitles = {"Mr",  "Mrs", "Ms", "Dr",  "Gov", "Sen", "Rep",
                                                               "Gen", "St",  "Lt", "Col", "Sgt", "Rev", "Prof"};
  const std::size_t space = before.find_last_of(" \n\t(\"");
  const std::string_view word = before.substr(space == std::string_view::npos ? 0 : space + 1);
  const bool initial = word.size() == 1 && std::isupper(static_cast<unsigned char>(word[0]));
  return initial || word.find('.') != std::string_view::npos ||
         std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

// Zero-width spaces and joiners, invisible separators, marks of direction, with which posts keep their lines apart.
bool is_invisible(std::string_view three) {
  return (three.starts_with("\xe2\x80") && three[2] >= '\x8b' && three[2] <= '\x8f') ||
         (three.starts_with("\xe2\x81") && three[2] >= '\xa0' && three[2] <= '\xa4') || three == "\xef\xbb\xbf";
}

// Whether a sentence ends before the byte `at`, where another word begins.
bool ends_before(std::string_view utf8, std::size_t at) {
  static constexpr std::string_view kSpace = " \t\r", kClosing = "\"')]";
  std::size_t end = at;
  while (end > 0 && kSpace.find(utf8[end - 1]) != std::string_view::npos) --end;
  if (end == 0 || utf8[end - 1] == '\n') return true;
  if (end == at) return false;
  while (end >= 3 && is_invisible(utf8.substr(end - 3, 3))) end -= 3;
  while (end > 0 && kClosing.find(utf8[end - 1]) != std::string_view::npos) --end;
  while (end >= 3 && (utf8.substr(end - 3, 3) == "\u201D" || utf8.substr(end - 3, 3) == "\u2019")) end -= 3;
  if (end == 0) return true;
  const char mark = utf8[end - 1];
  return mark == '!' || mark == '?' || (mark == '.' && !ends_abbreviation(utf8.substr(0, end - 1)));
}

bool begins_sentence(const CodePoints& text, std::uint32_t at) {
  return at == 0 || ends_before(text.utf8(), text.byte_of(at));
}

bool is_space_at(const CodePoints& text, std::uint32_t at) {
  std::size_t byte = text.byte_of(at);
  return is_space(decode(text.utf8(), byte));
}

}  // namespace

Span sentences_around(const CodePoints& text, Span span) {
  const std::uint32_t first = span.begin > kFar ? span.begin - kFar : 0, last = std::min(text.size(), span.end + kFar);
  const auto begins = [&](std::uint32_t at) { return !is_space_at(text, at) && begins_sentence(text, at); };
  while (span.begin > first && !begins(span.begin)) --span.begin;
  while (span.end < last && !begins(span.end)) ++span.end;
  while (span.end > span.begin && is_space_at(text, span.end - 1)) --span.end;
  return span;
}

}  // namespace sayso::trace
