// Text as the scorers see it: an array of code points, words in the sense of Python's re, names folded to be compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::eval {

// Code points, half-open. Signed and wide, for predictions may hold any number: nothing here trusts them.
struct Piece {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  friend bool operator==(const Piece&, const Piece&) = default;
  friend auto operator<=>(const Piece&, const Piece&) = default;
};

// Nothing where the bytes are no valid UTF-8.
std::optional<std::u32string> decode_text(std::string_view utf8);
std::string encode_text(std::u32string_view text);

// Python's text[begin:end]: what lies outside the text is cut, negative offsets count from its end.
std::u32string_view slice(std::u32string_view text, Piece piece);

bool is_alnum(char32_t c);                              // Python's str.isalnum
std::u32string_view strip(std::u32string_view text);    // Python's str.strip
bool all_space(std::u32string_view text);               // true for nothing

// The tokens of a text: \w+ alone, or \w+|[^\w\s].
enum class Grid { words, words_and_marks };
std::vector<Piece> tokens_in(std::u32string_view text, Grid grid);

// A name for comparison: NFKC, case folded, its words joined by one space.
std::string fold(std::string_view name);

}  // namespace sayso::eval
