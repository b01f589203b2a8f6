// Who speaks where nobody is named any more: talk by turns, calls, messages, transcripts.
#include "extract/talk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annotated.h"
#include "extract/inner_quotations.h"
#include "extract/refine.h"
#include "extract/uncued.h"
#include "page.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Lines = std::vector<std::string>;

// Statements of a text in which only the rules look for any.
Extraction by_rules(std::string text, std::vector<std::string> authors = {}) {
  Document document;
  document.text = std::move(text);
  document.authors = std::move(authors);
  const Analysis analysis = analyse(document);
  std::vector<Attribution> found;
  const WordForms forms(analysis);
  refine_attributions(analysis, forms, found);
  Extraction out;
  out.statements = build_statements(analysis, found);
  resolve_sources(analysis, forms, document, found, out);
  return out;
}

std::string who_says(const Extraction& e) {
  std::string out;
  for (const Statement& s : e.statements)
    out += (out.empty() ? "" : " / ") + (s.source.name ? *s.source.name : std::string(name_of(s.source.type)));
  return out;
}

std::string to_whom(const Extraction& e) {
  std::string out;
  for (const Statement& s : e.statements)
    out += (out.empty() ? "" : " / ") + (s.addressee && s.addressee->name ? *s.addressee->name : "-");
  return out;
}

TEST(Talk, LoneTurnsAreStatementsOfTheirOwn) {
  const LayoutPage page("“Where are you?” her mother asked.\n\n“Home.”\n\n“Put him on.”");
  std::vector<Attribution> all = {
      page.attribution("her mother", "asked", "“Where are you?” her mother asked.\n\n“Home.”\n\n“Put him on.”")};
  all[0].content = {page.at("“Where are you?”"), page.at("“Home.”\n\n“Put him on.”")};
  const Talk talk = find_talk(*page);
  part_turns(*page, talk, all);
  add_uncued_quotations(*page, talk, all);
  EXPECT_THAT(page.in_lines(all), ElementsAre("her mother|asked|“Where are you?”", "||“Home.”", "||“Put him on.”"));
}

class NoTalk : public testing::TestWithParam<const char*> {};
TEST_P(NoTalk, IsFound) { EXPECT_FALSE(find_talk(*LayoutPage(GetParam())).any()); }

INSTANTIATE_TEST_SUITE_P(
    All, NoTalk,
    testing::Values("", "“Home.”",
                    "“We are glad,” Cole said.\n\n“The mill stays where it is, and so do we, whatever they say of it.”",
                    "“We are glad,” Cole said.\n\n“The mill stays.\n\n“And so do we all.”",
                    "He came.\n\n“Home” is a film.\n\n“Away” is another.",
                    "“Why do we pay for it?” Cole said on Monday.\n\n“We have asked for years, and nobody has told us "
                    "what the money was for.”"));

TEST(Exchange, SpeakersTakeTurns) {
  EXPECT_THAT(sources("{t1|“You gave me your word,”} {s1|Ann Cole} {c1|said}.\n\n{t2|“To read it,”} {s2|Bob Marsh} "
                      "{c2|answered}.\n\n"
                      "{t3|“And did you?”}\n\n{t4|“All of it.”}"),
              ElementsAre("person Ann Cole", "person Bob Marsh", "person Ann Cole", "person Bob Marsh"));
}

TEST(Exchange, TheOneNamedBehindIsTheOther) {
  EXPECT_THAT(sources("{t1|‘Did you taste it?’} {c1|asked} {s1|Ann Cole}.\n\n{t2|‘All of "
                      "it.’}\n\n{t3|‘And?’}\n\n{t4|‘It was thin,’} {s4|Bob Marsh} {c4|conceded}."),
              ElementsAre("person Ann Cole", "person Bob Marsh", "person Ann Cole", "person Bob Marsh"));
}

TEST(Exchange, WhoIsAddressedByNameDoesNotSpeak) {
  EXPECT_THAT(sources("Ann Cole faced Bob Marsh in court.\n\n{t1|“That is a lie,”} {s1|Marsh} "
                      "{c1|answered}.\n\n{t2|“How much did you win, Mr Marsh?”}\n\n{t3|“Nothing.”}"),
              ElementsAre("person Bob Marsh", "person Ann Cole", "person Bob Marsh"));
}

TEST(Exchange, InACallSheAnswersHim) {
  EXPECT_THAT(sources("A call between Ann Cole and Bob Marsh has leaked. {s1|Cole} {c1|asks} Marsh {t1|why he left}. "
                      "{t2|“I was ill,”} {s2|he} {c2|says}.\n\n"
                      "{t3|“You were not.”}\n\n{t4|“I was.”}\n\n{s5|She} {c5|accuses him of} {t5|lying}. {s6|He} "
                      "{c6|denies} {t6|it}."),
              ElementsAre("person Ann Cole", "person Bob Marsh", "person Ann Cole", "person Bob Marsh",
                          "person Ann Cole", "person Bob Marsh"));
}

TEST(Exchange, OfTwoMenTheOtherOneAnswers) {
  EXPECT_THAT(sources("A call between Rob Vance and Bob Marsh has leaked.\n\n{t1|“You stopped paying,”} {s1|Marsh} "
                      "{c1|replies}. {t2|“I paid everybody,”} {s2|he} {c2|says}.\n\n"
                      "{t3|“Then write it down,”} {s3|the manager} {c3|answers}."),
              ElementsAre("person Bob Marsh", "person Rob Vance", "person Bob Marsh"));
}

TEST(Exchange, ShortLinesInARowAreATalk) {
  EXPECT_THAT(
      sources(
          "{s1|Ann Cole} {c1|told} Bob Marsh {t1|to sit down}.\n\n{t2|“I will not,”} {s2|he} {c2|said}.\n\n{t3|“You "
          "will,”} {s3|she} {c3|said}.\n\n{t4|“Make me.”}\n\n{t5|“Gladly,”} {c5|said} {s5|Cole}."),
      ElementsAre("person Ann Cole", "person Bob Marsh", "person Ann Cole", "person Bob Marsh", "person Ann Cole"));
}

TEST(Exchange, InNewsTheSpeakerGoesOnInTheNextParagraph) {
  EXPECT_THAT(
      sources("{s1|Ann Cole} {c1|told} Bob Marsh {t1|that more is needed}.\n\n{t2|“The people are on our side and will "
              "not forget it,”} {s2|Cole} {c2|said}.\n\n{t3|“They do not believe in these tricks, and neither do I.”}"),
      ElementsAre("person Ann Cole", "person Ann Cole", "person Ann Cole"));
}

TEST(Exchange, MessagesThatOneSentTheOther) {
  EXPECT_THAT(sources("The clerk read out the messages that Rob Vance had sent to Bob Marsh. {t1|“Hide it,”} {s1|he} "
                      "{c1|wrote}. {t2|“Hide what?”} {s2|Marsh} {c2|replied}."),
              ElementsAre("person Rob Vance", "person Bob Marsh"));
}

TEST(Exchange, WhoIsOutsideItGoesOn) {
  EXPECT_THAT(sources("A call between Ann Cole and Bob Marsh has leaked. {s1|Cole} {c1|asks} Marsh {t1|why}. {s2|Her "
                      "lawyer, Rob Vance,} {c2|said} {t2|yes}. {t3|“It is over,”} {s3|he} {c3|said}."),
              ElementsAre("person Ann Cole", "person Rob Vance", "person Rob Vance"));
}

TEST(Exchange, AReplyIsToWhoSpokeBefore) {
  const Extraction found =
      extract_marked("{s1|Ann Cole} {c1|said} {t1|it was late}. {t2|“It is not,”} {s2|Bob Marsh} {c2|replied}.");
  EXPECT_EQ(to_whom(found), "- / Ann Cole");
}

TEST(Exchange, EachSpeaksToTheOther) {
  const Extraction found = extract_marked(
      "{t1|“You gave me your word,”} {s1|Ann Cole} {c1|said}.\n\n{t2|“To read it,”} {s2|Bob Marsh} "
      "{c2|answered}.\n\n{t3|“And did you?”}");
  EXPECT_EQ(to_whom(found), "Bob Marsh / Ann Cole / Bob Marsh");
}

TEST(Exchange, TwoWhoSpeakToThePressDoNotTalkToEachOther) {
  const Extraction found =
      extract_marked("{t1|“We are glad,”} {s1|Ann Cole} {c1|said}.\n\n{t2|“So are we,”} {s2|Bob Marsh} {c2|said}.");
  EXPECT_EQ(to_whom(found), "- / -");
}

TEST(Cast, QAndAAreWhoeverTheStorySays) {
  const char* talk = "\n\nQ: Was it cold?\n\nA: Very.\n\nQ: And now?\n\nA: I rest.";
  const std::string both = "Bob Marsh / Ann Cole / Bob Marsh / Ann Cole";
  EXPECT_EQ(who_says(by_rules(std::string("Ann Cole dives. Bob Marsh interviewed the diver on Monday.") + talk)), both);
  EXPECT_EQ(who_says(by_rules(
                std::string("Questions: Bob Marsh, Hill Herald\n\nAnn Cole dives. She gave this interview on Monday.") +
                talk)),
            both);
  EXPECT_EQ(who_says(by_rules(std::string("Ann Cole dives. She gave this interview on Monday.") + talk, {"Bob Marsh"})),
            both);
  EXPECT_EQ(who_says(by_rules(std::string("Ann Cole dives. She talked to Bob Marsh last week.") + talk)), both);
  EXPECT_EQ(who_says(by_rules(std::string("Ann Cole dives. She spoke to Span’s Bob Marsh at home.") + talk)), both);
  EXPECT_EQ(who_says(by_rules("Ann Cole dives. She talked to Bob Marsh last week.\n\nQ: Was it cold?\n\nCOLE: Very.\n\nQ: And now?\n\nCOLE: I rest.")),
            both);
  EXPECT_EQ(who_says(by_rules(std::string("Ann Cole dives. She gave this interview on Monday.") + talk)),
            "anonymous / Ann Cole / anonymous / Ann Cole");
}

TEST(Cast, LabelsInCapitalsArePersons) {
  const Extraction found = by_rules(
      "Opal Renfro counts votes. She talked to Dan Ostrow.\n\nOSTROW: Did they complain?\n\nRENFRO: One man "
      "did.\n\nUNIDENTIFIED CALLER: We watch you.\n\nOSTROW: And?\n\nRENFRO: No.");
  EXPECT_EQ(who_says(found), "Dan Ostrow / Opal Renfro / anonymous / Dan Ostrow / Opal Renfro");
  EXPECT_EQ(to_whom(found), "Opal Renfro / Dan Ostrow / - / Opal Renfro / Dan Ostrow");
  for (const Statement& s : found.statements) EXPECT_NE(s.source.type, SourceType::organization);
}

TEST(Cast, NamesThatNoTableKnowsAreLabelsToo) {
  EXPECT_EQ(who_says(by_rules("Fenno Harrow, 29, scored. He spoke to Touchline's Clio Vanks.\n\nCLIO VANKS: You looked "
                              "angry.\n\nHARROW: I was.\n\nVANKS: Why?\n\nHARROW: Dad rang.")),
            "Clio Vanks / Fenno Harrow / Clio Vanks / Fenno Harrow");
}

TEST(Cast, ChatsAreTurnsWithoutFullStops) {
  EXPECT_EQ(who_says(by_rules("Ann Renner left.\n\nrenner: keep this for work\n\nanon-fox: it was\n\nrenner: no")),
            "Ann Renner / anon-fox / Ann Renner");
  EXPECT_EQ(who_says(by_rules("Ann Cole came.\n\nprice: four\n\nweight: two\n\nprice: five")), "");
  const Extraction found = by_rules(
      "Juno Hale, the singer, fell out with Tavi Oduya, the guitarist.\n\nJUNO: why is the van in hull\n\nTAVI: you "
      "know why\n\nJUNO: no\n\nTAVI: hi");
  EXPECT_EQ(who_says(found), "Juno Hale / Tavi Oduya / Juno Hale / Tavi Oduya");
}

// Turns that contradict themselves: labels that change sides, one speaker alone, a label that nobody bears.
TEST(Cast, OddTranscriptsAreStillRead) {
  EXPECT_EQ(
      who_says(by_rules(
          "Bob Marsh interviewed Ann Cole.\n\nA: I rest.\n\nQ: Was it cold?\n\nA: Very.\n\nA: Very, very.\n\nQ:")),
      "Ann Cole / Bob Marsh / Ann Cole / Ann Cole");
  EXPECT_THAT(by_rules("Q: Was it cold?\n\nQ: And now?").statements, IsEmpty());
  EXPECT_EQ(who_says(by_rules("THE COURT: Go on.\n\nTHE WITNESS: I will.\n\nTHE COURT: Then do.\n\nTHE WITNESS: No."))
                .find("THE WITNESS"),
            std::string::npos);
}

TEST(InnerSpeaker, TheLastOneToldOfIsMeant) {
  EXPECT_THAT(sources("Ann Cole met Bob Marsh. {s1|Cole} {c1|said}: {t1|“My mother rang me and said she was well. Then "
                      "{s2|she} {c2|asked} {t2|what it was worth}.”}"),
              ElementsAre("person Ann Cole", "anonymous"));
  EXPECT_THAT(sources("Ann Cole met Bob Marsh. {s1|Cole} {c1|said}: {t1|“One man complained. {s2|He} {c2|asked me} "
                      "{t2|if that was legal}.”}"),
              ElementsAre("person Ann Cole", "anonymous"));
  EXPECT_THAT(sources("Ann Cole met Bob Marsh. {s1|Cole} {c1|said}: {t1|“Then Rob Vance came. {s2|He} {c2|said} {t2|it "
                      "was over}.”}"),
              ElementsAre("person Ann Cole", "person Rob Vance"));
}

TEST(InnerSpeaker, ACueWithoutASourceHasItsSubject) {
  EXPECT_THAT(sources("{s1|Ann Cole} {c1|said}: {t1|“My agent rang and {c2|said}, {t2|‘They want you bald.’} I laughed "
                      "and {c3|said}, {t3|‘Who’s they?’}”}"),
              ElementsAre("person Ann Cole", "anonymous", "person Ann Cole"));
}

TEST(InnerSpeaker, ALawyersClientIsTheOneSpokenOf) {
  EXPECT_THAT(
      sources("Bob Marsh came. {s1|His lawyer, Ann Cole,} {c1|said} {t1|that {s2|her client} {c2|denied} {t2|it}}."),
      ElementsAre("person Ann Cole", "person Bob Marsh"));
}

TEST(Sources, AnAccountIsWhoseItWasBefore) {
  EXPECT_EQ(who_says(by_rules(
                "Fans rage\n\nMaya Holt (@mholt): I paid for a pillar.\n\n@mholt: For two.\n\n@other: Me too.")),
            "Maya Holt / Maya Holt / @other");
}

TEST(InnerSpeaker, YouIsTheOneSpokenTo) {
  const Extraction found = extract_marked(
      "{t1|“You said it was over. {s9|You} {c9|promised} {t9|to stop},”} {s1|Ann Cole} {c1|told} Bob Marsh.");
  EXPECT_EQ(who_says(found), "Ann Cole / Bob Marsh");
}

TEST(InnerSpeaker, TheyAreThePeopleToldOf) {
  EXPECT_THAT(sources("{s1|Ann Cole} {c1|said}: {t1|“I asked the patients. {s2|They} {c2|said} {t2|it was over}.”} "
                      "Foley Bank came."),
              ElementsAre("person Ann Cole", "anonymous"));
}

Lines inner(const std::string& text) {
  const LayoutPage page(text);
  std::vector<Attribution> found;
  add_inner_quotations(*page, found);
  return page.in_lines(found);
}

TEST(InnerQuotations, AreBroughtInByAVerb) {
  EXPECT_THAT(inner("“I said, ‘You two are a riot.’ They’ll go, ‘Why?’ We were like, ‘What?’”"),
              ElementsAre("I|said|‘You two are a riot.’", "They|’ll go|‘Why?’", "We|were like|‘What?’"));
  EXPECT_THAT(inner("“My mother told me, ‘Go home,’ and the old man asked: ‘Why?’”"),
              ElementsAre("My mother|told|‘Go home,’", "the old man|asked|‘Why?’"));
  EXPECT_THAT(inner("“Say ‘rebalancing’ and see ‘Paper Moons,’ the ‘best’ film.”"), IsEmpty());
  EXPECT_THAT(inner("She said, “I will.”"), IsEmpty()) << "the model reads these";
}

TEST(Talk, TurnsThatAStatementReachedOverGoAndItKeepsItsOwnWords) {
  const LayoutPage page(
      "“Who is Casper?” Cole asked.\n\n“A dog,” the clerk replied.\n\n“A dog approved it?”\n\n“It was a login.”");
  Attribution reply = page.attribution("the clerk", "replied", "“A dog approved it?”\n\n“It was a login.”");
  std::vector<Attribution> all = {page.attribution("Cole", "asked", "“Who is Casper?”"), reply};
  part_turns(*page, find_talk(*page), all);
  EXPECT_EQ(page.in_lines(all), (Lines{"Cole|asked|“Who is Casper?”", "the clerk|replied|“A dog,”"}));
}

TEST(Talk, TheTranscriptOfACourtHasItsOwnQAndA) {
  const std::string before =
      "By Cal Akers\n\nKevin Dorsey, 34, denies it. Tammy Wills conceded it. Saul Pell pressed her, in an exchange "
      "taken from the transcript:\n\n";
  EXPECT_EQ(who_says(by_rules(
                before + "Q: How many drinks?\n\nA: One. It was late.\n\nQ: And on a Monday?\n\nA: I go to church.",
                {"Cal Akers"})),
            "Saul Pell / Tammy Wills / Saul Pell / Tammy Wills");
  EXPECT_EQ(who_says(by_rules("Kevin Dorsey denies it. Tammy Wills spoke.\n\nQ: How many drinks, Mrs. Wills?\n\nA: "
                              "One. It was late.\n\nQ: And on a Monday?\n\nA: I go to church.")),
            "anonymous / Tammy Wills / anonymous / Tammy Wills");
}

TEST(Talk, OfOneSentenceTheFirstPersonSpeaksNextToIt) {
  EXPECT_EQ(who_says(by_rules(
                "Across the water lives Derek Cole, who feeds Bob every day. “She provokes him. She has a broom.”")),
            "Derek Cole");
}

}  // namespace
}  // namespace sayso
