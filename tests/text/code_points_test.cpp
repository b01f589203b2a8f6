#include "text/code_points.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace sayso {
namespace {

TEST(CodePoints, CountsWhatThePublicOffsetsCount) {
  EXPECT_EQ(CodePoints("").size(), 0u);
  EXPECT_EQ(CodePoints("abc").size(), 3u);
  EXPECT_EQ(CodePoints("“é字\U0001F600”\r\n").size(), 7u);
}

TEST(CodePoints, SlicesByCodePoint) {
  const CodePoints text("a“é字\U0001F600”z");
  EXPECT_EQ(text.slice({1, 2}), "“");
  EXPECT_EQ(text.slice({2, 5}), "é字\U0001F600");
  EXPECT_EQ(text.slice({6, 7}), "z");
  EXPECT_EQ(text.slice({3, 3}), "");
  EXPECT_EQ(text.slice({5, 3}), "");
}

TEST(CodePoints, SpansBeyondTheEndAreCut) {
  for (const char* utf8 : {"abc", "aé字"}) {
    const CodePoints text(utf8);
    EXPECT_EQ(text.slice({0, 99}), utf8);
    EXPECT_EQ(text.slice({50, 99}), "");
    EXPECT_EQ(text.byte_of(99), std::string_view(utf8).size());
    EXPECT_EQ(text.index_of(99), 3u);
  }
}

TEST(CodePoints, AByteInsideACodePointBelongsToIt) {
  const CodePoints text("a字b");
  EXPECT_EQ(text.index_of(1), 1u);
  EXPECT_EQ(text.index_of(2), 1u);
  EXPECT_EQ(text.index_of(3), 1u);
  EXPECT_EQ(text.index_of(4), 2u);
}

// Against counting from the beginning, for texts longer than many samples.
TEST(CodePoints, AgreesWithCountingOnRandomTexts) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 50; ++round) {
    std::string utf8;
    std::vector<std::size_t> begins;
    const int kinds = round % 5 == 0 ? 1 : 4;
    for (std::size_t i = random() % 700; i > 0; --i) {
      begins.push_back(utf8.size());
      utf8 += std::vector<std::string>{"a", "é", "字", "\U0001F600"}[random() % static_cast<unsigned>(kinds)];
    }
    const CodePoints text(utf8);
    ASSERT_EQ(text.size(), begins.size());
    for (std::uint32_t i = 0; i < begins.size(); ++i) {
      ASSERT_EQ(text.byte_of(i), begins[i]);
      ASSERT_EQ(text.index_of(begins[i]), i);
    }
  }
}

TEST(CodePoints, DecodingAndAppendingAreInverse) {
  for (const char32_t c :
       {U'\0', U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xD7FF', U'\xFFFD', U'\U00010000', U'\U0010FFFF'}) {
    std::string utf8;
    append_utf8(utf8, c);
    std::size_t at = 0;
    EXPECT_EQ(decode(utf8, at), c);
    EXPECT_EQ(at, utf8.size());
  }
}

}  // namespace
}  // namespace sayso
