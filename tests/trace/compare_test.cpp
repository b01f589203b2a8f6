// compare(): context, edits with offsets, and input that is no ordinary quotation.
#include "trace/compare.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

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

const Edit* first_of(const Comparison& c, EditType type) {
  const auto at = std::ranges::find(c.edits, type, &Edit::type);
  return at == c.edits.end() ? nullptr : &*at;
}

TEST(Compare, WhatMovedIsOneEdit) {
  for (const auto& [from, to, moved] : {std::tuple{"Tomorrow we will open the lock", "We will open the lock tomorrow", "Tomorrow"},
                                        {"Tomorrow we open the lock at Quillby for the barges", "We open the lock at Quillby for the barges tomorrow", "Tomorrow"},
                                        {"Nobody saw the barge. The lock at Quillby was open all night long.",
                                         "The lock at Quillby was open all night long. Nobody saw the barge.", "Nobody saw the barge"}}) {
    const Wording a = wording(from), b = wording(to);
    const Comparison found = compare(a, b);
    EXPECT_EQ(found.relation, Relation::altered) << from;
    EXPECT_FALSE(found.sense_changed);
    ASSERT_NE(first_of(found, EditType::move), nullptr) << from;
    EXPECT_EQ(first_of(found, EditType::move)->from, moved);
    EXPECT_TRUE(std::ranges::all_of(found.edits, [](const Edit& e) { return e.type == EditType::move || e.type == EditType::case_change || e.type == EditType::punctuation; }));
    EXPECT_EQ(testing::broken_law(a, b, found), "");
  }
}

TEST(Compare, BracketsAreWholeInEdits) {
  for (const auto& [from, to, shown] : {std::tuple{"He will drive teh [sic] barge to Port Ansel", "He will drive the barge to Port Ansel", "teh [sic]"},
                                        {"[We] caught eleven of them on Sunday night", "They caught eleven of them on Sunday night", "[We]"},
                                        {"[T]he barge is sinking off Port Ansel", "The barge is sinking off Port Ansel", "[T]he"},
                                        {"We want[ed] the barge to sink off Port Ansel", "We want the barge to sink off Port Ansel", "want[ed]"}}) {
    const Wording a = wording(from), b = wording(to);
    const Comparison found = compare(a, b);
    ASSERT_EQ(found.edits.size(), 1U) << from;
    EXPECT_EQ(found.edits[0].from, shown) << from;
    EXPECT_EQ(testing::broken_law(a, b, found), "");
    const Comparison back = compare(b, a);
    ASSERT_EQ(back.edits.size(), 1U) << from;
    EXPECT_EQ(back.edits[0].to, shown) << from;
    EXPECT_EQ(testing::broken_law(b, a, back), "");
  }
}

TEST(Compare, WordsBeforeTheStretchAreCutOffNotDeleted) {
  const Comparison found = compare(wording("It ran through the mooring lines. We caught eleven of them on Sunday"), wording("We may have caught eleven of them on Sunday"));
  ASSERT_EQ(found.edits.size(), 1U);
  EXPECT_EQ(found.edits[0].to, "may have");
}

TEST(Compare, AConditionLeftOutIsShown) {
  const Comparison found = compare(wording("Those ducks, if they are ducks, belong to the parish"), wording("Those ducks belong to the parish"));
  const Edit* left_out = first_of(found, EditType::remove);
  ASSERT_NE(left_out, nullptr);
  EXPECT_EQ(left_out->from, "if they are ducks");
  EXPECT_TRUE(found.sense_changed);
}

TEST(Compare, SomebodyIsSomeone) {
  const Comparison found = compare(wording("If I shot somebody on the quay of Ansel they would cheer"), wording("If I shot someone on the quay of Ansel they would cheer"));
  ASSERT_EQ(found.edits.size(), 1U);
  EXPECT_EQ(found.edits[0].touches, Touches::nothing);
}

TEST(Compare, NamesThatBeginASentence) {
  const Comparison found = compare(wording("Odile stole the bronze bell of the old chapel"), wording("Mira stole the bronze bell of the old chapel"));
  ASSERT_EQ(found.edits.size(), 1U);
  EXPECT_EQ(found.edits[0].touches, Touches::name);
  EXPECT_TRUE(found.edits[0].sense_critical);
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
