#include "eval/wide_text.h"

#include "fixture.h"

namespace sayso::eval {
namespace {

std::vector<std::string> words(std::string_view utf8, Grid grid) {
  const std::u32string text = wide(utf8);
  std::vector<std::string> out;
  for (const Piece piece : tokens_in(text, grid)) out.push_back(encode_text(slice(text, piece)));
  return out;
}

TEST(WideText, refuses_what_is_no_utf8) {
  EXPECT_EQ(decode_text("a\xFF"), std::nullopt);
  EXPECT_EQ(decode_text("\xC3"), std::nullopt);
  EXPECT_EQ(decode_text("é😀"), U"é😀");
  EXPECT_EQ(encode_text(U"é😀"), "é😀");
}

TEST(WideText, slices_as_python_does) {
  EXPECT_EQ(slice(U"abcdef", {1, 3}), U"bc");
  EXPECT_EQ(slice(U"abcdef", {4, 99}), U"ef");
  EXPECT_EQ(slice(U"abcdef", {-2, 6}), U"ef");
  EXPECT_EQ(slice(U"abcdef", {3, 1}), U"");
  EXPECT_EQ(slice(U"abcdef", {50, 60}), U"");
}

TEST(WideText, words_are_letters_numbers_and_underscores) {
  EXPECT_EQ(words("We don't, naïve_1 ½!", Grid::words), (std::vector<std::string>{"We", "don", "t", "naïve_1", "½"}));
  EXPECT_EQ(words("“a—b”\u00A0c", Grid::words_and_marks), (std::vector<std::string>{"“", "a", "—", "b", "”", "c"}));
  // A combining mark is no part of a word, as in Python's re.
  EXPECT_EQ(words("e\u0301a", Grid::words_and_marks), (std::vector<std::string>{"e", "\u0301", "a"}));
}

TEST(WideText, underscore_is_a_word_but_not_alphanumeric) {
  EXPECT_TRUE(is_alnum(U'é'));
  EXPECT_TRUE(is_alnum(U'²'));
  EXPECT_FALSE(is_alnum(U'_'));
  EXPECT_FALSE(is_alnum(U'“'));
}

TEST(WideText, folds_names) {
  EXPECT_EQ(fold("Ann  COLE,"), "ann cole");
  EXPECT_EQ(fold("Dr. Jo \"Ace\" Reyes"), "dr jo ace reyes");
  EXPECT_EQ(fold("Straße ﬁn"), "strasse fin");  // casefold, NFKC
  EXPECT_EQ(fold("Jose\u0301"), fold("JOSÉ"));
  EXPECT_EQ(fold("…"), "");
}

}  // namespace
}  // namespace sayso::eval
