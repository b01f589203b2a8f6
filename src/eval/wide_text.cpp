#include "eval/wide_text.h"

#include <simdjson.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/code_points.h"
#include "text/tokens.h"

namespace sayso::eval {

std::optional<std::u32string> decode_text(std::string_view utf8) {
  if (!simdjson::validate_utf8(utf8.data(), utf8.size())) return std::nullopt;
  std::u32string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) out += decode(utf8, at);
  return out;
}

std::string encode_text(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

std::u32string_view slice(std::u32string_view text, Piece piece) {
  const auto size = static_cast<std::int64_t>(text.size());
  const auto inside = [size](std::int64_t at) { return std::clamp<std::int64_t>(at < 0 ? at + size : at, 0, size); };
  const std::int64_t begin = inside(piece.begin), end = inside(piece.end);
  if (begin >= end) return {};
  return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

bool is_alnum(char32_t c) { return c != U'_' && is_word(c); }

std::u32string_view strip(std::u32string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool all_space(std::u32string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

std::vector<Piece> tokens_in(std::u32string_view text, Grid grid) {
  std::vector<Piece> out;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto at = static_cast<std::int64_t>(i);
    const bool word = is_word(text[i]);
    if (word && in_word) {
      out.back().end = at + 1;
    } else if (word || (grid == Grid::words_and_marks && !is_space(text[i]))) {
      out.push_back({at, at + 1});
    }
    in_word = word;
  }
  return out;
}

std::string fold(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  if (U_SUCCESS(status)) wide = nfkc->normalize(wide, status);
  wide.foldCase();
  std::string folded;
  wide.toUTF8String(folded);
  const std::u32string points = decode_text(folded).value_or(std::u32string());
  std::u32string out;
  for (const Piece word : tokens_in(points, Grid::words)) {
    if (!out.empty()) out += U' ';
    out += slice(points, word);
  }
  return encode_text(out);
}

}  // namespace sayso::eval
