// Who speaks: from marked attributions to types and names.
#include "extract/who.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annotated.h"

namespace sayso {
namespace {

using ::testing::ElementsAre;

TEST(Who, NamesTitlesAndAppositions) {
  EXPECT_THAT(sources("{s1|Sen. Ann Cole, R-Utah,} {c1|said} {t1|yes}."), ElementsAre("person Ann Cole"));
  EXPECT_THAT(sources("{s1|The council leader, Patrick \"Paddy\" Odell,} {c1|said} {t1|yes}."),
              ElementsAre("person Patrick Odell"));
  EXPECT_THAT(sources("{s1|His lawyer, Priya Lau,} {c1|said} {t1|yes}."), ElementsAre("person Priya Lau"));
  EXPECT_THAT(sources("{s1|Market analyst Ivar Halse of Foley Bank} {c1|said} {t1|yes}."),
              ElementsAre("person Ivar Halse"));
  EXPECT_THAT(sources("{s1|A top strategist, John Marsh,} {c1|said} {t1|yes}."), ElementsAre("person John Marsh"));
  EXPECT_THAT(sources("{s1|Ann Cole, chief economist at Foley Bank,} {c1|said} {t1|yes}."),
              ElementsAre("person Ann Cole"));
}

TEST(Who, JointSpeakersAreBothNamed) {
  EXPECT_THAT(sources("{s1|Jo Starks and Alan Pruett} {c1|said} {t1|yes}."),
              ElementsAre("person Jo Starks and Alan Pruett"));
  EXPECT_THAT(sources("{s1|Jo Starks, Alan Pruett and Ann Cole} {c1|said} {t1|yes}."),
              ElementsAre("person Jo Starks, Alan Pruett and Ann Cole"));
  EXPECT_THAT(sources("{s1|Jo Starks, who leads the council, and Alan Pruett} {c1|said} {t1|yes}."),
              ElementsAre("person Jo Starks and Alan Pruett"));
  EXPECT_THAT(sources("{s1|The Foley Bank and the Carrow Harbour Authority} {c1|said} {t1|yes}."),
              ElementsAre("organization Foley Bank and Carrow Harbour Authority"));
  EXPECT_THAT(sources("Bob Marsh came. {s1|He and Ann Cole} {c1|said} {t1|yes}. {s2|They} {c2|said} {t2|no}."),
              ElementsAre("person Bob Marsh and Ann Cole", "person Bob Marsh and Ann Cole"));
}

TEST(Who, WhatOnlyLooksLikeASource) {
  EXPECT_THAT(
      sources(
          "Ann Cole came. {s1|It} {c1|is said} {t1|that she left}. {t2|The mill closed}, {s2|the inquiry} {c2|heard}."),
      ElementsAre("none", "none"));
  EXPECT_THAT(sources("Ann Cole came. {s1|It} {c1|said} {t1|so}."), testing::Not(ElementsAre("none")));
}

TEST(Who, CuesWithoutASourceHaveTheirSubject) {
  EXPECT_THAT(
      sources(
          "{s1|A report} {c1|finds} {t1|no fault}. Ann Cole, in a letter to the board, {c2|had asked for} {t2|that}."),
      ElementsAre("document report", "person Ann Cole"));
  EXPECT_THAT(sources("{t1|Rumours that they met} {c1|were dismissed} by Ann Cole as idle."),
              ElementsAre("person Ann Cole"));
  EXPECT_THAT(sources("{s1|Ann Cole} {c1|said} {t1|yes}, {c2|adding} {t2|that it was late}."),
              ElementsAre("person Ann Cole", "person Ann Cole"));
}

TEST(Who, JointSpeakersAreAllListed) {
  const Extraction found = extract_marked(
      "{s1|Jo Starks and Alan Pruett} {c1|said} {t1|yes}. {s2|Starks} {c2|said} {t2|no}. {s3|Officials} {c3|said} "
      "{t3|no}.");
  EXPECT_THAT(found.statements[0].source.entities, ElementsAre(0u, 1u));
  EXPECT_EQ(found.statements[0].source.entity, 0u);
  EXPECT_THAT(found.statements[1].source.entities, ElementsAre(0u));
  EXPECT_TRUE(found.statements[2].source.entities.empty());
  EXPECT_EQ(found.entities.size(), 2u);
}

TEST(Who, DoubtfulSourcesHaveCandidates) {
  const Extraction found = extract_marked("Ann Cole met Mary Reyes in the yard. {s1|She} {c1|said} {t1|yes}.");
  const Party& source = found.statements[0].source;
  ASSERT_EQ(source.candidates.size(), 2u);
  EXPECT_EQ(source.candidates[0].name, "Ann Cole");
  EXPECT_EQ(source.candidates[0].entity, source.entity);
  EXPECT_GT(source.candidates[0].score, source.candidates[1].score);
  EXPECT_NEAR(source.candidates[0].score + source.candidates[1].score, 1, 1e-4);
  EXPECT_FALSE(source.candidates[0].evidence.empty());
  EXPECT_EQ(source.basis, Basis::pronoun);
}

TEST(Who, WhereNothingIsDoubtfulThereIsNoChoice) {
  const Extraction found =
      extract_marked("Ann Cole met Bob Marsh. {s1|She} {c1|said} {t1|yes}. {s2|Marsh} {c2|said} {t2|no}.");
  for (const Statement& s : found.statements) EXPECT_FALSE(s.source.is_doubtful());
  EXPECT_EQ(found.statements[1].source.basis, Basis::name);
}

TEST(Who, ANameOfSeveralIsDoubtful) {
  const Extraction found = extract_marked("Ann Cole and Jo Cole came. {s1|Cole} {c1|said} {t1|yes}.");
  EXPECT_TRUE(found.statements[0].source.is_doubtful());
  EXPECT_EQ(found.statements[0].source.candidates.size(), 2u);
  ASSERT_EQ(found.entities[0].merges.size(), 1u);
  EXPECT_EQ(found.entities[0].merges[0].link, Link::surname);
  EXPECT_THAT(found.entities[0].merges[0].others, ElementsAre(1u));
}

TEST(Who, InsideIndirectSpeechTheSpeakerMayBeMeant) {
  EXPECT_THAT(sources("Mary Reyes came. {s1|Ann Cole} {c1|said} {t1|{s2|she} {c2|thinks} {t2|so}}."),
              ElementsAre("person Ann Cole", "person Ann Cole"));
}

TEST(Who, PeopleWhoAreNotNamed) {
  for (const char* who :
       {"Officials", "A spokesman for the union", "Critics", "Two people familiar with the talks", "One of them",
        "Ann Cole's lawyer", "Trump aides", "Some Republicans", "A Foley Bank analyst", "My mother", "Both"}) {
    EXPECT_THAT(sources("Ann Cole came. {s1|" + std::string(who) + "} {c1|said} {t1|yes}."), ElementsAre("anonymous"))
        << who;
  }
}

TEST(Who, BodiesGroupsDocuments) {
  EXPECT_THAT(sources("{s1|The Carrow Harbour Authority} {c1|said} {t1|yes}."),
              ElementsAre("organization Carrow Harbour Authority"));
  EXPECT_THAT(sources("{s1|Police} {c1|said} {t1|yes}."), ElementsAre("organization Police"));
  EXPECT_THAT(sources("In the end {s1|China} {c1|said} {t1|yes}."), ElementsAre("organization China"));
  EXPECT_THAT(sources("In the end {s1|Republicans} {c1|said} {t1|yes}."), ElementsAre("group Republicans"));
  EXPECT_THAT(sources("{s1|The study} {c1|found} {t1|nothing}."), ElementsAre("document study"));
  EXPECT_THAT(sources("{s1|A poll for the Clarion} {c1|found} {t1|nothing}."), ElementsAre("document poll"));
  EXPECT_THAT(sources("The bank closed. {s1|Its February report} {c1|warns} {t1|of worse}."),
              ElementsAre("document February report"));
}

TEST(Who, SomebodysOwnWordsAreTheirs) {
  EXPECT_THAT(sources("Ann Cole came. {s1|Cole's remarks} {c1|suggest} {t1|war}."), ElementsAre("person Ann Cole"));
  EXPECT_THAT(sources("Ann Cole came. {s1|Her tweet} {c1|said} {t1|yes}."), ElementsAre("person Ann Cole"));
}

TEST(Who, HeAndSheByGender) {
  EXPECT_THAT(sources("Ann Cole met Bob Marsh. {s1|She} {c1|said} {t1|yes}. {s2|He} {c2|said} {t2|no}."),
              ElementsAre("person Ann Cole", "person Bob Marsh"));
}

TEST(Who, GenderFromPronounsOfALoneName) {
  EXPECT_THAT(sources("Xandry Voss came home. She was tired.\n\nBob Marsh came too. {s1|She} {c1|said} {t1|yes}."),
              ElementsAre("person Xandry Voss"));
}

TEST(Who, ThePronounKeepsTheSpeaker) {
  EXPECT_THAT(sources("{t1|“It is late,”} {s1|Bob Marsh} {c1|said}.\n\nIvar Halse left the room.\n\n{t2|“The boat "
                      "sank,”} {s2|he} {c2|said}."),
              ElementsAre("person Bob Marsh", "person Ivar Halse"));
  EXPECT_THAT(sources("{t1|“It is late,”} {s1|Bob Marsh} {c1|said}.\n\n{t2|“Ivar Halse lied,”} {s2|he} {c2|said}."),
              ElementsAre("person Bob Marsh", "person Bob Marsh"));
}

TEST(Who, PronounsOfTheUnnamedStayUnnamed) {
  EXPECT_THAT(sources("Ann Cole left early. {t1|“No,”} {s1|a clerk} {c1|said}. {t2|It was over}, {s2|she} {c2|added}."),
              ElementsAre("anonymous", "anonymous"));
}

TEST(Who, ItAndThey) {
  EXPECT_THAT(sources("{s1|Lumora Therapeutics} {c1|said} {t1|yes}. {s2|It} {c2|expects} {t2|growth}."),
              ElementsAre("organization Lumora Therapeutics", "organization Lumora Therapeutics"));
  EXPECT_THAT(sources("Ann Cole watched. {s1|Residents} {c1|said} {t1|yes}. {s2|They} {c2|feared} {t2|floods}."),
              ElementsAre("anonymous", "anonymous"));
}

TEST(Who, Descriptions) {
  EXPECT_THAT(sources("Gov. Dolores Whitt met Bob Marsh. {s1|The governor} {c1|said} {t1|yes}."),
              ElementsAre("person Dolores Whitt"));
  EXPECT_THAT(sources("He met Terrence Okoro, his former manager, and Al Vance. {s1|The manager} {c1|said} {t1|yes}."),
              ElementsAre("person Terrence Okoro"));
  EXPECT_THAT(sources("Lumora Therapeutics fell. {s1|The company} {c1|said} {t1|yes}."),
              ElementsAre("organization Lumora Therapeutics"));
  EXPECT_THAT(sources("The Bureau of Mines fell. Foley Bank rose. {s1|The bureau} {c1|said} {t1|yes}."),
              ElementsAre("organization Bureau of Mines"));
  EXPECT_THAT(sources("Ann Cole came. {s1|The janitor} {c1|said} {t1|yes}."), ElementsAre("anonymous"));
}

TEST(Who, NamesThatComeAfterTheDescription) {
  EXPECT_THAT(
      sources("{s1|A bookkeeper} {c1|told} the court {t1|it was gone}.\n\nKirsty Jardine, the bookkeeper, wept."),
      ElementsAre("person Kirsty Jardine"));
}

TEST(Who, IIsTheSpeakerAround) {
  EXPECT_THAT(sources("{t1|“{s2|I} {c2|told} him {t2|it was hopeless},”} {s1|Ruth Sutter} {c1|said}."),
              ElementsAre("person Ruth Sutter", "person Ruth Sutter"));
}

TEST(Who, HeInsideAQuotationIsNotItsSpeaker) {
  EXPECT_THAT(sources("Gerald Halse met Bob Marsh. {t1|“{s2|He} {c2|said} {t2|no},”} {s1|Bob Marsh} {c1|said}."),
              ElementsAre("person Bob Marsh", "person Gerald Halse"));
}

TEST(Who, NoSourceGiven) {
  EXPECT_THAT(sources("The whisky is {c1|allegedly} {t1|worth much}."), ElementsAre("none"));
  EXPECT_THAT(sources("Ann Cole left. {c1|It is understood} {t1|that she is ill}."), ElementsAre("none"));
}

TEST(Who, ACueWithoutSourceGoesOnWithTheSpeaker) {
  EXPECT_THAT(sources("{t1|“No,”} {s1|Ann Cole} {c1|said}, {c2|adding} {t2|that she was tired}."),
              ElementsAre("person Ann Cole", "person Ann Cole"));
}

TEST(Who, AQuotationBesideItsSpeaker) {
  EXPECT_THAT(sources("Colin Baxter runs the clinic. {t1|“Half of what?”}"), ElementsAre("person Colin Baxter"));
  EXPECT_THAT(sources("There are 188 steps.\n\n{t1|“He taught me to read.”}\n\nBrid Kearney was nine then."),
              ElementsAre("person Brid Kearney"));
  EXPECT_THAT(sources("{t1|“No,”} {s1|Ann Cole} {c1|said}. {t2|“Never.”}"),
              ElementsAre("person Ann Cole", "person Ann Cole"));
}

TEST(Who, RelativePronouns) {
  EXPECT_THAT(sources("It angers Ann Cole, {s1|who} {c1|says} {t1|it is wrong}."), ElementsAre("person Ann Cole"));
  EXPECT_THAT(sources("It angers many farmers, {s1|who} {c1|say} {t1|it is wrong}."), ElementsAre("anonymous"));
}

TEST(Who, SourcesPointToTheirEntities) {
  const Extraction x =
      extract_marked("Bob Marsh left. {s1|Ann Cole} {c1|said} {t1|yes}. {s2|The study} {c2|found} {t2|no}.");
  ASSERT_TRUE(x.statements[0].source.entity && x.statements[1].source.entity);
  EXPECT_EQ(x.entities[*x.statements[0].source.entity].name, "Ann Cole");
  EXPECT_EQ(x.entities[*x.statements[1].source.entity].type, SourceType::document);
}

// Quadratic time would run into the test's time limit. How time grows is measured by ./dev bench.
TEST(Who, FiftyThousandPeopleOfOneSurname) {
  std::string text;
  for (int i = 0; i < 50000; ++i)
    text += "Ann" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i) + " Smith met Smith. He left. ";
  const Extraction found = extract_marked("{s1|He} {c1|said} {t1|yes}. " + text);
  EXPECT_FALSE(found.entities.empty());
}

TEST(Who, OddInputIsSurvived) {
  for (const char* text : {"", "\n\n", "“”", "{s1|,}{c1|:}{t1|.}", "{t1|A}", "{s1|The} {c1|said} {t1|x}",
                           "{s1|'s} {c1|said} {t1|x}", "{c1|said}{t1| }", "{s1|. x y} {c1|said} {t1|z}", "Mr.", "Sen.",
                           "@", "(@", "A.B.", "Dr. {s1|Mr.} {c1|said} {t1|I}"}) {
    extract_marked(text);
  }
}

TEST(Who, NamesBehindDescriptions) {
  EXPECT_THAT(sources("{s1|Its secretary, a retired teacher called Una Platt,} {c1|said} {t1|yes}."),
              ElementsAre("person Una Platt"));
  EXPECT_THAT(sources("{s1|The makers of the series, Castle Studios,} {c1|said} {t1|yes}."),
              ElementsAre("organization Castle Studios"));
  EXPECT_THAT(sources("{s1|The plant’s owner, Tavistock Solvents,} {c1|said} {t1|yes}."),
              ElementsAre("organization Tavistock Solvents"));
  EXPECT_THAT(sources("{s1|A trade body, the Guild of Saucemakers,} {c1|said} {t1|yes}."),
              ElementsAre("organization Guild of Saucemakers"));
  EXPECT_THAT(sources("{s1|The authors, Jo Starks and Alan Pruett,} {c1|said} {t1|yes}."),
              ElementsAre("person Jo Starks and Alan Pruett"));
}

TEST(Who, OfficesUnderOtherNames) {
  EXPECT_THAT(sources("They met Mr Justice Holroyd. {s1|The judge} {c1|said} {t1|yes}."),
              ElementsAre("person Holroyd"));
  EXPECT_THAT(sources("Sen. Ann Cole came. {s1|The lawmaker} {c1|said} {t1|yes}."), ElementsAre("person Ann Cole"));
  EXPECT_THAT(
      sources("It is from the mayor of Altwerder, Jo Starks, and Bob Marsh. {s1|The mayor} {c1|said} {t1|yes}."),
      ElementsAre("person Jo Starks"));
}

TEST(Who, EpithetsStandForWhomTheTextJustNamed) {
  EXPECT_THAT(sources("Ann Cole came. {s1|The teenager} {c1|said} {t1|yes}."), ElementsAre("person Ann Cole"));
  EXPECT_THAT(sources("Anton Gruber came. {s1|The Austrian} {c1|said} {t1|yes}."), ElementsAre("person Anton Gruber"));
  EXPECT_THAT(sources("Ann Cole came. {s1|Her lawyer} {c1|said} {t1|yes}."), ElementsAre("anonymous"));
}

TEST(Who, LeadsBringPeopleInWithoutTheirNames) {
  EXPECT_THAT(sources("{s1|A former engineer} {c1|said} {t1|it was paint}.\n\nIan Rudge, 61, came by bus."),
              ElementsAre("person Ian Rudge"));
  EXPECT_THAT(sources("{s1|An official} {c1|said} {t1|it was paint}.\n\nIan Rudge, 61, came by bus."),
              ElementsAre("anonymous"));
}

TEST(Who, ItIsTheDocumentOrBodyJustSpokenOf) {
  EXPECT_THAT(sources("Acme Bank paid. A press release went further. {s1|It} {c1|declared} {t1|victory}."),
              ElementsAre("document press release"));
  EXPECT_THAT(sources("On Friday she found a letter in her locker. {s1|It} {c1|said} {t1|goodbye}."),
              ElementsAre("document letter"));
  EXPECT_THAT(sources("{s1|The council's own register} {c1|shows} {t1|ten houses}."), ElementsAre("document register"));
}

TEST(Who, BodiesByTheirTrade) {
  EXPECT_THAT(sources("The Seafarers' Federation met Acme Lines. {s1|The union} {c1|said} {t1|yes}."),
              ElementsAre("organization Seafarers' Federation"));
}

}  // namespace
}  // namespace sayso
