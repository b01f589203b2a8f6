#include "eval/score_attributions.h"

#include <gmock/gmock.h>

#include "fixture.h"

namespace sayso::eval {
namespace {

const std::u32string kText =
    U"\"We will not sell the mill,\" Ann Cole said. Jo Reyes called the plan \"a mess\" on Monday. "
    U"Critics fear that prices may rise.";

const RolePieces kCole = attribution(kText, {"Ann Cole"}, {"said"}, {"\"We will not sell the mill,\""});
const RolePieces kReyes = attribution(kText, {"Jo Reyes"}, {"called"}, {"the plan \"a mess\""});
const RolePieces kCritics = attribution(kText, {"Critics"}, {"fear"}, {"that prices may rise"});
const std::vector<RolePieces> kGold = {kCole, kReyes, kCritics};

Report score(const std::vector<RolePieces>& pred, AttributionScorer::Options options = {}) {
  AttributionScorer scorer(options);
  scorer.add("mill", kText, kGold, pred);
  return scorer.report();
}

TEST(ScoreAttributions, gold_against_itself_is_perfect) {
  const Report report = score(kGold, {true, true});
  ASSERT_EQ(report.sections.size(), 4u);
  for (const Section& section : report.sections)
    for (const Row& row : section.rows)
      for (const auto& [key, value] : row.shares) EXPECT_EQ(value, 100.0) << section.name << " " << row.name << " " << key;
  EXPECT_TRUE(report.misses.empty());
}

TEST(ScoreAttributions, spans_are_matched_exactly_role_by_role) {
  RolePieces short_source = kReyes;
  short_source.of[kSource] = {place(kText, "Reyes")};
  const Report report = score({kCole, short_source});
  EXPECT_EQ(figure(report, "span.source", "P"), 50.0);
  EXPECT_EQ(figure(report, "span.source", "R"), 33.3);
  EXPECT_EQ(figure(report, "span.source", "F1"), 40.0);
  EXPECT_EQ(figure(report, "span.cue", "P"), 100.0);
  EXPECT_EQ(figure(report, "span.content", "R"), 66.7);
  EXPECT_EQ(figure(report, "span.content", "gold"), 3);
  EXPECT_EQ(figure(report, "span.content", "pred"), 2);
}

TEST(ScoreAttributions, equal_spans_of_two_attributions_count_once) {
  RolePieces twice = kReyes;
  twice.of[kContent] = kCritics.of[kContent];
  EXPECT_EQ(figure(score({kCritics, twice}), "span.content", "pred"), 1);
}

TEST(ScoreAttributions, found_needs_half_of_the_content) {
  RolePieces half = kCritics, less = kCritics;  // that prices may rise: F1 of 2 of 4 tokens is 0.67, of 1 is 0.4
  half.of[kContent] = {place(kText, "that prices")};
  less.of[kContent] = {place(kText, "that")};
  EXPECT_EQ(figure(score({half}), "found", "R"), 33.3);
  half.of[kContent] = {place(kText, "prices may"), place(kText, "Reyes called")};  // 2 of 4 and 4: F1 is 0.5
  EXPECT_EQ(figure(score({half}), "found", "R"), 33.3);
  EXPECT_EQ(figure(score({less}), "found", "R"), 0.0);
}

TEST(ScoreAttributions, tokens_count_under_the_alignment_only) {
  RolePieces crossed = kCritics;  // the source of another one does not count, though it is a source of the gold
  crossed.of[kSource] = kReyes.of[kSource];
  const Report report = score({crossed});
  EXPECT_EQ(figure(report, "token.source", "P"), 0.0);
  EXPECT_EQ(figure(report, "token.source", "gold"), 5);   // Ann Cole, Jo Reyes, Critics
  EXPECT_EQ(figure(report, "token.content", "P"), 100.0);
  EXPECT_EQ(figure(report, "token.joint", "pred"), 2 + 1 + 4);
  EXPECT_EQ(figure(report, "span.source", "P"), 100.0);
}

TEST(ScoreAttributions, a_shared_cue_aligns_but_gives_no_tokens) {
  RolePieces elsewhere = kReyes;
  elsewhere.of[kContent] = {place(kText, "on Monday")};
  const Report report = score({elsewhere});
  EXPECT_EQ(figure(report, "found", "R"), 0.0);
  EXPECT_EQ(figure(report, "token.cue", "P"), 0.0);
}

TEST(ScoreAttributions, whole_wants_all_three_roles_linked) {
  RolePieces swapped = kReyes;
  swapped.of[kSource] = kCole.of[kSource];
  EXPECT_EQ(figure(score({kCole, swapped}), "whole", "P"), 50.0);
  EXPECT_EQ(figure(score({kCole, kCole}), "whole", "P"), 50.0);  // one gold is matched once
}

TEST(ScoreAttributions, source_given_found_wants_overlap_or_both_empty) {
  RolePieces none = kCole, part = kReyes;
  none.of[kSource].clear();
  part.of[kSource] = {place(kText, "Reyes called")};
  EXPECT_EQ(figure(score({none, part}), "source|found", "R"), 50.0);
  EXPECT_EQ(figure(score({none, part}), "source|found", "gold"), 2);
  AttributionScorer scorer({});
  scorer.add("mill", kText, {none}, {none});
  EXPECT_EQ(figure(scorer.report(), "source|found", "R"), 100.0);
}

TEST(ScoreAttributions, cover_is_more_than_the_share_of_characters) {
  RolePieces most = kCole, some = kCritics;
  most.of[kContent] = {place(kText, "We will not sell the mill")};  // 25 of 28
  some.of[kContent] = {place(kText, "prices")};                     // 6 of 20: 30 % is not more than 30 %
  EXPECT_EQ(figure(score({most, some}), "cover.3", "R"), 33.3);
  EXPECT_EQ(figure(score({most, some}), "cover.8", "R"), 33.3);
}

TEST(ScoreAttributions, kinds_take_precision_from_all_gold_and_recall_from_all_predictions) {
  RolePieces unquoted = kReyes;  // predicted without its quoted part: indirect by itself
  unquoted.of[kContent] = {place(kText, "the plan")};
  const Report report = score({kCole, unquoted, kCritics}, {true, false});
  EXPECT_EQ(report.sections[1].name, "direct");
  EXPECT_EQ(figure(report, "span.source", "R", 2), 100.0);  // mixed gold: its source is among all predictions
  EXPECT_EQ(figure(report, "span.source", "pred", 2), 0);
  EXPECT_EQ(figure(report, "span.source", "P", 3), 100.0);  // both indirect predictions have sources of the gold
  EXPECT_EQ(figure(report, "span.content", "P", 3), 50.0);
  EXPECT_EQ(figure(report, "found", "gold", 3), 1);
  EXPECT_EQ(figure(report, "found", "pred", 3), 2);
  EXPECT_EQ(figure(report, "token.cue", "P", 3), -1);  // not told apart by kind
}

TEST(ScoreAttributions, nested_predictions_are_left_out) {
  const RolePieces inner = attribution(kText, {}, {"may"}, {"rise"});
  EXPECT_EQ(figure(score({kCritics, inner}), "found", "pred"), 1);
}

TEST(ScoreAttributions, misses_say_what_was_wanted_and_got) {
  RolePieces wrong_cue = kReyes;
  wrong_cue.of[kCue] = {place(kText, "on")};
  const RolePieces extra = attribution(kText, {"prices"}, {}, {"Monday"});
  const Report report = score({wrong_cue, kCritics, extra}, {false, true});
  ASSERT_EQ(report.misses.size(), 3u);
  EXPECT_EQ(report.misses[0].wrong, std::vector<std::string>{"cue"});
  EXPECT_EQ(report.misses[1].wanted, "Ann Cole");
  EXPECT_EQ(report.misses[1].got, "nothing");
  EXPECT_EQ(report.misses[2].wanted, "nothing");
  EXPECT_EQ(report.misses[2].content, "Monday");
}

TEST(Align, ties_go_to_cue_then_source_then_text_order) {
  const RoleTokens plain = {TokenSet{1}, TokenSet{2}, TokenSet{3, 4}};
  RoleTokens other_cue = plain, other_source = plain;
  other_cue[kCue] = {9};
  other_source[kSource] = {9};
  EXPECT_EQ(align({plain}, {other_cue, other_source})[0].pred, 1u);
  EXPECT_EQ(align({plain}, {other_source, plain})[0].pred, 1u);
  EXPECT_EQ(align({plain}, {plain, plain})[0].pred, 0u);
  EXPECT_TRUE(align({plain}, {}).empty());
}

TEST(TokensOf, takes_every_token_that_a_piece_touches) {
  const std::vector<Piece> grid = {{0, 3}, {4, 8}, {8, 9}};
  EXPECT_EQ(tokens_of({{2, 5}}, grid), (TokenSet{0, 1}));
  EXPECT_EQ(tokens_of({{3, 4}}, grid), TokenSet());
  EXPECT_EQ(tokens_of({{0, 5}, {6, 99}}, grid), (TokenSet{0, 1, 2}));
}

}  // namespace
}  // namespace sayso::eval
