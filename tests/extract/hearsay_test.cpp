#include "extract/hearsay.h"

#include <gtest/gtest.h>

#include "page.h"

namespace sayso {
namespace {

// "cue|content" of what is found in a text where no network found anything.
std::vector<std::string> hearsay(const std::string& text) {
  const LayoutPage page(text);
  std::vector<Attribution> all;
  read_hearsay(WordForms(*page), all);
  std::vector<std::string> out;
  for (const Attribution& a : all) out.push_back(page.in_line(a).substr(1));
  return out;
}

using Lines = std::vector<std::string>;

TEST(Hearsay, AdverbsStandInTheirClause) {
  EXPECT_EQ(hearsay("The pair allegedly carried drugs in a van."), Lines{"allegedly|The pair … carried drugs in a van"});
  EXPECT_EQ(hearsay("The tape was reportedly made in June, and it surfaced later."), Lines{"reportedly|The tape was … made in June"});
  EXPECT_EQ(hearsay("He denies taking the ring, which is supposedly worth £10,000."), Lines{"supposedly|which is … worth £10,000"});
}

TEST(Hearsay, PassivesKeepTheirInfinitive) {
  EXPECT_EQ(hearsay("The bridge is widely thought to be sinking."), Lines{"is widely thought|The bridge … to be sinking"});
  EXPECT_EQ(hearsay("The road is closed, and a landlord is alleged to have kept the key."), Lines{"is alleged|a landlord … to have kept the key"});
}

TEST(Hearsay, ImpersonalOnesStandBeforeAmidAndBehind) {
  EXPECT_EQ(hearsay("It is understood that a clerk, who is ill, will speak."), Lines{"It is understood|that a clerk, who is ill, will speak"});
  EXPECT_EQ(hearsay("He left the country, it is rumoured."), Lines{"it is rumoured|He left the country"});
  EXPECT_EQ(hearsay("The tape was cut, it has been claimed."), Lines{"it has been claimed|The tape was cut"});
  EXPECT_EQ(hearsay("The mayor, it is said, never reads."), Lines{"it is said|The mayor … never reads"});
}

TEST(Hearsay, ReportsGoRound) {
  EXPECT_EQ(hearsay("Reports have emerged that looters came."), Lines{"Reports have emerged|that looters came"});
  EXPECT_EQ(hearsay("Rumours swirled that she had left."), Lines{"Rumours swirled|that she had left"});
}

TEST(Hearsay, OthersWordsNounsAndKnownSpeakersAreNone) {
  EXPECT_EQ(hearsay("“He allegedly stole it,” Cole said."), Lines{});
  EXPECT_EQ(hearsay("They found the allegedly stolen car."), Lines{});
  EXPECT_EQ(hearsay("He was understood by all."), Lines{});
  const LayoutPage page("Cole reportedly said that it rained.");
  std::vector<Attribution> all = {page.attribution("Cole", "said", "that it rained")};
  read_hearsay(WordForms(*page), all);
  EXPECT_EQ(page.in_lines(all), Lines{"Cole|said|that it rained"});
}

TEST(Hearsay, WhatANetworkFoundGetsItsClause) {
  const LayoutPage page("Two punches were reportedly thrown.");
  std::vector<Attribution> all = {page.attribution("", "reportedly", "thrown")};
  read_hearsay(WordForms(*page), all);
  EXPECT_EQ(page.in_lines(all), Lines{"|reportedly|Two punches were … thrown"});
}

TEST(Hearsay, ClaimsAreMadeAndThingsFeared) {
  EXPECT_EQ(hearsay("There are claims on the estate that eggs were taken."), Lines{"There are claims|that eggs were taken"});
  EXPECT_EQ(hearsay("It is feared in the villages that it will bring a dry year."), Lines{"It is feared|that it will bring a dry year"});
  EXPECT_EQ(hearsay("Alder, who is rumored to be planning a run, called it off."), Lines{"is rumored|who … to be planning a run"});
}

}  // namespace
}  // namespace sayso
