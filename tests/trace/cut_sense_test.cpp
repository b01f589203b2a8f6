// What was cut off a sentence, and whether the rest means something else.
#include "trace/cut_sense.h"

#include <gtest/gtest.h>

namespace sayso::trace {
namespace {

TEST(CutSense, DenialsBeforeWhatIsKept) {
  EXPECT_TRUE(cut_turns_sense("Not", "all pilots liked the pay", ""));
  EXPECT_TRUE(cut_turns_sense("The duke never", "promised us the northern meadow", ""));
  EXPECT_TRUE(cut_turns_sense("I did not", "promise the Brankov brothers a seat", ""));
  EXPECT_TRUE(cut_turns_sense("It is false that", "the duke sold the meadow", ""));
  EXPECT_TRUE(cut_turns_sense("It would be a lie to say", "the duke sold the meadow", ""));
  EXPECT_TRUE(cut_turns_sense("No", "crews were paid for the landing", ""));
  EXPECT_FALSE(cut_turns_sense("I did not sleep, and", "they were paid for the landing", ""));
  EXPECT_FALSE(cut_turns_sense("It is true that", "the duke sold the meadow", ""));
}

TEST(CutSense, ConditionsAndRestrictions) {
  EXPECT_TRUE(cut_turns_sense("", "I will resign", "only if the duke himself asks me to"));
  EXPECT_TRUE(cut_turns_sense("", "I would have voted for it", "had it been cheaper"));
  EXPECT_TRUE(cut_turns_sense("", "The ferry will sail at noon", ", unless it storms"));
  EXPECT_FALSE(cut_turns_sense("", "The ferry will sail at noon", "from the old pier"));
  EXPECT_FALSE(cut_turns_sense("", "the old ferry", "if it storms"));  // no statement
}

TEST(CutSense, WordsThatNarrow) {
  EXPECT_TRUE(cut_turns_sense("Some of the", "eels are poisonous", ""));
  EXPECT_TRUE(cut_turns_sense("Some of the", "eels in the lake are poisonous", ""));
  EXPECT_TRUE(cut_turns_sense("Most", "sailors on the lake were paid", ""));
  EXPECT_TRUE(cut_turns_sense("Nearly", "all of the barges are safe", ""));
  EXPECT_FALSE(cut_turns_sense("All of the", "eels in the lake are poisonous", ""));
  EXPECT_FALSE(cut_turns_sense("Some of the", "poisonous eels of the lake", ""));
}

TEST(CutSense, TheNextSentenceTakesItBack) {
  EXPECT_TRUE(takes_back("Unless the council pays."));
  EXPECT_TRUE(takes_back("Only if it rains."));
  EXPECT_FALSE(takes_back("It only rains if we sail."));
}

}  // namespace
}  // namespace sayso::trace
