#include "extract/set_phrases.h"

#include <gtest/gtest.h>

#include "page.h"

namespace sayso {
namespace {

using Lines = std::vector<std::string>;

Lines found(const std::string& text) {
  const LayoutPage page(text);
  std::vector<Attribution> all;
  read_set_phrases(WordForms(*page), all);
  return page.in_lines(all);
}

TEST(SetPhrases, WhoPutsItAtSoMuch) {
  EXPECT_EQ(found("Two bankers who worked on the sale put it at $90 million."),
            Lines{"Two bankers who worked on the sale|put|it at $90 million"});
  EXPECT_EQ(found("In a filing last month, the firm put the total at “under $2 million.”"),
            Lines{"the firm|put|the total at “under $2 million.”"});
  EXPECT_EQ(found("The council puts the cost at 40,000 a year, and pays."),
            Lines{"The council|puts|the cost at 40,000 a year"});
  EXPECT_EQ(found("She put the cup at his elbow. He put it away."), Lines{});
}

TEST(SetPhrases, InTheWordsOf) {
  EXPECT_EQ(found("He was, in the words of one rider, “sorry like a meter.”"),
            Lines{"one rider|in the words of|He was … “sorry like a meter.”"});
  EXPECT_EQ(found("It is, in the words of Ann Cole, “late”, and cold."),
            Lines{"Ann Cole|in the words of|It is … “late”"});
  EXPECT_EQ(found("She took comfort in the words of the song."), Lines{});
}

TEST(SetPhrases, TheAnswerCame) {
  EXPECT_EQ(found("“Leave his tan out of it,” came the answer."), Lines{"|came the answer|“Leave his tan out of it,”"});
  EXPECT_EQ(found("“Never,” came the curt reply."), Lines{"|came the curt reply|“Never,”"});
  EXPECT_EQ(found("“Never,” she said, and then came the answer."), Lines{});
}

}  // namespace
}  // namespace sayso
