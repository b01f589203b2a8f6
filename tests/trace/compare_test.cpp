// compare(): context, edits with offsets, and input that is no ordinary quotation.
#include "trace/compare.h"

#include <gtest/gtest.h>

#include "comparison_laws.h"
#include "trace/align.h"

namespace sayso::trace {
namespace {

Wording wording(std::string text) {
  Wording out;
  out.text = std::move(text);
  return out;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// Numbers as words that no two places share.
std::string long_text(std::size_t words, std::size_t changed_every = 0) {
  std::string out;
  for (std::size_t i = 0; i < words; ++i) out += (changed_every > 0 && i % changed_every == 5 ? "changed" : "w" + std::to_string(i * 7919 % 65'536)) + ' ';
  return out;
}

TEST(Compare, EditsHaveTheirPlaceOnBothSides) {
  const Wording a = wording("“Wé” will sell the mill to Pike."), b = wording("We will not sell the mill to Marsh.");
  const Comparison found = compare(wording("Wé will sell the mill to Bramwell Pike."), wording("Wé will not sell the mill to Bramwell Pike."));
  ASSERT_EQ(found.edits.size(), 1U);
  EXPECT_EQ(found.edits[0].type, EditType::insert);
  EXPECT_EQ(found.edits[0].touches, Touches::negation);
  EXPECT_EQ(found.edits[0].a, (Span{7, 7}));
  EXPECT_EQ(found.edits[0].b, (Span{8, 11}));
  EXPECT_TRUE(found.sense_changed);
  EXPECT_EQ(testing::broken_law(a, b, compare(a, b)), "");
}

TEST(Compare, AMovedWordIsOneEdit) {
  const Comparison found = compare(wording("Tomorrow we open the lock at Quillby for the barges"), wording("we open the lock at Quillby for the barges tomorrow"));
  EXPECT_TRUE(found.same_utterance);
}

TEST(Compare, SpeakersDatesAndSurroundingsCount) {
  Wording a = wording("We fought for the mill"), b = a;
  a.speaker = "Ann Tolliver", b.speaker = "Tolliver";
  const double same = compare(a, b).score;
  b.speaker = "Rufus Halse";
  EXPECT_FALSE(compare(a, b).same_utterance);
  EXPECT_GT(same, compare(a, b).score);
  a.speaker = b.speaker = "";
  const double bare = compare(a, b).score;
  a.date = "2024-01-01", b.date = "2026-01-01";
  EXPECT_LT(compare(a, b).score, bare);
  a.date = b.date = "";
  a.before = b.after = "the rain had washed the road away and nobody came for nine days";
  EXPECT_GT(compare(a, b).score, bare);
}

TEST(Compare, OddInputIsAnswered) {
  for (const std::string& text : {std::string(), std::string("a"), repeated("the ", 3000), repeated("?!. ", 3000), repeated("[ ", 3000), repeated("(a) ", 2000),
                                  repeated("\" said ", 2000), repeated("日本語 العربية ", 500), repeated("x-", 3000), repeated("'", 3000), repeated("… ", 3000)}) {
    for (const std::string& other : {text, std::string("the mill"), text + "the mill"}) {
      const Wording a = wording(text), b = wording(other);
      EXPECT_EQ(testing::broken_law(a, b, compare(a, b)), "") << text.substr(0, 20);
    }
  }
}

TEST(Compare, LongWordingsAreTiedTogetherByAnchors) {
  const Wording a = wording(long_text(50'000)), b = wording(long_text(50'000, 997));
  const Comparison found = compare(a, b);
  EXPECT_TRUE(found.same_utterance);
  EXPECT_EQ(found.relation, Relation::altered);
  EXPECT_EQ(found.edits.size(), 51U);
  EXPECT_EQ(testing::broken_law(a, b, found), "");
}

TEST(Compare, LongWordingsWithoutAnchorsAreAnsweredToo) {
  EXPECT_FALSE(compare(wording(repeated("the a ", 20'000)), wording(repeated("of to in ", 20'000))).same_utterance);
  EXPECT_TRUE(compare(wording(repeated("mill ", 20'000)), wording(repeated("mill ", 19'999))).same_utterance);
}

}  // namespace
}  // namespace sayso::trace
