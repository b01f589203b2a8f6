#include "eval/score_variants.h"

#include <gtest/gtest.h>

namespace sayso::eval {
namespace {

constexpr const char* kGold =
    R"({"id": "a", "same_utterance": true, "relation": "trimmed", "sense_changed": false, "a": {"text": "x"}, "b": {"text": "y"}})"
    "\n\n"
    R"({"id": "b", "same_utterance": true, "relation": "altered", "sense_changed": true})"
    "\n"
    R"({"id": "c", "same_utterance": false, "relation": "different_utterance", "sense_changed": false})";

std::vector<JudgedPair> pairs(const char* lines) { return read_judged_pairs(lines, "pairs").value(); }

TEST(ScoreVariants, CountsWhatIsRight) {
  const auto report = score_variants(pairs(kGold), pairs(R"({"id": "a", "same_utterance": true, "relation": "trimmed"})"), true);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->same_utterance.recall, 50.0);
  EXPECT_EQ(report->same_utterance.precision, 100.0);
  EXPECT_EQ(report->sense_changed.recall, 0.0);
  EXPECT_EQ(report->accuracy, 66.7);
  EXPECT_EQ(report->accuracy_same, 50.0);
  EXPECT_EQ(report->without_prediction, 2);
  ASSERT_EQ(report->misses.size(), 1U);
  EXPECT_NE(report->misses[0].find("\"b\" same_utterance sense_changed"), std::string::npos);
  EXPECT_NE(to_json(*report, true).find("\"mean_F1\": 55.6"), std::string::npos);
  EXPECT_NE(to_text(*report).find("3 pairs, 2 without prediction"), std::string::npos);
}

TEST(ScoreVariants, BadInputIsAnError) {
  EXPECT_FALSE(read_judged_pairs("nonsense", "pairs"));
  EXPECT_FALSE(read_judged_pairs("{}", "pairs"));
  EXPECT_FALSE(score_variants(pairs(kGold), pairs(R"({"id": "z"})"), false));
  EXPECT_FALSE(score_variants(pairs(kGold), pairs("{\"id\": \"a\"}\n{\"id\": \"a\"}"), false));
  EXPECT_FALSE(evaluate_variants("/nowhere.jsonl", std::nullopt, {}, false));
  EXPECT_TRUE(score_variants({}, {}, false));
}

}  // namespace
}  // namespace sayso::eval
