#include "trace/sentence_ends.h"

#include <gtest/gtest.h>

namespace sayso::trace {
namespace {

std::string sentence_of(const std::string& text, const std::string& words) {
  const CodePoints points(text);
  const std::uint32_t begin = points.index_of(text.find(words));
  return std::string(points.slice(sentences_around(points, {begin, begin + CodePoints(words).size()})));
}

TEST(SentenceEnds, StopsMarksAndTitles) {
  EXPECT_EQ(sentence_of("It rained. The mill stays open. Good.", "mill"), "The mill stays open.");
  EXPECT_EQ(sentence_of("“It rained.” The mill stays open!", "mill"), "The mill stays open!");
  EXPECT_EQ(sentence_of("We told Mr. Cole that the mill stays open.", "mill"), "We told Mr. Cole that the mill stays open.");
}

TEST(SentenceEnds, InvisibleCharactersBehindAStopAreNoPartOfTheNextSentence) {
  EXPECT_EQ(sentence_of("It rained.\u2063\u2063\u2063 The mill stays open.", "mill"), "The mill stays open.");
  EXPECT_EQ(sentence_of("It rained.\u200b The mill stays open.", "mill"), "The mill stays open.");
}

}  // namespace
}  // namespace sayso::trace
