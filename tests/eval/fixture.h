// Small helpers for the tests of the scorers: places are found by their words, so that fixtures can be read.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "eval/attribution.h"
#include "eval/report.h"

namespace sayso::eval {

inline std::u32string wide(std::string_view utf8) { return decode_text(utf8).value(); }

// The place of the words' first occurrence.
inline Piece place(std::u32string_view text, std::string_view words) {
  const std::u32string sought = wide(words);
  const std::size_t at = text.find(sought);
  EXPECT_NE(at, text.npos) << words;
  return {static_cast<std::int64_t>(at), static_cast<std::int64_t>(at + sought.size())};
}

using Words = std::vector<std::string_view>;

inline RolePieces attribution(std::u32string_view text, const Words& source, const Words& cue, const Words& content) {
  RolePieces out;
  for (const auto& words : source) out.of[kSource].push_back(place(text, words));
  for (const auto& words : cue) out.of[kCue].push_back(place(text, words));
  for (const auto& words : content) out.of[kContent].push_back(place(text, words));
  return out;
}

// A figure of a report, as "P"; -1 for none.
inline double figure(const Report& report, std::string_view row_name, std::string_view key, std::size_t section = 0) {
  for (const Row& row : report.sections.at(section).rows) {
    if (row.name != row_name) continue;
    for (const auto& [name, value] : row.shares)
      if (name == key) return value;
    for (const auto& [name, value] : row.counts)
      if (name == key) return static_cast<double>(value);
  }
  return -1;
}

}  // namespace sayso::eval
