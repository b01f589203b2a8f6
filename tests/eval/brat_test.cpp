#include "eval/brat.h"

#include "fixture.h"

namespace sayso::eval {
namespace {

const std::u32string kText = U"Ann Cole said the mine, she added, would close.";

std::vector<RolePieces> read(std::string_view ann) {
  const Result<std::vector<RolePieces>> out = read_brat(ann, kText, "cole.ann");
  EXPECT_TRUE(out.has_value()) << (out ? "" : out.error().where + " " + out.error().message);
  return out.value_or(std::vector<RolePieces>());
}

TEST(Brat, reads_an_attribution_in_pieces) {
  const auto found = read(
      "T1\tSource 0 8\tAnn Cole\n"
      "T2\tCue 9 13\tsaid\n"
      "T3\tContent 14 23;34 46\tthe mine, would close\n"
      "T4\tAttribution 9 13\tsaid\n"
      "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].of[kSource], (std::vector<Piece>{{0, 8}}));
  EXPECT_EQ(found[0].of[kCue], (std::vector<Piece>{{9, 13}}));
  EXPECT_EQ(found[0].of[kContent], (std::vector<Piece>{{14, 23}, {35, 46}}));  // white space is trimmed
}

TEST(Brat, joins_repeated_roles_and_ignores_the_rest) {
  const auto found = read(
      "#1\tAnnotatorNotes T1\twhat?\n"
      "T1\tContent 14 17\tthe\n"
      "T2\tContent 18 22\tmine\n"
      "T3\tCue 9 13\tsaid\n"
      "E1\tAttribution-no-source:T9 Content:T1 Content2:T2 Cue:T3 Source:T77 Mood:T1\n"
      "E2\tAttribution:T9 Source:T1\n"  // neither cue nor content
      "R1\tCoref Arg1:T1 Arg2:T2\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].of[kContent], (std::vector<Piece>{{14, 22}}));
  EXPECT_TRUE(found[0].of[kSource].empty());
}

TEST(Brat, takes_any_line_end_and_a_byte_order_mark) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const auto found = read("\xEF\xBB\xBFT1\tCue 9 13\tsaid" + end + "E1\tAttribution:T2 Cue:T1" + end);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].of[kCue], (std::vector<Piece>{{9, 13}}));
  }
}

TEST(Brat, keeps_offsets_outside_the_text) {
  const auto found = read("T1\tCue 40 99999999999999999999999\tx\nE1\tAttribution:T2 Cue:T1\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_GT(found[0].of[kCue][0].end, 1000);
}

TEST(Brat, says_where_offsets_are_wrong) {
  for (const std::string_view where : {"9", "9 x", "9 13;", "9 13;;14 15", "-9 13", "9  13", ""}) {
    const auto out = read_brat("\nT1\tCue " + std::string(where) + "\tsaid\n", kText, "cole.ann");
    ASSERT_FALSE(out.has_value()) << where;
    EXPECT_EQ(out.error().code, ErrorCode::malformed);
    EXPECT_EQ(out.error().where, "cole.ann:2");
  }
}

}  // namespace
}  // namespace sayso::eval
