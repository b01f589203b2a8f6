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

std::size_t relays_at(std::string_view marked, std::string url) {
  Annotated in = annotate(marked);
  in.document->url = std::move(url);
  Extraction out;
  out.statements = build_statements(*in.analysis, in.attributions);
  resolve_sources(*in.analysis, WordForms(*in.analysis), *in.document, in.attributions, out);
  return out.statements.back().via.size();
}

TEST(Via, ToldAnOutlet) {
  EXPECT_THAT(via("{t1|“No,”} {s1|Ann Cole} {c1|told} the Hill Herald on Monday."), ElementsAre("Hill Herald"));
  EXPECT_THAT(via("{t1|“No,”} {s1|Ann Cole} {c1|told} the Hill Herald.", "The Hill Herald"), IsEmpty());
  EXPECT_THAT(via("{t1|“No,”} {s1|Ann Cole} {c1|told} the Merrow City Council."), IsEmpty());
}

TEST(Via, ToldWhatIsDescribedAsAnOutlet) {
  EXPECT_THAT(via("{s1|Ann Cole} {c1|told} the podcast Sluice Talk {t1|that it was late}."),
              ElementsAre("Sluice Talk"));
  EXPECT_THAT(via("{t1|“No,”} {s1|Ann Cole} {c1|told} the Hill Herald, according to the website Grimewire."),
              ElementsAre("Grimewire", "Hill Herald"));
  EXPECT_THAT(via("{t1|“No,”} {s1|Ann Cole} {c1|told} the Dáil."), IsEmpty());
}

TEST(Via, QuotedByAKindOfOutlet) {
  EXPECT_THAT(via("{s1|Ann Cole} {c1|was quoted by the newspaper Kveldsbladet as saying} {t1|it was late}."),
              ElementsAre("Kveldsbladet"));
  EXPECT_THAT(via("{s1|Ann Cole} {c1|was quoted by the Journal du Col as saying} {t1|it was late}."),
              ElementsAre("Journal du Col"));
  EXPECT_THAT(via("{t1|“No,”} {s1|Ann Cole} {c1|told} Dun FM on Monday."), ElementsAre("Dun FM"));
}

TEST(Via, NotTheDocumentsOwn) {
  const std::string_view told = "{t1|“No,”} {s1|Ann Cole} {c1|told} the Herald.";
  EXPECT_THAT(via("Mill to close\n\nBy Bob Marsh, Hill Herald\n\n" + std::string(told)), IsEmpty());
  EXPECT_THAT(via(std::string(told) + " The mill ignored a request for comment from the Herald."), IsEmpty());
  EXPECT_THAT(via("Reuters asked. {t1|“No,”} {s1|Ann Cole} {c1|told} Reuters."), IsEmpty());
}

TEST(Via, QuotedAndReported) {
  EXPECT_THAT(via("{s1|Ann Cole} {c1|was quoted by the Hill Herald as saying} {t1|it was late}."),
              ElementsAre("Hill Herald"));
  EXPECT_THAT(via("{t1|It was late}, {s1|Ann Cole} {c1|told} Steel Times, Market Minute reported."),
              ElementsAre("Market Minute", "Steel Times"));
  EXPECT_THAT(via("The Hill Herald reported that {s1|Ann Cole} {c1|asked for} {t1|a mediator}."),
              ElementsAre("Hill Herald"));
  EXPECT_THAT(via("According to the Coastline Daily, {s1|Ann Cole} {c1|told} the Valley Echo {t1|it was late}."),
              ElementsAre("Coastline Daily", "Valley Echo"));
  EXPECT_THAT(via("{s1|The Alpen Post}, citing the Volksbote, {c1|reported} {t1|that {s2|Ann Cole} {c2|asked for} "
                  "{t2|a mediator}}."),
              ElementsAre("Alpen Post", "Volksbote"));
}

TEST(Via, WhoeverQuotes) {
  EXPECT_THAT(via("Reuters quoted {s1|Ann Cole} {c1|as saying} {t1|it was late}."), ElementsAre("Reuters"));
  EXPECT_THAT(via("State media reported, citing {s1|two clerks}, {c1|that} {t1|it was late}."),
              ElementsAre("State media"));
  EXPECT_THAT(via("The Hill Courier quoted {s1|Ann Cole} {c1|as calling} {t1|it “late”}."),
              ElementsAre("Hill Courier"));
}

TEST(Via, WhoeverCarriedIt) {
  EXPECT_THAT(via("In remarks carried by Reuters, {s1|Ann Cole} {c1|said} {t1|it was late}."), ElementsAre("Reuters"));
  EXPECT_THAT(via("In comments carried by state media, {s1|Ann Cole} {c1|said} {t1|it was late}."),
              ElementsAre("state media"));
  EXPECT_THAT(via("{s1|Ann Cole}, quoted by Reuters, {c1|said} {t1|it was late}."), ElementsAre("Reuters"));
  EXPECT_THAT(via("{t1|“No,”} {s1|Ann Cole} {c1|said}, as quoted by Reuters."), ElementsAre("Reuters"));
  EXPECT_THAT(via("{s1|Ann Cole} {c1|wrote} in an email obtained by the Hill Courier {t1|that it was late}."),
              ElementsAre("Hill Courier"));
  EXPECT_THAT(via("{s1|Ann Cole} {c1|wrote} in an email seen by Bob Marsh {t1|that it was late}."), IsEmpty());
}

TEST(Via, DocumentsThatQuote) {
  EXPECT_THAT(via("{t1|“It is late,”} the memo quotes {s1|Ann Cole} {c1|as saying}."), ElementsAre("memo"));
  EXPECT_THAT(via("{s1|Ann Cole} {c1|told} clerks {t1|it was late}, according to court documents."),
              ElementsAre("court documents"));
}

TEST(Via, WhoeverHasGotHoldOfARecord) {
  EXPECT_THAT(via("Messages between Ann Cole and Bob Marsh were published by the Hill Courier.\n\n{t1|“No,”} {s1|Cole} "
                  "{c1|wrote}."),
              ElementsAre("Hill Courier"));
}

TEST(Via, TheWholeInterview) {
  EXPECT_THAT(via("{t2|“No,”} {s2|Ann Cole} {c2|said} on NBC.\n\n{t1|“It is late,”} {s1|Cole} {c1|said}."),
              ElementsAre("NBC"));
}

TEST(Via, NotTheSitesOwn) {
  EXPECT_EQ(relays_at("{t1|“No,”} {s1|Ann Cole} {c1|told} CNN.", "https://www.cnn.com/2025/a"), 0u);
  EXPECT_EQ(relays_at("{t1|“No,”} {s1|Ann Cole} {c1|told} The New York Times.", "https://www.nytimes.com/2025/a"), 0u);
  EXPECT_EQ(relays_at("{t1|“No,”} {s1|Ann Cole} {c1|told} CNN. CNN asked.", "https://www.coastline.org/a"), 1u);
}

TEST(Via, TheOnlyOneToldIsTheDocumentsOwnIfNamedAgain) {
  EXPECT_THAT(via("{t1|“No,”} {s1|Ann Cole} {c1|told} CNN. It rained."), ElementsAre("CNN"));
  EXPECT_THAT(via("{t1|“No,”} {s1|Ann Cole} {c1|told} CNN. It rained, CNN found."), IsEmpty());
}

}  // namespace
}  // namespace sayso
