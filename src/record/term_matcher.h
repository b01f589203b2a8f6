// Where the terms of a query stand in a content: for marking them, and for ranking.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/condition.h"
#include "record/words.h"

namespace sayso::record {

struct Match {
  std::uint32_t term = 0;            // of the terms that are asked for, from 0
  std::uint32_t first = 0, last = 0;  // words of the content, from 0
  std::uint32_t begin = 0, end = 0;   // code points
  bool exact = false;                // as it was typed, not only the same stem
};

struct Matched {
  std::vector<Match> matches;  // in the order of their ends
  std::uint32_t words = 0;     // of the content
  std::uint64_t hash = 0;      // of its folded words
};

class TermMatcher {
 public:
  // Of the terms of the condition those that are not under a "not"; words beyond 64 are passed over.
  explicit TermMatcher(const Condition& condition);

  std::size_t terms() const { return sizes_.size(); }
  void match(std::string_view content, Matched& out);

 private:
  struct Word {
    std::string folded, stem;
    std::uint32_t term = 0;
    bool first = false, last = false, prefix = false;
  };
  std::uint64_t fitting(const std::string& word, std::uint64_t before, std::uint64_t& exact);

  std::vector<Word> words_;
  std::vector<std::uint32_t> sizes_;  // words of each term
  std::array<bool, 256> begins_{};    // with which bytes words begin
  Stemmer stemmer_;
};

}  // namespace sayso::record
