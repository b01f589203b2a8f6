// Hand-written pairs: data/pairs.txt.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "trace/compare.h"

namespace sayso::trace {
namespace {

struct Case {
  std::string line, relation, sense;
  Wording a, b;
};

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> out;
  std::size_t at = 0;
  for (std::size_t bar = line.find(" | "); bar != std::string::npos; at = bar + 3, bar = line.find(" | ", at)) out.push_back(line.substr(at, bar - at));
  out.push_back(line.substr(at));
  return out;
}

std::vector<Case> cases() {
  std::ifstream file(SAYSO_SOURCE_DIR "/tests/trace/data/pairs.txt");
  std::vector<Case> out;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> fields = fields_of(line);
    Case c{line, fields.at(0), fields.at(1), {}, {}};
    c.a.text = fields.at(2), c.b.text = fields.at(3);
    out.push_back(std::move(c));
  }
  return out;
}

TEST(Pairs, AreJudgedAsByHand) {
  const std::vector<Case> all = cases();
  ASSERT_GE(all.size(), 60U);
  for (const Case& c : all) {
    const Comparison found = compare(c.a, c.b);
    EXPECT_EQ(c.relation, name_of(found.relation)) << c.line << "\nscore " << found.score;
    EXPECT_EQ(c.sense == "sense", found.sense_changed) << c.line;
    EXPECT_EQ(c.relation != "different_utterance", found.same_utterance) << c.line << "\nscore " << found.score;
  }
}

TEST(Pairs, AreJudgedAlikeTheOtherWayRound) {
  for (const Case& c : cases()) {
    const Comparison one = compare(c.a, c.b), other = compare(c.b, c.a);
    EXPECT_EQ(one.relation, other.relation) << c.line;
    EXPECT_EQ(one.sense_changed, other.sense_changed) << c.line;
    EXPECT_NEAR(one.score, other.score, 0.05) << c.line;
  }
}

TEST(Pairs, AnythingIsIdenticalToItself) {
  for (const Case& c : cases()) {
    const Comparison found = compare(c.a, c.a);
    EXPECT_TRUE(found.edits.empty()) << c.line;
    EXPECT_FALSE(found.sense_changed) << c.line;
  }
}

}  // namespace
}  // namespace sayso::trace
