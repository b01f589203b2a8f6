#include "eval/attribution.h"

#include "fixture.h"

namespace sayso::eval {
namespace {

Kind kind_of_content(std::string_view content) {
  const std::u32string text = wide(content);
  RolePieces whole;
  whole.of[kContent] = {{0, static_cast<std::int64_t>(text.size())}};
  return kind_of(whole, text);
}

TEST(Merged, trims_sorts_and_joins_over_white_space) {
  const std::u32string text = U"one  two, three";
  EXPECT_EQ(merged({{5, 8}, {0, 4}}, text), (std::vector<Piece>{{0, 8}}));
  EXPECT_EQ(merged({{0, 3}, {10, 15}}, text), (std::vector<Piece>{{0, 3}, {10, 15}}));  // ", two" between
  EXPECT_EQ(merged({{0, 8}, {2, 4}}, text), (std::vector<Piece>{{0, 8}}));
  EXPECT_EQ(merged({{3, 5}, {4, 4}}, text), std::vector<Piece>());
}

TEST(KindOf, direct_is_all_inside_marks) {
  EXPECT_EQ(kind_of_content("\"We will not sell.\""), Kind::direct);
  EXPECT_EQ(kind_of_content("“We will not sell”"), Kind::direct);
  EXPECT_EQ(kind_of_content("``We will not sell.''"), Kind::direct);
  EXPECT_EQ(kind_of_content("‘We will not sell’"), Kind::direct);
}

TEST(KindOf, mixed_is_partly_indirect_is_not) {
  EXPECT_EQ(kind_of_content("that it was \"a mess\""), Kind::mixed);
  EXPECT_EQ(kind_of_content("``a mess'' and worse"), Kind::mixed);
  EXPECT_EQ(kind_of_content("that it won’t sell"), Kind::indirect);  // an apostrophe is no mark
  EXPECT_EQ(kind_of_content("‘We won’t sell’"), Kind::mixed);        // inside single marks it is one, for good or bad
  EXPECT_EQ(kind_of_content("that it would not sell"), Kind::indirect);
  EXPECT_EQ(kind_of_content("that \"\" is empty"), Kind::indirect);  // marks around nothing
}

TEST(KindOf, a_mark_that_reopens_a_paragraph_does_not_close) {
  EXPECT_EQ(kind_of_content("\"We will not sell.\n\n\"We never would.\""), Kind::direct);
  EXPECT_EQ(kind_of_content("\"We will not sell.\" \"We never would.\""), Kind::direct);
}

TEST(KindOf, pieces_stand_on_lines_of_their_own) {
  const std::u32string text = U"\"We,\" she said, \"will.\"";
  EXPECT_EQ(kind_of(attribution(text, {}, {}, {"\"We,\"", "\"will.\""}), text), Kind::direct);
}

TEST(WithoutNested, leaves_out_what_stands_in_another_content) {
  const std::u32string text = U"Cole said Reyes had called it a mess. Ng agreed.";
  const RolePieces outer = attribution(text, {"Cole"}, {"said"}, {"Reyes had called it a mess"});
  const RolePieces inner = attribution(text, {"Reyes"}, {"had called"}, {"it a mess"});
  const RolePieces other = attribution(text, {"Ng"}, {"agreed"}, {});
  EXPECT_EQ(without_nested({outer, inner, other}), (std::vector<RolePieces>{outer, other}));
  EXPECT_EQ(without_nested({other, other}), (std::vector<RolePieces>{other, other}));
  EXPECT_EQ(without_nested({outer, outer}).size(), 2u);  // equal ones do not stand in each other
}

TEST(WithoutNested, keeps_one_whose_cue_stands_outside) {
  const std::u32string text = U"Cole said it was a mess, Reyes noted.";
  const RolePieces wide_one = attribution(text, {"Cole"}, {"said"}, {"it was a mess"});
  const RolePieces narrow = attribution(text, {"Reyes"}, {"noted"}, {"a mess"});
  EXPECT_EQ(without_nested({wide_one, narrow}).size(), 2u);
}

}  // namespace
}  // namespace sayso::eval
