// Through whom: several steps, outlets that no table knows, documents that quote, the document's own outlet.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "last_statement.h"

namespace sayso {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Relays, TwoStepsThroughNamesThatNoTableKnows) {
  EXPECT_THAT(via("{c1|According to} the newsletter {s1|Fenwick Post-it}, {t1|{s2|Ann Cole} {c2|told} the Hill Herald "
                  "{t2|that it was late}}."),
              ElementsAre("Fenwick Post-it", "Hill Herald"));
  EXPECT_THAT(via("{c1|According to} {s1|the Evening Marden}, {t1|{s2|Ann Cole} {c2|told} Channel West {t2|that it was "
                  "late}}."),
              ElementsAre("Evening Marden", "Channel West"));
  EXPECT_THAT(via("{s1|Twill magazine} {c1|reported} {t1|that {s2|Ann Cole} {c2|had told} the Tuning Peg {t2|that it "
                  "was late}}."),
              ElementsAre("Twill magazine", "Tuning Peg"));
  EXPECT_THAT(
      via("{s1|The Corriere del Monte} {c1|reported} {t1|that {s2|Ann Cole} {c2|thought} {t2|the talks dead}}."),
      ElementsAre("Corriere del Monte"));
  EXPECT_THAT(via("{s1|The Marden Ministry} {c1|reported} {t1|that {s2|Ann Cole} {c2|thought} {t2|the talks dead}}."),
              IsEmpty());
}

TEST(Relays, NamesThatBeginWithADayOrALaterWord) {
  EXPECT_THAT(via("{s1|Ann Cole} {c1|told} The Sunday Beacon {t1|that it was late}."), ElementsAre("Sunday Beacon"));
  EXPECT_THAT(via("{s1|Ann Cole} {c1|told} the Early Shift, a podcast, {t1|that it was late}."),
              ElementsAre("Early Shift"));
}

TEST(Relays, TheStationIsTheNearestThatFits) {
  EXPECT_THAT(via("Bob Marsh told Radio Kars that it was late. The Hill Tribune came. {s1|Ann Cole} {c1|told} the "
                  "station {t1|no}."),
              ElementsAre("Radio Kars"));
  EXPECT_THAT(via("Marsh was on Bay Radio, and the Hill Argus wrote of it. The paper quoted {s1|a doctor} {c1|as "
                  "saying} {t1|that it was nerves}."),
              ElementsAre("Hill Argus"));
  EXPECT_EQ(addressee("Bob Marsh told Radio Kars that it was late. {s1|Ann Cole} {c1|told} the station {t1|no}."),
            "the station / organization Radio Kars");
}

TEST(Relays, DocumentsThatQuote) {
  EXPECT_THAT(via("The report quotes {s1|an engineer} {c1|as saying} {t1|that it was late}."), ElementsAre("report"));
  EXPECT_THAT(via("Its report quotes {s1|a porter} {c1|as saying} {t1|that it was wet}."), ElementsAre("report"));
  EXPECT_THAT(
      via("{c1|According to} {s1|a police affidavit}, {t1|{s2|Ann Cole} {c2|told} Bob Marsh {t2|that it was late}}."),
      ElementsAre("police affidavit"));
}

TEST(Relays, OnTheAirBehindWhatWasSaid) {
  EXPECT_THAT(
      via("{s1|Ann Cole} {c1|described} {t1|the jail as “a motel”} on the podcast “Badge and Barrel” on Monday."),
      ElementsAre("Badge and Barrel"));
}

TEST(Relays, WhoeverAsksTheQuestions) {
  EXPECT_THAT(via("In an interview with Backline last month, {s1|Ann Cole} {c1|said} {t1|that it was late}."),
              ElementsAre("Backline"));
  EXPECT_THAT(via("Asked by the Hill Herald {t1|who had been there}, {s2|Ann Cole} {c2|said} {t2|that it was late}."),
              ElementsAre("Hill Herald"));
}

TEST(OwnOutlet, OfAByline) {
  EXPECT_THAT(via("A fox in Marden\n\nBy Bob Marsh for the Hill Lantern\n\n{s1|Ann Cole} {c1|told} the Lantern "
                  "{t1|that it was late}."),
              IsEmpty());
}

TEST(OwnOutlet, WhereTheStoryShowsThatItAsksItself) {
  EXPECT_THAT(via("In an interview with TIME, {s1|Ann Cole} {c1|said} {t1|that it was late}."), IsEmpty());
  EXPECT_THAT(via("In an interview with Newsweek, {s1|Ann Cole} {c1|said} {t1|that it was late}."),
              ElementsAre("Newsweek"));
  EXPECT_THAT(via("{s1|Ann Cole} {c1|told} Newsweek in an email {t1|that it was late}."), IsEmpty());
  EXPECT_THAT(via("“No,” Bob Marsh tells the Hill Ledger. {s1|Ann Cole} {c1|told} the Ledger {t1|that it was late}."),
              IsEmpty());
}

}  // namespace
}  // namespace sayso
