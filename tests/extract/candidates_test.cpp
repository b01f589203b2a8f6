// The ranker by itself: scores are shares of belief, in the order of the weighted sums.
#include "extract/candidates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso {
namespace {

ScoredEntity candidate(std::uint32_t entity, Feature feature, float value) {
  ScoredEntity out{entity, {}, 0};
  out.features[feature] = value;
  return out;
}

TEST(Candidates, AreSortedByWhatSpeaksForThem) {
  std::vector<ScoredEntity> all{candidate(7, Feature::in_content, 1), candidate(8, Feature::subject, 0),
                                candidate(9, Feature::subject, 1)};
  rank(all);
  EXPECT_EQ(all[0].entity, 9u);
  EXPECT_EQ(all[1].entity, 8u);
  EXPECT_EQ(all[2].entity, 7u);
  EXPECT_NEAR(all[0].score + all[1].score + all[2].score, 1, 1e-5);
}

TEST(Candidates, TiesKeepTheirOrder) {
  std::vector<ScoredEntity> all{candidate(3, Feature::first, 1), candidate(1, Feature::first, 1)};
  rank(all);
  EXPECT_EQ(all[0].entity, 3u);
  EXPECT_FLOAT_EQ(all[0].score, all[1].score);
}

TEST(Candidates, OneThatIsTakenLeavesTheRestToTheOthers) {
  std::vector<ScoredEntity> all{candidate(1, Feature::first, 1), candidate(2, Feature::first, 1),
                                candidate(3, Feature::first, 1)};
  rank(all);
  const std::vector<ScoredEntity> out = taken(2, 0.9f, all);
  ASSERT_EQ(out.size(), 3u);
  EXPECT_EQ(out[0].entity, 2u);
  EXPECT_FLOAT_EQ(out[0].score, 0.9f);
  EXPECT_FLOAT_EQ(out[1].score, 0.05f);
  EXPECT_EQ(taken(5, 0.4f, {}).size(), 1u);
}

TEST(Candidates, EveryFeatureHasANameAndAWeight) {
  for (std::size_t i = 0; i < kFeatures; ++i) {
    EXPECT_FALSE(name_of(static_cast<Feature>(i)).empty());
    EXPECT_NE(weight_of(static_cast<Feature>(i)), 0);
  }
}

}  // namespace
}  // namespace sayso
