// Transcripts.
#include "extract/turns.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>  // needs gtest before it

#include "page.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Lines = std::vector<std::string>;

Lines turns(std::string text) {
  const LayoutPage page(std::move(text));
  std::vector<Attribution> found;
  add_turns(*page, found);
  return page.in_lines(found);
}

TEST(Turns, EachTurnIsAStatementOfItsLabel) {
  EXPECT_THAT(turns("Mia Holt spoke to Dev Osei.\n\nHOLT: Why did you leave?\n\nOSEI: It was time.\n\nHOLT: And now?\n\n"
                    "OSEI: Now I rest."),
              ElementsAre("HOLT|:|Why did you leave?", "OSEI|:|It was time.", "HOLT|:|And now?", "OSEI|:|Now I rest."));
}

TEST(Turns, ParagraphsWithoutALabelGoOn) {
  EXPECT_THAT(turns("Ann Cole: How was it?\n\nDaniel Reyes: Long.\n\nThe road has no end.\n\nAnn Cole: Sad?\n\nDaniel Reyes: No."),
              ElementsAre("Ann Cole|:|How was it?", "Daniel Reyes|:|Long. … The road has no end.", "Ann Cole|:|Sad?", "Daniel Reyes|:|No."));
}

TEST(Turns, TheNarratorBehindTheLastTurnIsNobodysTurn) {
  const Lines found = turns("Ann Cole: How was it?\n\nDaniel Reyes: Long.\n\nAnn Cole: Sad?\n\nDaniel Reyes: No.\n\nI wept.\n\nThe road was built in 1990.");
  EXPECT_EQ(found.back(), "Daniel Reyes|:|No. … I wept.");
}

TEST(Turns, TheNarratorBetweenTurnsIsNobodysTurn) {
  const Lines found = turns("Ann Cole: How was it?\n\nDaniel Reyes: Long.\n\nThen Reyes showed her the map.\n\nAnn Cole: Sad?\n\nDaniel Reyes: No.");
  EXPECT_THAT(found, testing::Contains("Daniel Reyes|:|Long."));
}

struct Form {
  const char* text;
  const char* first;
};
class LabelForms : public testing::TestWithParam<Form> {};

TEST_P(LabelForms, AreSpeakers) {
  const Lines found = turns(GetParam().text);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found.front(), GetParam().first);
}

INSTANTIATE_TEST_SUITE_P(
    All, LabelForms,
    testing::Values(Form{"MR. SMITH: No.\n\nTHE WITNESS: Yes.\n\nMR. SMITH: Go on.", "MR. SMITH|:|No."},
                    Form{"**Ann Cole:** No.\n\n**Daniel Reyes:** Yes.\n\n**Ann Cole:** Go on.", "Ann Cole|:|No."},
                    Form{"**Ann Cole**: No.\n\n**Daniel Reyes**: Yes.\n\n**Ann Cole**: Go on.", "Ann Cole|:|No."},
                    Form{"<b>Ann Cole:</b> No.\n\n<b>Daniel Reyes:</b> Yes.\n\n<b>Ann Cole</b>: Go on.", "Ann Cole|:|No."},
                    Form{"ANN COLE — No.\n\nDANIEL REYES — Yes.\n\nCOLE — Go on.", "ANN COLE|—|No."},
                    Form{"ANN COLE, HOST: No.\n\nDANIEL REYES, BYLINE: Yes.\n\nCOLE: Go on.", "ANN COLE, HOST|:|No."},
                    Form{"ANN COLE (via telephone): No.\n\nDANIEL REYES: Yes.\n\nCOLE: Go on.", "ANN COLE|:|No."},
                    Form{"Moderator: No.\n\nAnn O'Neil-Cole: Yes.\n\nModerator: Go on.", "Moderator|:|No."},
                    Form{"Mia Holt interviewed him.\nQ: No.\nA: Yes.\nQ: Go on.", "Q|:|No."},
                    Form{"Mia Holt interviewed him.\nQ. No.\nA. Yes.\nQ. Go on.", "Q||No."}));

TEST(Turns, SeveralInOneParagraphAreToldApart) {
  EXPECT_THAT(turns("Ann Cole met Daniel Reyes.\n\nCOLE: You know why. MR. REYES: I do not. COLE: You do!"),
              ElementsAre("COLE|:|You know why.", "MR. REYES|:|I do not.", "COLE|:|You do!"));
}

TEST(Turns, ALabelMayStandAlone) {
  EXPECT_THAT(turns("Ann Cole:\nHow was it?\nDaniel Reyes:\nLong.\nAnn Cole:\nSad?"),
              ElementsAre("Ann Cole|:|How was it?", "Daniel Reyes|:|Long.", "Ann Cole|:|Sad?"));
}

TEST(Turns, StageDirectionsAreNotSaid) {
  EXPECT_THAT(turns("Ann Cole: How was it?\n\n(LAUGHTER)\n\nDaniel Reyes: Long.\n\nAnn Cole: Sad?"),
              ElementsAre("Ann Cole|:|How was it?", "Daniel Reyes|:|Long.", "Ann Cole|:|Sad?"));
}

class NoTranscript : public testing::TestWithParam<const char*> {};

TEST_P(NoTranscript, HasNoTurns) { EXPECT_THAT(turns(GetParam()), IsEmpty()); }

INSTANTIATE_TEST_SUITE_P(
    All, NoTranscript,
    testing::Values("", "QUIST: Hello.", "More: Ann Cole wins.\n\nRead: Ann Cole loses.\n\nMore: Ann Cole draws.",
                    "Myth: Crows are stupid.\n\nFact: They are not.\n\nMyth: They steal.\n\nFact: They do.",
                    "Ann Cole: Five reasons\n\nDaniel Reyes: The end of oil\n\nAnn Cole: What now",
                    "Otto Holt: He was held in 2011.\n\nMia Holt: She went home.\n\nDaniel Reyes: He is still there.",
                    "Will my tax rise?\n\nQ: Will it?\n\nA: It will.\n\nQ: When?\n\nA: In May.",
                    "LONDON — Ann Cole came.\n\nPARIS — Daniel Reyes left.\n\nLONDON — Cole left too.",
                    "Price: 4 dollars.\n\nWeight: 3 pounds.\n\nPrice: 5 dollars.",
                    "Score: Ann Cole won at 10:30 on the clock.\n\nMonday: Daniel Reyes: out."));

TEST(Turns, WhatTheModelFoundInsideStaysAndARepetitionGoes) {
  const LayoutPage page("Ann Cole: How was it?\n\nDaniel Reyes: My sister said it was over.\n\nAnn Cole: Sad?");
  std::vector<Attribution> all = {page.attribution("My sister", "said", "it was over"),
                                  page.attribution("Daniel Reyes", ":", "My sister said it was over."),
                                  page.attribution("", "", "How was it?")};
  all[1].cue = page.at("Reyes:");
  all[1].cue.begin = all[1].cue.end - 1;
  add_turns(*page, all);
  EXPECT_THAT(page.in_lines(all), ElementsAre("My sister|said|it was over", "Ann Cole|:|How was it?",
                                              "Daniel Reyes|:|My sister said it was over.", "Ann Cole|:|Sad?"));
  const std::vector<Statement> statements = build_statements(*page, all);
  EXPECT_EQ(statements[0].parent, 2u);
  EXPECT_EQ(statements[0].kind, Kind::indirect);
  EXPECT_EQ(statements[2].kind, Kind::direct);
}

TEST(Turns, AQuotationThatNobodyClosedEndsAtTheNextLabelOfItsLine) {
  const LayoutPage page("ANN COLE: Why?\nMr. Holt: “Yes Why? ANN COLE: I said no.");
  std::vector<Attribution> all;
  add_turns(*page, all);
  EXPECT_THAT(page.in_lines(all), ElementsAre("ANN COLE|:|Why?", "Mr. Holt|:|“Yes Why?", "ANN COLE|:|I said no."));
}

// Any text of labels, marks and words: content only of what stands there, in order, turns apart.
RC_GTEST_PROP(Turns, NeverOverlap, ()) {
  const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
      "ANN COLE: ", "Mr. Holt: ", "Q: ", "A. ", "**", ": ", "(", ")", "\n", "\n\n", "I said no. ", "“Yes", "” ", "interview ", "— ", "Why? ", "x"}));
  std::string text;
  for (const std::string& part : parts) text += part;
  const LayoutPage page(text);
  std::vector<Attribution> all;
  add_turns(*page, all);
  std::uint32_t end = 0;
  for (const Attribution& a : all) {
    RC_ASSERT(!a.content.empty() && a.set_off);
    for (const TokenRange piece : a.content) {
      RC_ASSERT(piece.begin >= end && !piece.empty() && piece.end <= (*page).tokens.size());
      end = piece.end;
    }
  }
}

}  // namespace
}  // namespace sayso
