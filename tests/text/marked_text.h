// Random texts that are rich in marks: what the property tests of this folder run on.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace sayso::testing {

inline const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {
      "\"", "\"",       "\"",          "“",      "“",     "”",    "”",    "„",   "‘",      "’",     "’",
      "'",  "'",        "‚",           "`",      "``",    "''",   "«",    "»",   "‹",      "›",     "″",
      "′",  "&quot;",   "「",          "」",     "\"\"",  "”’",   "’”",   "“‘",  " ",      " ",     " ",
      " ",  "\u00a0",   "\u202f",      "\n",     "\n",    "\n\n", "\r\n", "\r",  "\u2028", "a",     "b",
      "He", "she said", ", he said. ", "s",      "don't", "word", "I",    "'em", "12",     "6'2\"", "’90s",
      ".",  ",",        "?",           "!",      "—",     "-",    "(",    ")",   "…",      "[",     "/",
      "é",  "字",       "\U0001F600",  "\u0301", "&",     "_",    "in",
  };
  return all;
}

inline std::string marked_text(std::uint64_t seed, std::size_t most_pieces) {
  std::mt19937_64 random(seed);
  std::string text;
  for (std::size_t left = random() % (most_pieces + 1); left > 0; --left) text += pieces()[random() % pieces().size()];
  return text;
}

// One paragraph: no line end.
inline std::string marked_line(std::uint64_t seed, std::size_t most_pieces) {
  std::string line;
  const std::string text = marked_text(seed, most_pieces);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n' || text[at] == '\r') continue;
    if (text.compare(at, 3, "\u2028") == 0)
      at += 2;
    else
      line += text[at];
  }
  return line;
}

}  // namespace sayso::testing
