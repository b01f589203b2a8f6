// Misspelt words -> those that people have used: by edit distance and frequency.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/sql.h"
#include "record/words.h"

namespace sayso::record {

// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment) between two words, in bytes;
// `limit` + 1 for more than `limit`. Linear in the length times the limit.
unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit);
// How many slips are forgiven in a word of this length.
unsigned slips_in(std::size_t letters);

class Spelling {
 public:
  explicit Spelling(Connection& connection) : db_(connection) {}

  // Whether the word or an inflection of it is used.
  bool is_used(std::string_view word);
  // The word that was meant: the nearest one, among equals the most frequent; those that begin with the same letter first.
  std::optional<std::string> nearest(std::string_view word);

 private:
  std::optional<std::string> nearest_between(std::string_view word, const std::string& first, const std::string& behind);

  Connection& db_;
  Stemmer stemmer_;
};

}  // namespace sayso::record
