// Scores predicted attributions against gold ones: the figures of the PolNeAR table and what goes beyond it.
//
//   span.ROLE     exact match of each contiguous piece of a role, roles scored independently
//   found         attributions with a one-to-one partner whose content tokens overlap (F1 of tokens >= 0.5)
//   token.ROLE    tokens of the role under that one-to-one alignment; token.joint sums the three
//   whole         attributions whose source, cue and content are all exactly right and linked to each other
//   source|found  of the attributions found, the share whose source overlaps the gold source (both empty is right)
//   cover.3 .8    gold quotes of which more than 30 % / 80 % of the characters are covered by one prediction
// All are micro-averaged over the corpus.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "eval/alignment.h"
#include "eval/attribution.h"
#include "eval/count.h"
#include "eval/report.h"

namespace sayso::eval {

class AttributionScorer {
 public:
  struct Options {
    bool by_kind = false;  // also sections for direct, mixed and indirect
    bool misses = false;
  };
  explicit AttributionScorer(Options options) : options_(options) {}

  // One article. A predicted attribution that stands inside another one's content is left out, as the gold has none.
  void add(const std::string& name, std::u32string_view text, const std::vector<RolePieces>& gold,
           const std::vector<RolePieces>& pred);
  Report report() const;

 private:
  struct Counts {
    std::array<Count, 3> span, token;
    Count found, joint, whole, source_found, cover3, cover8;
  };
  struct Side;
  struct Matched;

  void count_spans(const Matched& m);
  void count_found(const Matched& m);
  void count_tokens(const Matched& m);
  void count_whole(const Matched& m);
  void count_sources(const Matched& m);
  void count_cover(const Matched& m);
  void note_misses(const std::string& name, std::u32string_view text, const Matched& m);
  std::size_t sections() const { return options_.by_kind ? 4 : 1; }
  Section section(std::size_t index) const;

  Options options_;
  std::array<Counts, 4> counts_;  // all, direct, mixed, indirect
  std::vector<Miss> misses_;
};

}  // namespace sayso::eval
