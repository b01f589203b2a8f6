#include "model/word_pieces.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

constexpr std::string_view kVocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n\"\nsaid\nun\n##said\n##s\ncafe\n##a\na\n'\n";

using Numbers = std::vector<std::uint32_t>;

Numbers cut(std::string_view word, bool mark = false) {
  static const WordPieces pieces = WordPieces::of(kVocabulary);
  EXPECT_TRUE(pieces.complete());
  Numbers out;
  pieces.cut(word, mark, out);
  return out;
}

TEST(WordPieces, LongestPieceFirst) {
  EXPECT_EQ(cut("said"), Numbers({5}));
  EXPECT_EQ(cut("unsaid"), Numbers({6, 7}));
  EXPECT_EQ(cut("saids"), Numbers({5, 8}));
}

TEST(WordPieces, CaseAndAccentsAreOff) {
  EXPECT_EQ(cut("SAID"), Numbers({5}));
  EXPECT_EQ(cut("Café"), Numbers({9}));
  EXPECT_EQ(cut("cafe\u0301"), Numbers({9})) << "an accent of its own";
}

TEST(WordPieces, WhatHasNoPiecesIsUnknown) {
  EXPECT_EQ(cut("xsaid"), Numbers({1}));
  EXPECT_EQ(cut("saidx"), Numbers({1})) << "not one piece and a rest";
  EXPECT_EQ(cut("\U0001F642"), Numbers({1}));
  EXPECT_EQ(cut("\u0301"), Numbers({1})) << "nothing is left of it";
}

TEST(WordPieces, MarksOfAllStylesAreOnePiece) {
  EXPECT_EQ(cut("“", true), Numbers({4}));
  EXPECT_EQ(cut("'", true), Numbers({4}));
  EXPECT_EQ(cut("'", false), Numbers({12}));
}

TEST(WordPieces, LongWordsGiveFewPieces) {
  EXPECT_EQ(cut(std::string(100, 'a')), Numbers({11, 10, 10, 10, 10, 10}));
  EXPECT_EQ(cut(std::string(101, 'a')), Numbers({1}));
  EXPECT_EQ(cut(std::string(10000, 'a')), Numbers({1}));
}

TEST(WordPieces, AVocabularyWithoutSpecialPiecesIsIncomplete) {
  EXPECT_FALSE(WordPieces::of("").complete());
  EXPECT_FALSE(WordPieces::of("[CLS]\n[SEP]\n\"").complete());
}

}  // namespace
}  // namespace sayso
