// What people type into a search -> a condition on words. Nothing is an error: what cannot be an operator is a word.
//
//   words near one another    all of them, in any inflection; AND may stand between them
//   "the exact phrase"        also in “curly” marks
//   climat*                   words that begin so
//   one OR other, a | b       either; AND binds closer than OR
//   NOT word, -word           without it; also before a phrase or a bracket
//   ( … )                     brackets; one that is not closed ends with the query
#pragma once

#include <string>
#include <string_view>

#include "record/condition.h"

namespace sayso::record {

inline constexpr std::size_t kMostTerms = 64;

struct TextQuery {
  Condition condition;
  bool cut = false;  // had more than kMostTerms words; the rest was left out
};

TextQuery parse_query(std::string_view text);

}  // namespace sayso::record
