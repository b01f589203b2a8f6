#include "extract/plain_cues.h"

#include <gtest/gtest.h>

#include "page.h"

namespace sayso {
namespace {

using Lines = std::vector<std::string>;

Lines plain(const std::string& text) {
  const LayoutPage page(text);
  std::vector<Attribution> all;
  add_plain_cues(WordForms(*page), all);
  return page.in_lines(all);
}

TEST(PlainCues, VerbsBeforeThatAndWhether) {
  EXPECT_EQ(plain("The club denied that it had known."), Lines{"The club|denied|that it had known"});
  EXPECT_EQ(plain("She said in a statement on Thursday that she was leaving."), Lines{"She|said|that she was leaving"});
  EXPECT_EQ(plain("Cole has told the Two Towels podcast that he saw it coming."), Lines{"Cole|has told|that he saw it coming"});
  EXPECT_EQ(plain("It rained, and the manager wondered whether to go."), Lines{"the manager|wondered|whether to go"});
}

TEST(PlainCues, IntentionsBeforeAnInfinitive) {
  EXPECT_EQ(plain("Harbor Nine plan to appeal."), Lines{"Harbor Nine|plan|to appeal"});
  EXPECT_EQ(plain("The union refused on Thursday to pay the fine."), Lines{"The union|refused|to pay the fine"});
}

TEST(PlainCues, SpeakersBehindTheirClause) {
  EXPECT_EQ(plain("LONDON, May 5 — The channel has lost a metre, the harbour authority said on Tuesday, and ferries wait."),
            Lines{"the harbour authority|said|The channel has lost a metre"});
  EXPECT_EQ(plain("The shot has cut infections by 80 percent, researchers report in a journal."), Lines{"researchers|report|The shot has cut infections by 80 percent"});
}

TEST(PlainCues, NounsHypothesesAndWhatIsKnownAreNone) {
  EXPECT_EQ(plain("They read new rules that could close the plant."), Lines{});
  EXPECT_EQ(plain("She had a borrowing plan to keep it open."), Lines{});
  EXPECT_EQ(plain("He would say that it rained. I said that it rained."), Lines{});
  EXPECT_EQ(plain("“Cole said that it rained.”"), Lines{});
  EXPECT_EQ(plain("After the vote, Cole said."), Lines{});
}

}  // namespace
}  // namespace sayso
