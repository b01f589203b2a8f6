// How well a statement answers a query. The numbers only order; they have no unit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/term_matcher.h"

namespace sayso::record {

struct Candidate {
  std::int64_t statement = 0;
  std::int64_t document = 0;
  std::string day;            // YYYY-MM-DD, empty where unknown
  std::uint64_t same = 0;     // equal for contents with the same words; 0 for short ones, which many people say
  double confidence = 0;
  std::vector<Match> matches;
  std::uint32_t words = 0;
  double score = 0;
};

// Scores all of them: words that few of them have count more (BM25), terms near one another and in the order of the query, words as
// they were typed, the more recent, the surer. Best first; among equals the newest.
void rank(std::vector<Candidate>& candidates, std::size_t terms);

// Newest first: by day, then by number; those without a day last.
bool is_newer(const Candidate& a, const Candidate& b);

}  // namespace sayso::record
