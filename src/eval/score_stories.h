// Scores statements against stories whose statements were written down by hand.
//
//   found         F1 of statements with a one-to-one partner (F1 of content tokens >= 0.5)
//   boundary      of the found, the share whose content has exactly the gold's tokens
//   source, kind, parent      of the gold statements that give the field, the share found with it right
//   addressee, via, channel, said_at   F1 over the statements where gold or prediction has one
//   false_quotes  share of the quoted passages nobody is quoted with that came out as a statement's whole content
//   same_person   share of the pairs of mentions that are judged rightly, one entity or two
//   lost          stories without a readable prediction
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/alignment.h"
#include "eval/report.h"
#include "eval/story.h"
#include "sayso/error.h"

namespace sayso::eval {

class StoryScorer {
 public:
  explicit StoryScorer(bool misses) : with_misses_(misses) {}

  // One story; no prediction counts as an empty one and as lost.
  // Error: malformed, where the gold has a piece that is not in the text.
  Result<void> add(const std::string& name, std::u32string_view text, const GoldStory& gold,
                   const std::optional<PredictedStory>& pred);
  Report report() const;

 private:
  enum Figure : std::size_t {
    kFound, kBoundary, kSourceName, kKind, kAddressee, kVia, kChannel, kSaidAt, kParent, kFalseQuotes, kSamePerson, kFigures
  };
  struct Tally {
    std::int64_t gold = 0, pred = 0, right = 0;
  };
  struct Matched;
  static Row row(std::size_t figure, const Tally& tally);

  void count_found(const Matched& m);
  void count_share(Figure figure, bool right);
  void count_optional(Figure figure, bool expected, bool predicted, bool same);
  std::vector<std::string> count_fields(const Matched& m, std::size_t index);
  void count_optional_fields(const GoldStatement& gold, const PredictedStatement& pred);
  void note_misses(const std::string& name, const Matched& m, std::size_t index, std::vector<std::string> wrong);
  void note_spurious(const std::string& name, std::u32string_view text, const Matched& m);
  void count_same_person(const GoldStory& gold, const PredictedStory& pred);

  bool with_misses_;
  std::array<Tally, kFigures> tallies_{};
  std::vector<std::string> lost_;
  std::vector<Miss> misses_;
};

}  // namespace sayso::eval
