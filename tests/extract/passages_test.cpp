// How long an occasion holds: calls, transcripts, news conferences, evidence, letters.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annotated.h"

namespace sayso {
namespace {

using ::testing::ElementsAre;

// "call 2025-03-10" a statement, in the order of their numbers; "-" for what is not known.
std::vector<std::string> occasions(std::string_view marked, std::string published = "2025-03-13") {
  std::vector<std::string> out;
  for (const Statement& s : extract_marked(marked, std::move(published), "").statements) {
    out.push_back((s.channel ? std::string(name_of(s.channel->type)) : "-") + " " +
                  (s.said_at ? s.said_at->date : "-"));
  }
  return out;
}

std::string last(std::string_view marked, std::string published = "2025-03-13") {
  return occasions(marked, std::move(published)).back();
}

TEST(Passages, ASpeakerGoesOnAsLongAsNobodyElseSpeaks) {
  EXPECT_EQ(last("{s1|Ann Cole} {c1|said} in an interview on Monday {t1|it was late}.\n\nIt rained.\n\n{t2|“No,”} "
                 "{s2|Cole} {c2|said}."),
            "interview 2025-03-10");
  EXPECT_EQ(last("{s1|Ann Cole} {c1|said} in an interview on Monday {t1|it was late}.\n\n{s2|Bob Marsh} {c2|said} "
                 "{t2|no}.\n\n{t3|“No,”} {s3|Cole} {c3|said}."),
            "interview -");
  EXPECT_EQ(last("{s1|Ann Cole} {c1|said} in a speech {t1|it was late}.\n\n{s2|Bob Marsh} {c2|said} "
                 "{t2|no}.\n\n{t3|“No,”} {s3|Cole} {c3|said}."),
            "- -");
  EXPECT_EQ(last("{s1|Ann Cole} {c1|said} on Monday {t1|it was late}.\n\n{t2|“No,”} {s2|Cole} {c2|said}."),
            "- 2025-03-10");
  EXPECT_EQ(last("{s1|Ann Cole} {c1|said} on Monday {t1|it was late}.\n\n{s2|Cole} {c2|said} {t2|that it was wet}."),
            "- -");
}

TEST(Passages, AnotherTimeIsAnotherOccasion) {
  EXPECT_EQ(last("{s1|Ann Cole} {c1|said} at a rally on Monday {t1|it was late}. {s2|She} {c2|said} on Tuesday {t2|it "
                 "was early}."),
            "- 2025-03-11");
  EXPECT_EQ(last("{s1|Ann Cole} {c1|said} at a rally on Monday {t1|it was late}. {s2|She} {c2|tweeted} {t2|“No”}."),
            "post -");
}

TEST(Passages, ByPhoneIsStillTheInterview) {
  EXPECT_THAT(occasions("{s1|Ann Cole} {c1|said} in an interview {t1|it was late}. {t2|“No,”} {s2|she} {c2|said} by "
                        "phone. {t3|“Yes,”} {s3|she} {c3|said}."),
              ElementsAre("interview -", "call -", "interview -"));
}

TEST(Passages, ThoughtsOfAnotherParagraphAreNotSpokenThere) {
  EXPECT_EQ(
      last("{s1|Ann Cole} {c1|said} in an interview {t1|it was late}.\n\n{s2|Cole} {c2|thinks} {t2|it is early}."),
      "- -");
}

TEST(Passages, SentencesThatSetAScene) {
  EXPECT_EQ(last("Ann Cole held a news conference outside the school on Monday. {t1|“No,”} {s1|she} {c1|said}."),
            "press_conference 2025-03-10");
  EXPECT_EQ(last("Ann Cole gave evidence in the afternoon. {t1|“No,”} {s1|she} {c1|said}."), "testimony -");
  EXPECT_EQ(last("By telephone on Tuesday, Ann Cole was calmer. {t1|“No,”} {s1|she} {c1|said}."), "call 2025-03-11");
  EXPECT_EQ(last("Ann Cole answered in a video that she posted on Monday. {t1|“No,”} {s1|she} {c1|said}."),
            "post 2025-03-10");
  EXPECT_EQ(last("Asked at a news conference about money, Ann Cole laughed. {t1|“No,”} {s1|she} {c1|said}."),
            "press_conference -");
  EXPECT_EQ(last("Cross-examined by Bob Marsh, {s1|Ann Cole} {c1|agreed} {t1|that it was late}."), "testimony -");
}

TEST(Passages, OthersDoNotSpeakInTheScene) {
  EXPECT_EQ(last("Ann Cole held a news conference on Monday. {t1|“No,”} {s1|Bob Marsh} {c1|said}."), "- -");
  EXPECT_EQ(last("Ann Cole held a news conference on Monday.\n\nIt rained.\n\n{t1|“No,”} {s1|Bob Marsh} {c1|said}."),
            "- -");
  EXPECT_EQ(last("Ann Cole called him a liar. {t1|“No,”} {s1|Cole} {c1|said}."), "- -");
}

TEST(Passages, BothSidesOfACall) {
  constexpr std::string_view kCall =
      "A phone call between Ann Cole and Bob Marsh was leaked on Monday.\n\nOn the tape {s1|Cole} {c1|asks} {t1|why he "
      "left}. {t2|“You stopped paying,”} {s2|Marsh} "
      "{c2|replies}.\n\n{t3|“I paid,”} {s3|Cole} {c3|says}.";
  EXPECT_THAT(occasions(kCall), ElementsAre("call 2025-03-10", "call 2025-03-10", "call 2025-03-10"));
  EXPECT_EQ(last("Ann Cole rang her mother on Monday. {t1|“I won,”} {s1|she} {c1|said}."), "call 2025-03-10");
}

TEST(Passages, MessagesThatGotOut) {
  EXPECT_THAT(occasions("The Herald published messages that Ann Cole had sent to Bob Marsh. {t1|“No,”} {s1|Cole} "
                        "{c1|wrote}. {t2|“Why not,”} {s2|Marsh} {c2|wrote back}."),
              ElementsAre("message -", "message -"));
}

TEST(Passages, WhoAnswersAtAMeeting) {
  EXPECT_THAT(occasions("{s1|Ann Cole} {c1|said} at a meeting on Monday {t1|it was late}. {s2|Bob Marsh} {c2|asked} "
                        "Cole {t2|whether she was sure}."),
              ElementsAre("meeting 2025-03-10", "meeting 2025-03-10"));
}

TEST(Passages, TheSameLetterHasItsDay) {
  EXPECT_EQ(last("{s1|Ann Cole} {c1|wrote} in a letter dated 17 January {t1|it was late}.\n\n{s2|She} {c2|threatened} "
                 "in the same letter {t2|to leave}."),
            "letter 2025-01-17");
}

TEST(Passages, TheCompanyGoesOn) {
  EXPECT_EQ(last("{s1|Acme Corp} {c1|said} in a statement {t1|it was late}. {t2|“No,”} {s2|the company} {c2|added}."),
            "statement -");
}

TEST(Passages, WhoeverSpeaksAtAMeeting) {
  EXPECT_THAT(occasions("The committee sat until midnight on Wednesday. Villagers had packed the meeting. {t1|“No,”} "
                        "{s1|Ann Cole} {c1|said}.\n\n{t2|“For what?”} {c2|shouted} {s2|a man at "
                        "the back}.\n\nOutside, {t3|“Yes,”} {s3|Bob Marsh} {c3|said}."),
              ElementsAre("meeting 2025-03-12", "meeting 2025-03-12", "- -"));
  EXPECT_THAT(occasions("{s1|Ann Cole} {c1|said} at a meeting {t1|it was late}.\n\nIt rained.\n\n{t2|“No,”} {s2|Bob "
                        "Marsh} {c2|told} councillors."),
              ElementsAre("meeting -", "meeting -"));
}

TEST(Passages, EvidenceAtAnInquest) {
  EXPECT_THAT(occasions("An inquest into the death of Tom Reed, 19, opened on Wednesday.\n\n{s1|Lucy Reed} {c1|said} "
                        "{t1|he could not swim}.\n\n{t2|“No,”} {c2|said} {s2|the coroner}."),
              ElementsAre("testimony 2025-03-12", "- -"));
  EXPECT_EQ(
      last("{s1|Ann Cole} {c1|testified} {t1|it was late}.\n\n{s2|Bob Marsh} {c2|told} lawmakers {t2|it was early}."),
      "testimony -");
  EXPECT_EQ(last("{s1|Ann Cole, prosecuting,} {c1|told} the jury {t1|it was late}."), "- -");
}

TEST(Passages, QuestionsPutThere) {
  EXPECT_THAT(occasions("{s1|Ann Cole} {c1|said} on a call with analysts on Monday {t1|it was late}. {c2|Asked} "
                        "{t2|whether it was}, she left."),
              ElementsAre("call 2025-03-10", "call 2025-03-10"));
  EXPECT_EQ(last("Questioned by Sen. Bob Marsh, {s1|Ann Cole} {c1|conceded} {t1|that it was late}."), "testimony -");
}

TEST(Passages, CallsToldInTheSameSentence) {
  EXPECT_EQ(last("{s1|Ann Cole} rang him on Monday and {c1|said} {t1|it was late}."), "call 2025-03-10");
}

TEST(Passages, TheyMetAtAMeeting) {
  EXPECT_EQ(last("They met on Saturday, at a meeting of the council. {t1|“You are the menace,”} {s1|Bob Marsh} "
                 "{c1|told} her."),
            "meeting 2025-03-08");
  EXPECT_EQ(last("Nobody had demanded a meeting. {t1|“No,”} {s1|Bob Marsh} {c1|told} her."), "- -");
}

TEST(Passages, WhatWasSaidEarlier) {
  EXPECT_THAT(occasions("The meeting began on Monday. {t1|“No,”} {s1|Ann Cole} {c1|said}.\n\n{s2|Officers} {c2|had "
                        "recommended} {t2|approval}.\n\n{s3|Bob Marsh} {c3|said} {t3|it was late}."),
              ElementsAre("meeting 2025-03-10", "- -", "meeting 2025-03-10"));
}

TEST(Passages, ADayToldBeforeTheMeeting) {
  EXPECT_EQ(last("It was past eleven on Tuesday night when the item came up.\n\nThe public gallery had been full for "
                 "hours.\n\n{t1|“No,”} {s1|Ann Cole} {c1|said}."),
            "meeting 2025-03-11");
}

TEST(Passages, OnThePhone) {
  EXPECT_EQ(last("Ann Cole was on the phone to her office within minutes. {t1|“It is over,”} {s1|she} {c1|said}."),
            "call -");
  EXPECT_EQ(last("{s1|Ann Cole}, interviewed on the picket line, {c1|said} {t1|it was late}."), "interview -");
}

TEST(Passages, NoSceneYet) {
  EXPECT_EQ(last("Ann Cole is due to hold a news conference on Friday. {t1|“No,”} {s1|she} {c1|said}."), "- -");
  EXPECT_EQ(
      last("In an email on Monday, {s1|Ann Cole} {c1|said} {t1|it was late}.\n\n{s2|Bob Marsh} {c2|said} {t2|no}."),
      "- -");
}

TEST(Passages, ReportersAskAtANewsConference) {
  EXPECT_THAT(occasions("Ann Cole faced the media on Thursday. The press conference lasted four minutes. {t1|“No,”} "
                        "{s1|she} {c1|said}. {s2|A reporter} {c2|asked} {t2|why}."),
              ElementsAre("press_conference 2025-03-13", "press_conference 2025-03-13"));
}

TEST(Passages, PostsAnswerPosts) {
  EXPECT_THAT(
      occasions("{t1|“No,”} {s1|Ann Cole} {c1|wrote} on X on Sunday.\n\n{t2|“Yes,”} {c2|replied} {s2|Bob Marsh}."),
      ElementsAre("post 2025-03-09", "post 2025-03-09"));
}

TEST(Passages, ACallToAnOperator) {
  EXPECT_THAT(occasions("{t1|“He is in there,”} {s1|Ann Cole} {c1|told} the operator. {t2|“Are you outside?”} {s2|the "
                        "operator} {c2|asked}."),
              ElementsAre("call -", "call -"));
}

TEST(Passages, AsAnotherTellsIt) {
  EXPECT_EQ(occasions("Ann Cole phoned Bob Marsh on Monday. {t2|{t1|“I went too far,”} {s1|she} {c1|told} him}, "
                      "{c2|according to} {s2|an aide}.")
                .front(),
            "call 2025-03-10");
}

TEST(Passages, EntriesOfATimeline) {
  EXPECT_THAT(occasions("2 January: {s1|Ann Cole} {c1|says} {t1|it is late}.\n\n3 February: {s2|Bob Marsh} {c2|says} "
                        "{t2|it is early}.\n\n1 March\n{s3|Cole} {c3|says} {t3|no}."),
              ElementsAre("- 2025-01-02", "- 2025-02-03", "- 2025-03-01"));
  EXPECT_THAT(
      occasions("2 January: {s1|Ann Cole} {c1|says} {t1|it is late}.\n\n{s2|Bob Marsh} {c2|says} {t2|it is early}."),
      ElementsAre("- 2025-01-02", "- -"));
}

TEST(Passages, TheDayOfADateline) {
  const std::string said =
      "CARROW, March 13 (Wire) — {t1|It is late}, {s1|Ann Cole} {c1|said} on Tuesday. {s2|Marsh} {c2|refused} on "
      "Thursday {t2|to go}.";
  EXPECT_EQ(last(said + " The mill opened in 2024.", ""), "- 2025-03-13");
  EXPECT_EQ(last(said, ""), "- -");  // of no year at all
  EXPECT_EQ(last("CARROW, March 13 (Wire) — {t1|It is late}, {s1|Ann Cole} {c1|said}.", ""), "- -");
  EXPECT_EQ(last("CARROW, Feb. 31 (Wire) — {t1|It is late}, {s1|Ann Cole} {c1|said} on Tuesday.", ""), "- -");
}

TEST(Passages, NothingToGoOn) {
  EXPECT_EQ(last("{t1|“No.”}"), "- -");
  EXPECT_EQ(last("In an interview. {t1|“No.”}"), "- -");
}

TEST(Passages, PeopleWhoComeTogether) {
  EXPECT_EQ(last("More than 200 people squeezed into the hall for Tuesday night’s meeting.\n\n{s1|Ann Cole} {c1|feared "
                 "for} {t1|her ewes}.\n\n{t2|“No,”} "
                 "{s2|Bob Marsh} {c2|said}."),
            "meeting 2025-03-11");
  EXPECT_EQ(last("Residents crammed into the town hall on Monday for a public hearing on the dam.\n\n{t1|“No,”} "
                 "{s1|Ann Cole} {c1|said}."),
            "testimony 2025-03-10");
}

TEST(Passages, CallsWithAnAudience) {
  EXPECT_THAT(occasions("{s1|Ann Cole} {c1|told} analysts on a conference call {t1|that it was late}. {s2|Priya "
                        "Sandhu} {c2|asked} {t2|how late}. {t3|“Very,”} "
                        "{s3|Cole} {c3|said}. {s4|Another analyst} {c4|wanted to know} {t4|why}."),
              ElementsAre("call -", "call -", "call -", "call -"));
  const auto told = extract_marked(
                        "{s1|Ann Cole} {c1|told} analysts on a conference call {t1|that it was late}. {s2|Priya "
                        "Sandhu} {c2|asked} {t2|how late}. {t3|“Very,”} "
                        "{s3|Cole} {c3|said}.\n\n{s4|Bob Marsh} {c4|said} on the same call {t4|that it was wet}.")
                        .statements;
  ASSERT_EQ(told.size(), 4u);
  EXPECT_EQ(in_short(*told[1].addressee), "person Ann Cole");
  EXPECT_EQ(in_short(*told[2].addressee), "person Priya Sandhu");
  EXPECT_EQ(told[3].addressee->passage.text, "analysts");
}

TEST(Passages, ACallBeforeTheVerb) {
  EXPECT_EQ(last("{s1|Ann Cole} rang Bob Marsh from the pier and {c1|told} him {t1|that it was late}."), "call -");
  EXPECT_EQ(last("{t1|“When I rang up, {s2|the secretary} {c2|said}, {t2|‘No.’}”} {s1|Ann Cole} {c1|said}."), "call -");
}

TEST(Passages, RecordsOfWhatOthersWrote) {
  EXPECT_EQ(last("Screenshots of a Slack channel show what came next.\n\n{t1|“No,”} {s1|an engineer} {c1|asked}."),
            "message -");
  EXPECT_EQ(last("Jurors were shown an email that Ann Cole sent to the bank on Monday. {t1|“No,”} {s1|Cole} {c1|had "
                 "written}."),
            "message 2025-03-10");
  EXPECT_EQ(
      last("E-mails seen by the Gazette were leaked. {s1|Ann Cole} {c1|wrote} to Bob Marsh {t1|that it was late}."),
      "message -");
  EXPECT_EQ(last("On the recording of the 911 call, which was played in court, {s1|Ann Cole} {c1|is heard telling} the "
                 "dispatcher: {t1|“No.”}"),
            "call -");
}

TEST(Passages, PicturesAndPages) {
  EXPECT_EQ(last("On Sunday Ann Cole put a photograph of a chair on her Instagram. {t1|“No,”} {s1|she} {c1|wrote}."),
            "post 2025-03-09");
  EXPECT_EQ(last("{t1|“No,”} {s1|one of them} {c1|wrote} on its page on Monday."), "post 2025-03-10");
}

TEST(Passages, AnswersToWhatTheStoryTellsAreAtNoOccasion) {
  EXPECT_EQ(last("{s1|Ann Cole} {c1|said} in an interview on Monday {t1|it was late}. {s2|She} {c2|denies} {t2|it}."),
            "- -");
  EXPECT_EQ(last("{s1|Ann Cole} {c1|said} in an interview on Monday {t1|it was late}. {s2|Cole} {c2|has denied} "
                 "{t2|being late}."),
            "- -");
}

TEST(Passages, DaysOfOtherClauses) {
  EXPECT_EQ(last("A main burst on Tuesday, and {s1|officials} {c1|said} {t1|it was old}."), "- -");
  EXPECT_EQ(last("Ann Cole, who resigned on Monday, has left. {s1|She} {c1|wrote} {t1|it was late}."), "- -");
  EXPECT_EQ(last("The journal on Monday withdrew {s1|a 2016 study} {c1|claiming} {t1|that mice sing}."), "- -");
  EXPECT_EQ(last("{s1|The memo}, dated March 6, {c1|warns} {t1|that it is late}."), "- 2025-03-06");
  EXPECT_EQ(last("On Tuesday the board voted, and {s1|Ann Cole} {c1|said} {t1|it was late}."), "- 2025-03-11");
  EXPECT_EQ(last("{s1|Ann Cole} {c1|tells} the dispatcher at 11:52 p.m. on Monday {t1|it is dark}."),
            "call 2025-03-10");
}

TEST(Passages, WitnessesInAnAside) {
  EXPECT_EQ(last("{s1|Dr Cole}, who testified by video link, {c1|said} {t1|it was late}."), "testimony -");
  EXPECT_EQ(last("{s1|Dr Cole}, who gave evidence, {c1|said} {t1|it was late}."), "testimony -");
  EXPECT_EQ(last("{s1|Dr Cole}, who testified in March, {c1|said} {t1|it was late}."), "- -");
}

TEST(Passages, AJointStatement) {
  EXPECT_EQ(last("Ann Cole and Bob Marsh issued a joint statement on Monday in which {s1|they} {c1|accused} the board "
                 "of {t1|“waste”}. {s2|They} {c2|demanded} {t2|a recount}."),
            "statement 2025-03-10");
}

}  // namespace
}  // namespace sayso
