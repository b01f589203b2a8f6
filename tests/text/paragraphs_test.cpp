#include "text/paragraphs.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {

constexpr const char* kLine = "The ferries that carry most of the bread and fuel of the island now wait\n";

std::string block(int lines) {
  std::string text;
  for (; lines > 0; --lines) text += kLine;
  return text + "for high water.\n";
}

TEST(Paragraphs, BlocksOfEvenLinesAreHardWrapped) { EXPECT_TRUE(is_hard_wrapped(block(3) + "\n" + block(2))); }

TEST(Paragraphs, WindowsLineEndsMakeNoDifference) {
  std::string text = block(3) + "\n" + block(2), dos;
  for (const char c : text) dos += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_TRUE(is_hard_wrapped(dos));
}

TEST(Paragraphs, OneParagraphALineIsNot) {
  std::string long_line(300, 'x');
  EXPECT_FALSE(is_hard_wrapped(long_line + "\n\n" + long_line + "\n" + long_line + "\n"));
  EXPECT_FALSE(is_hard_wrapped("Short.\n\nLines.\nOf a\npoem\nthat is\nnone.\n"));
}

TEST(Paragraphs, LinesThatAreSentencesAreParagraphs) {
  std::string text;
  for (int i = 0; i < 9; ++i) text += "“The ferries that carry the bread of the island now wait for water.”\n";
  EXPECT_FALSE(is_hard_wrapped(text + "\n" + text));
}

TEST(Paragraphs, WithoutABlankLineNothingIsWrapped) { EXPECT_FALSE(is_hard_wrapped(block(30))); }

TEST(Paragraphs, EveryLineEndIsKnown) {
  EXPECT_EQ(line_end_at("\n", 0), 1u);
  EXPECT_EQ(line_end_at("\r\n", 0), 2u);
  EXPECT_EQ(line_end_at("\ra", 0), 1u);
  EXPECT_EQ(line_end_at("\u2028", 0), 3u);
  EXPECT_EQ(line_end_at("\u2029", 0), 3u);
  EXPECT_EQ(line_end_at("\u2027", 0), 0u);
  EXPECT_EQ(line_end_at("a", 1), 0u);
}

TEST(Paragraphs, BlankLinesHoldSpacesOnly) {
  EXPECT_TRUE(is_blank_line(" \t\nx", 0));
  EXPECT_TRUE(is_blank_line("x\n", 2));
  EXPECT_FALSE(is_blank_line("  x", 0));
}

}  // namespace
}  // namespace sayso
