// To whom: objects of telling, people without names, pronouns, questions and answers, the document itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "last_statement.h"

namespace sayso {
namespace {

TEST(Addressees, PeopleWhomTheStoryBringsInWithoutAName) {
  EXPECT_EQ(addressee("Bob Marsh came. One man rang about the van. {s1|Ann Cole} {c1|told} him {t1|that it was late}."),
            "him / anonymous");
  EXPECT_EQ(addressee("One man rang about the van. Bob Marsh came. {s1|Ann Cole} {c1|told} him {t1|that it was late}."),
            "him / person Bob Marsh");
  EXPECT_EQ(addressee("Bob Marsh was a driver. {s1|Ann Cole} {c1|told} him {t1|that it was late}."),
            "him / person Bob Marsh");
}

TEST(Addressees, Them) {
  EXPECT_EQ(
      addressee(
          "{s2|Ann Cole} {c2|told} members {t2|that Kestrel Steel had left}. {s1|She} {c1|urged} them {t1|to stay}."),
      "members / anonymous");
  EXPECT_EQ(addressee("{s1|Three clerks} {c1|said} {t1|that {s2|a lawyer} {c2|had told} them {t2|to stay}}."),
            "Three clerks / anonymous");
}

TEST(Addressees, Headlines) {
  EXPECT_EQ(addressee("{s1|Ann Cole} to critics{c1|:} {t1|Come and see}"), "critics / anonymous");
}

TEST(Addressees, BehindVerbsOfTelling) {
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|described} to the coroner {t1|a night that was “late”}."),
            "the coroner / anonymous");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|pleaded} with the pair {t1|to go}."), "the pair / anonymous");
  EXPECT_EQ(addressee("Bob Marsh wrote. {s1|Ann Cole} {c1|answered him on Slack:} {t1|“No.”}"),
            "him / person Bob Marsh");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|answered questions}: {t1|“No.”}"), "");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|called} {t1|it “a mess”} in a reply to Bob Marsh."),
            "Bob Marsh / person Bob Marsh");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|phoned} Bob Marsh from the pier and {c1|said} {t1|that it was late}."),
            "Bob Marsh / person Bob Marsh");
}

TEST(Addressees, WhoWasTold) {
  EXPECT_EQ(addressee("{t1|Ann Cole fell from Craig Ddu}, an inquest {c1|was told} on Monday."), "inquest / anonymous");
  EXPECT_EQ(addressee("{c1|Asked} {t1|whether the Prime Minister would go}, his official spokesman laughed."),
            "his official spokesman / anonymous");
  EXPECT_EQ(addressee("{c1|Asked} by {s1|Priya Sandhu} of Holt Capital {t1|how low it could go}, {s2|Ann Cole} "
                      "{c2|replied} {t2|“No.”}"),
            "Priya Sandhu / person Priya Sandhu");
}

TEST(Addressees, QuestionsAndAnswersOfPeopleWithoutAName) {
  EXPECT_EQ(addressee("Ann Cole came. {t1|“Which door?”} {s1|a reporter} {c1|asked}. {t2|“That one,”} {s2|Ann Cole} "
                      "{c2|answered}."),
            "a reporter / anonymous");
  EXPECT_EQ(
      addressee("{s1|Ann Cole} {c1|asked} Bob Marsh {t1|what he had seen}. {t2|“Nothing,”} {s2|Marsh} {c2|said}."),
      " / person Ann Cole");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|said} in a statement {t1|that it was late}. {s2|Bob Marsh} {c2|replied} on "
                      "Facebook {t2|that it was not}."),
            "");
}

TEST(Addressees, TheDocumentItself) {
  EXPECT_EQ(
      addressee(
          "A fox in Marden\n\nMarden Wire, Tuesday 11 March 2025\n\n{s1|Ann Cole} {c1|told} us {t1|that it was late}."),
      "us / organization Marden Wire");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|told} this newspaper {t1|that it was late}."),
            "this newspaper / organization newspaper");
}

TEST(Addressees, WhatIsSaidToManyIsToldToNobody) {
  EXPECT_EQ(addressee("{t1|“{s2|She} {c2|said} {t2|‘please’} every time,”} {s1|Bob Marsh} {c1|told} reporters."), "");
  EXPECT_EQ(addressee("{t1|“{s2|My father} {c2|used to say}, {t2|‘Go on,’}”} {s1|Bob Marsh} {c1|told} reporters."), "");
}

TEST(CarriesOver, ToTheNextParagraphsQuotation) {
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|told} MPs {t1|that it was late}.\n\n{t2|“No,”} {s2|she} {c2|said}."),
            "MPs / organization MPs");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|told} MPs {t1|that it was late}.\n\n{s2|She} {c2|said} {t2|that it was wet}."),
            "");
  EXPECT_EQ(day("{s1|Ann Cole} {c1|told} MPs on Monday {t1|that it was late}.\n\n{t2|“No,”} {s2|she} {c2|said}."),
            "2025-03-10 / on Monday");
}

TEST(CarriesOver, ToASecondVerbOfOneSubject) {
  EXPECT_EQ(addressee("{s1|The nurse} {c1|told} a public inquiry {t1|that it was late}, but {s2|} {c2|said} {t2|no}."),
            "");
}

TEST(CarriesOver, NoThoughtsAnswersOrWhatOthersAreAskedFor) {
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|told} MPs {t1|that it was late}. {s2|She} {c2|hopes} {t2|to return by May}."),
            "");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|told} MPs {t1|that it was late}. {s2|She} {c2|disputes} {t2|that}."), "");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|called on} the league {t1|to publish it} and {s2|} {c2|vowed} {t2|to pay}."),
            "");
}

TEST(Addressee, ObjectsOfTelling) {
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|told} reporters on Monday {t1|that it was late}."), "reporters / anonymous");
  EXPECT_EQ(addressee("Bob Marsh came. {s1|Ann Cole} {c1|urged} Marsh {t1|to go}."), "Marsh / person Bob Marsh");
  EXPECT_EQ(addressee("{t1|“No,”} {s1|Ann Cole} {c1|told} Jennifer O’Malley Dillon at home."),
            "Jennifer O’Malley Dillon / person Jennifer O’Malley Dillon");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|told} a crowd in Carrow {t1|that it was late}."), "crowd / anonymous");
  EXPECT_EQ(addressee("Bob Marsh rose. {t1|“No,”} {s1|Ann Cole} {c1|told} him."), "him / person Bob Marsh");
}

TEST(Addressee, BehindTo) {
  EXPECT_EQ(addressee("{t1|“No,”} {s1|Ann Cole} {c1|wrote} in an email to staff."), "staff / anonymous");
  EXPECT_EQ(addressee("{t1|“No,”} {s1|Ann Cole} {c1|said} to Bob Marsh."), "Bob Marsh / person Bob Marsh");
}

TEST(Addressee, WhoWasAsked) {
  EXPECT_EQ(addressee("Patrick Odell, whose boat lay near, {c1|was asked} {t1|whether he would sign}."),
            "Patrick Odell / person Patrick Odell");
}

TEST(Addressee, InTheCue) {
  EXPECT_EQ(addressee("{s1|A former clerk} {c1|has told a public inquiry} {t1|that it was late}."),
            "public inquiry / organization public inquiry");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|wrote to clerks:} {t1|“No.”}"), "clerks / anonymous");
}

TEST(Addressee, WhoWasAskedIsNamedBehind) {
  EXPECT_EQ(addressee("{c1|Asked} {t1|whether he would sign}, Patrick Odell laughed."),
            "Patrick Odell / person Patrick Odell");
}

TEST(Addressee, Occasions) {
  EXPECT_EQ(addressee("On a call with analysts on Monday, {s1|Ann Cole} {c1|said} {t1|it was late}."),
            "analysts / anonymous");
  EXPECT_EQ(addressee("Bob Marsh rose. {t1|“No,”} {s1|Ann Cole} {c1|said} when asked by Marsh why she left."),
            "Marsh / person Bob Marsh");
}

TEST(Addressee, NotTheBodyButSomeOfIt) {
  EXPECT_EQ(addressee("The Hill Town Council met. {s1|Ann Cole} {c1|urged} councillors {t1|to go}."),
            "councillors / anonymous");
}

TEST(Addressee, OneOfHisOwn) {
  EXPECT_EQ(addressee("Bob Marsh fell ill. {s1|His doctor} {c1|had ordered} him {t1|to rest}."),
            "him / person Bob Marsh");
}

TEST(Addressee, BehindOtherPrepositions) {
  EXPECT_EQ(addressee("Bob Marsh rose. {s1|Ann Cole} {c1|shouted at} Bob Marsh: {t1|“No.”}"),
            "Bob Marsh / person Bob Marsh");
  EXPECT_EQ(addressee("Bob Marsh rose. {s1|Ann Cole} {c1|confided} in Bob Marsh {t1|that it was late}."),
            "Bob Marsh / person Bob Marsh");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|called on} clerks {t1|to go}."), "clerks / anonymous");
  EXPECT_EQ(addressee("Turning to Bob Marsh, {s1|Ann Cole} {c1|said} {t1|it was late}."),
            "Bob Marsh / person Bob Marsh");
  EXPECT_EQ(addressee("Addressing clerks from the balcony, {s1|Ann Cole} {c1|said} {t1|it was late}."),
            "clerks / anonymous");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|wrote} Bob Marsh {t1|that it was late}."), "Bob Marsh / person Bob Marsh");
}

TEST(Addressee, InWhatWasSent) {
  EXPECT_EQ(addressee("In a letter to clerks dated 3 May, {s1|Ann Cole} {c1|said} {t1|it was late}."),
            "clerks / anonymous");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|demanded} {t1|the move} in a letter to clerks."), "clerks / anonymous");
}

TEST(Addressee, OnlyThoseWhoCanHear) {
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|ordered} two readings {t1|to be drawn again}."), "");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|urged} adults born after 1957 {t1|to go}."), "adults / anonymous");
}

TEST(Addressee, OfADeedOfSpeech) {
  EXPECT_EQ(addressee("Ann Cole spoke to reporters on Monday. {t1|“No,”} {s1|she} {c1|said}."),
            "reporters / anonymous");
  EXPECT_EQ(addressee("Ann Cole spoke to reporters on Monday. {t1|“No,”} {s1|Bob Marsh} {c1|said}."), "");
  EXPECT_EQ(addressee("Ann Cole spoke to the issue on Monday. {t1|“No,”} {s1|she} {c1|said}."), "");
}

TEST(Addressee, AcrossAQuestion) {
  EXPECT_EQ(addressee("{c1|Asked by} {s1|a reporter} {t1|whether it was late}, {s2|Ann Cole} {c2|said} {t2|it was}."),
            "reporter / anonymous");
  EXPECT_EQ(addressee("{s2|Ann Cole} {c2|said} {t2|it was late} when {c3|asked} {t3|if it was}."),
            "Ann Cole / person Ann Cole");
}

TEST(Addressee, ManyOfAKind) {
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|told} a small gaggle of reporters {t1|that it was late}."),
            "reporters / anonymous");
}

TEST(Addressee, ByTurns) {
  EXPECT_EQ(addressee("Ann Cole rang Bob Marsh at noon. {t1|“No,”} {s1|she} {c1|said}."), " / person Bob Marsh");
  EXPECT_EQ(addressee("{s1|Bob Marsh} {c1|asked} {t1|whether it was late}. {t2|Very,} {s2|Ann Cole} {c2|replied}."),
            " / person Bob Marsh");
  EXPECT_EQ(addressee("{s2|Bob Marsh} {c2|asked} {t2|whether it was late}. {t1|Very,} {s1|Ann Cole} {c1|replied}."),
            " / person Ann Cole");
  EXPECT_EQ(addressee("{t1|Very,} {s1|Ann Cole} {c1|said}. {t2|“Why?”} {s2|Bob Marsh} {c2|asked}."), "");
}

TEST(Addressee, InsideAQuotation) {
  EXPECT_EQ(addressee("{t1|“{s2|Bob Marsh} {c2|told} me {t2|it was late},”} {s1|Ann Cole} {c1|said}."),
            "me / person Ann Cole");
  EXPECT_EQ(addressee("{t1|“{s2|Bob Marsh} {c2|wrote}, {t2|‘Come,’}”} {s1|Ann Cole} {c1|said}."), " / person Ann Cole");
}

TEST(Addressee, NobodyNamed) {
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|warned} Saturday {t1|that it was late}."), "");
  EXPECT_EQ(addressee("{t1|“No,”} {c1|warned} {s1|Ann Cole}."), "");
  EXPECT_EQ(addressee("{s1|Ann Cole} {c1|asked} {t1|whether it was late}."), "");
  EXPECT_EQ(addressee("{t1|“No,”} {s1|Ann Cole} {c1|told} me."), "");
}

}  // namespace
}  // namespace sayso
