#include "model/viterbi.h"

#include <gtest/gtest.h>

#include <random>

namespace sayso {
namespace {

// All sequences tried one by one.
float best_by_trying_all(const LabelGrammar& g, const float* steps, const std::vector<float>& scores, std::size_t n) {
  float best = -1e9f;
  std::size_t all = 1;
  for (std::size_t i = 0; i < n; ++i) all *= static_cast<std::size_t>(g.labels);
  for (std::size_t code = 0; code < all; ++code) {
    float sum = 0;
    int before = 0;
    bool allowed = true;
    std::size_t rest = code;
    for (std::size_t i = 0; i < n && allowed; ++i, rest /= static_cast<std::size_t>(g.labels)) {
      const int label = static_cast<int>(rest % static_cast<std::size_t>(g.labels));
      allowed = (g.followers[before] >> label & 1) != 0;
      sum += scores[i * 8 + static_cast<std::size_t>(label)] + steps[before * g.labels + label];
      before = label;
    }
    if (allowed) best = std::max(best, sum);
  }
  return best;
}

TEST(Viterbi, FindsTheBestAllowedSequence) {
  std::mt19937 rng(3);
  std::normal_distribution<float> value(0.f, 2.f);
  for (const LabelGrammar& g : {kBeginInsideOutside, kLinkGrammar}) {
    for (int round = 0; round < 40; ++round) {
      const std::size_t n = 1 + static_cast<std::size_t>(round) % 6;
      std::vector<float> scores(n * 8), steps(25);
      for (float& s : steps) s = value(rng);
      for (float& s : scores) s = value(rng);
      std::vector<std::uint8_t> scratch, labels;
      best_labels(g, steps.data(), scores.data(), n, 8, scratch, labels);
      float sum = 0;
      int before = 0;
      for (std::size_t i = 0; i < n; ++i) {
        ASSERT_TRUE(g.followers[before] >> labels[i] & 1) << "forbidden step";
        sum += scores[i * 8 + labels[i]] + steps[static_cast<std::size_t>(before * g.labels + labels[i])];
        before = labels[i];
      }
      EXPECT_NEAR(sum, best_by_trying_all(g, steps.data(), scores, n), 1e-4);
    }
  }
}

TEST(Viterbi, NothingIn) {
  std::vector<std::uint8_t> scratch, labels{1};
  const float steps[25] = {};
  best_labels(kLinkGrammar, steps, nullptr, 0, 16, scratch, labels);
  EXPECT_TRUE(labels.empty());
}

TEST(Viterbi, InsideNeverFollowsOutsideEvenWhenItScoresBest) {
  std::vector<std::uint8_t> scratch, labels;
  const std::vector<float> scores = {0, 0, 9, 5, 0, 0};  // first word: inside looks best but nothing has begun
  const float steps[9] = {};
  best_labels(kBeginInsideOutside, steps, scores.data(), 2, 3, scratch, labels);
  EXPECT_NE(labels[0], 2);
}

}  // namespace
}  // namespace sayso
