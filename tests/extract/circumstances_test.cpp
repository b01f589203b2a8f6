// How, when, and what stance; what carries over.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "last_statement.h"

namespace sayso {
namespace {

TEST(Channel, Phrases) {
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said} in an interview on Monday."), "interview / in an interview");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said} at a packed news conference."),
            "press_conference / at a packed news conference");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|said in a statement} {t1|that it was late}."), "statement / in a statement");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|wrote} on Facebook."), "post / on Facebook");
  EXPECT_EQ(channel("In a rally speech on Sunday, {s1|Ann Cole} {c1|said} {t1|it was late}."),
            "speech / In a rally speech");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said} by phone."), "call / by phone");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said} in a television interview."),
            "interview / in a television interview");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said} in a court filing."), "filing / in a court filing");
  EXPECT_EQ(channel("In her memoir, {s1|Ann Cole} {c1|wrote} {t1|that it was late}."), "publication / In her memoir");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said} on CNN."), "broadcast / on CNN");
}

TEST(Channel, Verbs) {
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|tweeted} {t1|“No”}."), "post / tweeted");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|testified} {t1|that it was late}."), "testimony / testified");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|told} the High Court {t1|that it was late}."), "testimony / the High Court");
}

TEST(Channel, WhomOneTells) {
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|told} a public inquiry {t1|that it was late}."), "testimony / a public inquiry");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|told} a Senate panel {t1|that it was late}."), "testimony / a Senate panel");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|told} the Two Towels podcast {t1|that it was late}."),
            "broadcast / the Two Towels podcast");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|told} Two Towels, a theatre podcast."), "broadcast / podcast");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|told} a rally."), "speech / a rally");
  EXPECT_EQ(channel("{s1|The judge} {c1|warned} jurors {t1|not to talk}."), "");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|told} the council {t1|that it was late}."), "");
}

TEST(Channel, ReachedByPhone) {
  EXPECT_EQ(channel("{s1|Observers reached by satellite phone} {c1|said} {t1|it was late}."),
            "call / by satellite phone");
  EXPECT_EQ(channel("{s1|She} {c1|held a press conference to outline} {t1|her plan}."),
            "press_conference / conference");
  EXPECT_EQ(channel("{s1|She} {c1|was promising} {t1|supporters} in a speech {t1|that it was late}."),
            "speech / in a speech");
}

TEST(Channel, WhatWasSent) {
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|sent a text message}: {t1|“No”}."), "message / text message");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|has written a letter complaining of} {t1|noise}."), "letter / letter");
  EXPECT_EQ(channel("Ann Cole rose. {s1|Her} last tweet {c1|read} {t1|“No”}."), "post / tweet");
}

TEST(Channel, PhrasesOfManyKinds) {
  EXPECT_EQ(channel("In a series of tweets, {s1|Ann Cole} {c1|said} {t1|it was late}."),
            "post / In a series of tweets");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|said on} the same programme {t1|that it was late}."),
            "broadcast / on the same programme");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said} in a phone-in."), "broadcast / in a phone-in");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said} on Radio Merrow."), "broadcast / on Radio");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|ruled out} {t1|a sale} in a broadcast on Monday."),
            "broadcast / in a broadcast");
  EXPECT_EQ(channel("In their written defence {s1|the owners} {c1|argue} {t1|it was late}."),
            "filing / In their written defence");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|was quoted in the same article as saying} {t1|it was late}."), "");
}

TEST(Channel, PhrasesWhoseNeighboursDecide) {
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said} in a voice note."), "message / in a voice note");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|claimed} in court documents {t1|that it was late}."),
            "filing / in court documents");
  EXPECT_EQ(channel("Under cross-examination, {s1|Ann Cole} {c1|said} {t1|it was late}."),
            "testimony / Under cross-examination");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|said} on the Senate floor {t1|that it was late}."),
            "speech / on the Senate floor");
  EXPECT_EQ(channel("During the public comment period, {s1|Ann Cole} {c1|said} {t1|it was late}."),
            "meeting / During the public comment period");
}

TEST(Channel, PostsByOtherWords) {
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|took to Facebook to say} {t1|it was late}."), "post / took to Facebook");
  EXPECT_EQ(channel("Under the photograph {s1|Ann Cole} {c1|wrote:} {t1|“No.”}"), "post / Under the photograph");
}

TEST(Channel, NetworksOfAnyName) {
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|wrote on Bleat on Friday:} {t1|“No.”}"), "post / on Bleat");
  EXPECT_EQ(channel("{s1|Ann Cole} {c1|wrote} on Friday: {t1|“No.”}"), "");
  EXPECT_EQ(channel("Ann Cole shared a picture of it on the social network Bleat. {t1|“No,”} {s1|she} {c1|wrote}."),
            "post / on the social network");
  EXPECT_EQ(channel("{t1|“No,”} {s1|one user} {c1|commented}."), "post / commented");
}

TEST(Channel, NotOfAsides) {
  EXPECT_EQ(
      channel("{s1|Bob Marsh, who testified in May,} {c1|said} {t1|it was late}. {s2|Ann Cole} {c2|said} {t2|“No.”}"),
      "");
  EXPECT_EQ(channel("The meeting, which Bob Marsh had wanted, is off. {s1|Ann Cole} {c1|said} {t1|it was late}."), "");
}

TEST(Channel, NotWhatIsToldElsewhere) {
  EXPECT_EQ(channel("In a statement, {s1|Ann Cole} {c1|said} {t1|it was late}. {s2|Cole} {c2|told} reporters {t2|that "
                    "it was early}."),
            "");
  EXPECT_EQ(channel("At a rally, {s1|Ann Cole} {c1|said} {t1|it was late}. {s2|Cole} {c2|told} reporters {t2|that it "
                    "was early}."),
            "");
}

TEST(Channel, OccasionsBefore) {
  EXPECT_EQ(channel("The meeting in the hall drew eighty people. {t1|“No,”} {c1|said} {s1|Ann Cole}."),
            "meeting / meeting");
  EXPECT_EQ(channel("Ann Cole cut short her news conference. {t1|“No,”} {s1|she} {c1|said}."),
            "press_conference / news conference");
  EXPECT_EQ(channel("Ann Cole emailed clerks on Monday. {t1|“No,”} {s1|she} {c1|wrote}."), "message / emailed");
  EXPECT_EQ(channel("Ann Cole met the press on Tuesday. {t1|“I was wrong,”} {s1|she} {c1|said}."),
            "press_conference / met the press");
  EXPECT_EQ(channel("Ann Cole issued a statement on Tuesday. {t1|“I was wrong,”} {s1|she} {c1|said}."),
            "statement / issued a statement");
}

TEST(Channel, SignedPosts) {
  EXPECT_EQ(channel("{t1|Gutted.}\n\n{c1|—} {s1|Roz Tempest} (@roztempest) July 7, 2025"), "post / @roztempest");
}

TEST(Channel, NoneForDocumentsOrOtherClauses) {
  EXPECT_EQ(channel("{s1|The report} {c1|said} in a letter {t1|that it was late}."), "");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said}, before she spoke at a rally."), "");
  EXPECT_EQ(channel("{t1|“No,”} {s1|Ann Cole} {c1|said} at his post-war home."), "");
}

TEST(SaidAt, WeekdaysCountBackFromTheDocument) {
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on Tuesday {t1|that it was late}."), "2025-03-11 / on Tuesday");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} Thursday {t1|that it was late}."), "2025-03-13 / Thursday");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} last Thursday {t1|that it was late}."), "2025-03-06 / last Thursday");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} yesterday {t1|that it was late}.", "2024-03-01"), "2024-02-29 / yesterday");
  EXPECT_EQ(day("On Sunday, {s1|Ann Cole} {c1|said} {t1|it was late}."), "2025-03-09 / On Sunday");
}

TEST(SaidAt, Dates) {
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on June 4, 2023, {t1|that it was late}.", ""), "2023-06-04 / on June 4, 2023");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on 4 June 2023 {t1|that it was late}.", ""), "2023-06-04 / on 4 June 2023");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on Feb. 3 {t1|that it was late}."), "2025-02-03 / on Feb. 3");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on December 3 {t1|that it was late}."), "2024-12-03 / on December 3");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on Feb. 30 {t1|that it was late}."), "");
}

TEST(SaidAt, Feasts) {
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on Christmas Eve {t1|that it was late}."), "2024-12-24 / on Christmas Eve");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on New Year’s Day {t1|that it was late}."), "2025-01-01 / on New Year’s Day");
}

TEST(SaidAt, NotInNames) {
  EXPECT_EQ(day("{s1|Ann Cole} {c1|told} the Sunday Ledger {t1|that it was late}."), "");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|told} Dun FM’s Today programme {t1|that it was late}."), "");
}

TEST(SaidAt, CountedFromWhatTheStoryTells) {
  EXPECT_EQ(day("The harbour closed on Tuesday. {t1|“No,”} {s1|Ann Cole} {c1|said} that evening."),
            "2025-03-11 / that evening");
  EXPECT_EQ(day("The harbour closed on Tuesday. {t1|“No,”} {s1|Ann Cole} {c1|said} the next morning."),
            "2025-03-12 / the next morning");
}

TEST(SaidAt, TheDayOfADeedOfSpeech) {
  EXPECT_EQ(day("Ann Cole apologised on Tuesday. {t1|“I was wrong,”} {s1|she} {c1|said}."), "2025-03-11 / on Tuesday");
  EXPECT_EQ(day("Ann Cole won on Tuesday. {t1|“I am glad,”} {s1|she} {c1|said}."), "");
}

TEST(SaidAt, CountedFromTheDocument) {
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} last night {t1|that it was late}."), "2025-03-12 / last night");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} two days ago {t1|that it was late}."), "2025-03-11 / two days ago");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on Monday of last week {t1|that it was late}."),
            "2025-03-03 / on Monday of last week");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} later in the day {t1|that it was late}."), "2025-03-13 / later in the day");
  EXPECT_EQ(day("{t1|“No,”} {s1|Ann Cole} {c1|told} the local station, Dun FM, last Tuesday."),
            "2025-03-11 / last Tuesday");
}

TEST(SaidAt, CountedFromTheDayBefore) {
  constexpr std::string_view kFirst = "{s1|Ann Cole} {c1|said} on Monday {t1|that it was late}. ";
  const auto then = [&](std::string_view second) { return day(std::string(kFirst) + std::string(second)); };
  EXPECT_EQ(then("{s2|Bob Marsh} {c2|said} the same day {t2|that it was early}."), "2025-03-10 / the same day");
  EXPECT_EQ(then("{s2|Bob Marsh} {c2|said} that evening {t2|that it was early}."), "2025-03-10 / that evening");
  EXPECT_EQ(then("{s2|Bob Marsh} {c2|said} the day before {t2|that it was early}."), "2025-03-09 / the day before");
  EXPECT_EQ(then("{s2|Bob Marsh} {c2|said} the next morning {t2|that it was early}."), "2025-03-11 / the next morning");
  EXPECT_EQ(then("Two days later, {s2|Bob Marsh} {c2|said} {t2|that it was early}."), "2025-03-12 / Two days later");
  EXPECT_EQ(then("{s2|Bob Marsh} {c2|said} forty days later {t2|that it was early}."), "");
}

TEST(SaidAt, DaysOnWhichNobodySpoke) {
  EXPECT_EQ(day("{s1|Ann Cole} {c1|demanded} an answer by Friday {t1|or else}."), "");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} at Friday's vote {t1|that it was late}."), "");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on 31 February {t1|that it was late}."), "");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on 0 March 99999 {t1|that it was late}."), "");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on Monday {t1|that it was late}.", "2025-02-31"), "");
}

TEST(SaidAt, DatedSources) {
  EXPECT_EQ(day("{s1|The Gazette of 14 July 1961} {c1|reported} {t1|that it was late}."), "1961-07-14 / 14 July 1961");
  EXPECT_EQ(day("{c1|According to} {s1|a poll published on Monday}, {t1|it was late}."), "2025-03-10 / on Monday");
}

TEST(SaidAt, NotWhatIsSpokenOfAndNotWithoutADate) {
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} {t1|it would rain on Monday}."), "");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|said} on Monday {t1|it was late}.", ""), "");
  EXPECT_EQ(day("{t1|“No,”} {s1|Ann Cole} {c1|said} before she left on Monday."), "");
}

TEST(CarryOver, ToTheNextStatementOfTheSameSpeakerInTheParagraph) {
  const Statement s = only(
      "{t1|“Stay out,”} {s1|Gov. Dolores Whitt} {c1|told} residents at a news conference on Monday. {s2|She} "
      "{c2|added} {t2|that it was late}.");
  ASSERT_TRUE(s.addressee && s.channel && s.said_at);
  EXPECT_EQ(s.addressee->passage.text, "residents");
  EXPECT_EQ(s.channel->type, ChannelType::press_conference);
  EXPECT_EQ(s.said_at->date, "2025-03-10");
}

TEST(CarryOver, NotToOthersNorOverCircumstancesOfItsOwn) {
  const Statement other =
      only("{t1|“No,”} {s1|Ann Cole} {c1|told} residents on Monday. {s2|Bob Marsh} {c2|added} {t2|that it was late}.");
  EXPECT_FALSE(other.addressee || other.said_at);
  const Statement own =
      only("{t1|“No,”} {s1|Ann Cole} {c1|said} at a rally on Monday. {s2|She} {c2|urged} voters {t2|to stay}.");
  EXPECT_EQ(own.channel->type, ChannelType::speech);
  EXPECT_EQ(own.said_at->date, "2025-03-10");
}

TEST(Stance, FromWhatIsSaid) {
  EXPECT_EQ(only("{s1|He} {c1|told} her {t1|not to go}.").stance, Stance::orders);
  EXPECT_EQ(only("{s1|He} {c1|warned} jurors {t1|not to talk}.").stance, Stance::orders);
  EXPECT_EQ(only("{s1|He} {c1|told} her {t1|that it was late}.").stance, Stance::asserts);
  EXPECT_EQ(only("{s1|He} {c1|asked} {t1|them to leave}.").stance, Stance::orders);
  EXPECT_EQ(only("{s1|He} {c1|asked} {t1|that they leave}.").stance, Stance::orders);
  EXPECT_EQ(only("{s1|He} {c1|wants} {t1|the navy to step in}.").stance, Stance::orders);
  EXPECT_EQ(only("{s1|He} {c1|wants} {t1|to step in}.").stance, Stance::intends);
  EXPECT_EQ(only("{s1|He} {c1|wants} {t1|a boycott}.").stance, Stance::intends);
  EXPECT_EQ(only("{t1|“And did you?”} {s1|he} {c1|said}.").stance, Stance::asks);
  EXPECT_EQ(only("{t1|“And did you?”}").stance, Stance::asks);
}

TEST(Stance, FromTheCue) {
  EXPECT_EQ(only("{s1|He} {c1|denied} {t1|stealing}.").stance, Stance::denies);
  EXPECT_EQ(only("{s1|He} {c1|asked} {t1|whether it was late}.").stance, Stance::asks);
  EXPECT_EQ(only("{s1|He} {c1|asked} her {t1|to leave}.").stance, Stance::orders);
  EXPECT_EQ(only("{s1|He} {c1|demanded} {t1|a vote}.").stance, Stance::orders);
  EXPECT_EQ(only("{s1|He} {c1|called for} {t1|a vote}.").stance, Stance::orders);
  EXPECT_EQ(only("{s1|He} {c1|has vowed} {t1|to stay}.").stance, Stance::promises);
  EXPECT_EQ(only("{s1|He} {c1|believes} {t1|it}.").stance, Stance::believes);
  EXPECT_EQ(only("{s1|He} {c1|plans} {t1|to stay}.").stance, Stance::intends);
  EXPECT_EQ(only("It is {c1|allegedly} {t1|worth much}.").stance, Stance::alleges);
  EXPECT_EQ(only("{s1|He} {c1|said} {t1|no}.").stance, Stance::asserts);
  EXPECT_EQ(only("{s1|He} {c1|ruled out} {t1|a sale}.").stance, Stance::denies);
  EXPECT_EQ(only("{s1|She} {c1|hopes} {t1|to reopen it}.").stance, Stance::believes);
  EXPECT_EQ(only("{s1|She} {c1|reckons} {t1|it is late}.").stance, Stance::believes);
  EXPECT_EQ(only("{c1|Pressed on} {t1|whether it was late}, he left.").stance, Stance::asks);
}

}  // namespace
}  // namespace sayso
