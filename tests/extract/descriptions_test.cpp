// Who is meant by a description, and by a pronoun behind one: "the 34-year-old", "the couple", "her flatmate".
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annotated.h"
#include "extract/who.h"

namespace sayso {
namespace {

struct Case {
  const char* text;
  std::vector<std::string> sources;
};

void expect(std::span<const Case> cases) {
  for (const Case& one : cases) EXPECT_EQ(sources(one.text), one.sources) << one.text;
}

TEST(Descriptions, AgesTellWho) {
  static const Case cases[] = {
      {"Ann Cole, 44, met Bob Marsh, 51, in the yard. {s1|The 51-year-old} {c1|said} {t1|yes}. {s2|The 44-year-old} "
       "{c2|said} "
       "{t2|no}.",
       {"person Bob Marsh", "person Ann Cole"}},
      {"Ann Cole, 44, a clerk, sued Jo Marsh, aged 29. Cole left.\n\n{s1|The 29-year-old clerk} {c1|said} {t1|yes}.",
       {"person Jo Marsh"}},
      {"Ivar Halse, 62, denies it. {s1|Prosecutor Ann Cole} {c1|said} {t1|that {s2|the 62-year-old} {c2|texted} "
       "{t2|“It is "
       "done.”}}",
       {"person Ann Cole", "person Ivar Halse"}},
      {"Ann Cole, 44, and her husband, Bob Marsh, came. {s1|The 52-year-old} {c1|said} in his yard {t1|that it was "
       "late}.",
       {"person Bob Marsh"}},
      {"Dr. Ann Cole came. Bob Marsh, a colonel, took questions. {s1|The 44-year-old colonel} {c1|said} {t1|yes}.",
       {"person Bob Marsh"}},
      {"Col. Ivar Halse took questions. Ann Cole asked one. {s1|The 44-year-old colonel} {c1|said} {t1|yes}.",
       {"person Ivar Halse"}},
      {"{s1|A 67-year-old woman} {c1|said} {t1|yes}.", {"anonymous"}},
  };
  expect(cases);
}

TEST(Descriptions, TheNameBehindOne) {
  static const Case cases[] = {
      {"{s1|Its president, Théo Vauclain,} {c1|said} {t1|yes}.", {"person Théo Vauclain"}},
      {"{s1|Their daughter, the composer Philippa Lyle,} {c1|said} {t1|yes}.", {"person Philippa Lyle"}},
      {"{s1|Her son, the late painter Miles Lyle,} {c1|said} {t1|yes}.", {"person Miles Lyle"}},
      {"{s1|The operator, Kelda Lines,} {c1|said} {t1|yes}.", {"organization Kelda Lines"}},
      {"{s1|Her lawyer, who met Ann Cole,} {c1|said} {t1|yes}.", {"anonymous"}},
  };
  expect(cases);
}

TEST(Descriptions, CallingsThatOpenASentenceAreNoNames) {
  static const Case cases[] = {
      {"It fell.\n\n{s1|Folklorist Eoin Tuohy} {c1|said} {t1|yes}.", {"person Eoin Tuohy"}},
      {"It fell.\n\n{s1|Toxicologist Brunhild Ost} {c1|said} {t1|yes}.", {"person Brunhild Ost"}},
      {"It fell.\n\n{s1|Cllr Sheila Fogarty} {c1|said} {t1|yes}.", {"person Sheila Fogarty"}},
      {"It fell. {c1|According to} {s1|the Sunday Dispatch}, {t1|it fell}.", {"organization Sunday Dispatch"}},
  };
  expect(cases);
}

TEST(Descriptions, WhoWasJustSaidToBeOneRatherThanWhoIsNamedLater) {
  static const Case cases[] = {
      {"Mill row\n\nLena Cole, the crane operator who leads the union, spoke. {s1|The crane operator} {c1|said} {t1|yes}.\n\nPiers Marsh, who "
       "runs the mill, left.",
       {"person Lena Cole"}},
      {"Kit Marsh met Ann Cole. {s1|Marsh's rep} {c1|said} {t1|yes}.", {"anonymous"}},
      {"Marjorie Pell, 72, tells the dispatcher all. {s1|The dispatcher} {c1|said} {t1|yes}.", {"anonymous"}},
  };
  expect(cases);
}

TEST(Descriptions, BodiesByWhatIsSaidOfThem) {
  static const Case cases[] = {
      {"An engineer at Brightwell Home left. {s1|Brightwell} {c1|said} {t1|yes}.", {"organization Brightwell Home"}},
      {"He told the Morning Brief programme. {s1|Morning Brief} {c1|said} {t1|yes}.", {"organization Morning Brief"}},
      {"The band is no more, Backline reported. {s1|Backline} {c1|said} {t1|yes}.", {"organization Backline"}},
      {"She spoke to Span’s Ann Cole. {s1|Span} {c1|said} {t1|yes}.", {"organization Span"}},
      {"It fell.\n\n{s1|Downing Street} {c1|said} {t1|yes}.", {"organization Downing Street"}},
      {"It fell.\n\n{s1|Hartnell Brothers} {c1|said} {t1|yes}.", {"organization Hartnell Brothers"}},
      {"It fell.\n\n{s1|Her former publisher Kip Lorne} {c1|said} {t1|yes}.", {"person Kip Lorne"}},
  };
  expect(cases);
}

TEST(Descriptions, OnesThatStandForANameJustGiven) {
  static const Case cases[] = {
      {"Kelly Dunn went in. {s1|The mother-of-three} {c1|said} {t1|yes}.", {"person Kelly Dunn"}},
      {"Bob Marsh went in. {s1|The dad of four} {c1|said} {t1|yes}.", {"person Bob Marsh"}},
      {"Bob Marsh scored twice. {s1|The winger} {c1|said} {t1|yes}.", {"person Bob Marsh"}},
      {"Bob Marsh was at his desk. {s1|The schoolboy} {c1|said} {t1|yes}.", {"person Bob Marsh"}},
      {"Ann Cole won again. {s1|The goalkeeper} {c1|said} {t1|yes}.", {"person Ann Cole"}},
      {"Ann Cole sings in bars. {s1|The soprano} {c1|said} {t1|yes}.", {"person Ann Cole"}},
      {"A schoolboy came in. Bob Marsh left. {s1|The schoolboy} {c1|said} {t1|yes}.", {"anonymous"}},
      {"Ann Cole rang. {s1|The dispatcher} {c1|said} {t1|yes}.", {"anonymous"}},
  };
  expect(cases);
}

TEST(Descriptions, APersonOfTheLeadIsNamedLater) {
  const std::string head = "Mill closes\n\nBy Gus Templer\n\nMonday 6 October 2025\n\n";
  const std::vector<Case> cases = {
      {"{s1|A livid mum} {c1|has accused} the school of {t1|greed}.\n\nKelly Dunn, 34, lives by the mill. {s2|Dunn} "
       "{c2|said} {t2|so}.",
       {"person Kelly Dunn", "person Kelly Dunn"}},
      {"{s1|The founder of the app Hopper} {c1|told} a panel {t1|that he knew}.\n\n{t2|“I found out,”} {s2|Dan Penn} "
       "{c2|testified}.",
       {"person Dan Penn", "person Dan Penn"}},
      {"{s1|A woman who lived across from Ann Cole} {c1|told} jurors {t1|that it was late}.\n\n{t2|“I called,”} "
       "{s2|Tess Wills}, 58, "
       "{c2|testified}.",
       {"person Tess Wills", "person Tess Wills"}},
      {"Ann Cole, 20, died in March. {s1|Her flatmate} {c1|described} {t1|an ordinary night}.\n\n{t2|“It was late,”} "
       "{s2|Jo Vaughan} "
       "{c2|told} the inquest.",
       {"person Jo Vaughan", "person Jo Vaughan"}},
      {"{s1|A man} {c1|said} {t1|yes}.\n\nThe mayor, Jo Vaughan, was there. {s2|Vaughan} {c2|said} {t2|no}.",
       {"anonymous", "person Jo Vaughan"}},
      {"{s1|A spokesman} {c1|said} {t1|yes}.\n\n{t2|“It was late,”} {s2|Jo Vaughan} {c2|told} the inquest.",
       {"anonymous", "person Jo Vaughan"}},
  };
  for (const Case& one : cases) EXPECT_EQ(sources(head + one.text), one.sources) << one.text;
}

TEST(Descriptions, HeAndSheMayBeSomebodyWithoutAName) {
  static const Case cases[] = {
      {"Ann Cole wants the money. Her daughter does too.\n\n{t1|“Mother will shout,”} {s1|she} {c1|told} the Call.",
       {"anonymous"}},
      {"Bob Marsh sat down. Asked about it, the planning officer consulted his notes.\n\n{t1|“A kettle,”} {s1|he} "
       "{c1|said}.",
       {"anonymous"}},
      {"Bob Marsh sat down. A boy in the third row stood up. {t1|“Why?”} {s1|he} {c1|asked}.", {"anonymous"}},
      {"Bob Marsh sat down. A boy in the third row stood up. Marsh sighed. {t1|“Why?”} {s1|he} {c1|asked}.",
       {"person Bob Marsh"}},
      {"Bob Marsh sat down. His sister stood up. {t1|“Why?”} {s1|he} {c1|asked}.", {"person Bob Marsh"}},
      {"{s1|A viewer} {c1|asked} {t1|Ann Cole which part}. {t2|“The flowers,”} {s2|she} {c2|replied}.",
       {"anonymous", "person Ann Cole"}},
      {"Ann Cole was on air. {s1|A viewer} {c1|asked} {t1|which part}. {t2|“The flowers,”} {s2|she} {c2|replied}.",
       {"anonymous", "person Ann Cole"}},
      {"{t1|“I said to my husband, ‘That is no truck,’”} {s1|Ann Cole} {c1|testified}. {t1|“{s2|He} {c2|said}, "
       "{t2|‘Sleep.’}”} Bob Marsh "
       "watched.",
       {"person Ann Cole", "anonymous"}},
  };
  expect(cases);
}

TEST(Descriptions, ThoseThatAreKnownKeepWhoTheyMeanInMind) {
  static const Case cases[] = {
      {"Luis Abreu, a crane operator, went home. Bob Strand spoke to analysts. The crane operator is one of them. "
       "{t1|“Hunger,”} "
       "{s1|he} {c1|said}.",
       {"person Luis Abreu"}},
      {"Mayor Rufus Gill came. Bob Strand stayed away. The mayor was late. {t1|“Hunger,”} {s1|he} {c1|said}.",
       {"person Rufus Gill"}},
      {"Luis Abreu, 41, went home. Bob Strand spoke. The 41-year-old was late. {s1|He} {c1|said} {t1|so}.",
       {"person Luis Abreu"}},
  };
  expect(cases);
}

TEST(Descriptions, KinAndCouples) {
  static const Case cases[] = {
      {"Meera Sandhu, whose daughter Asha died in 2021, was there. Jo Starks left. {s1|Her mother} {c1|said} {t1|yes}.",
       {"person Meera Sandhu"}},
      {"Her father, Dr Sam Menon, came. Her mother, Dr Lata Menon, wept. {s1|The couple} {c1|said} {t1|yes}.",
       {"person Sam Menon and Lata Menon"}},
      {"Ann Cole married Bob Marsh. {s1|The pair} {c1|said} {t1|yes}.", {"person Ann Cole and Bob Marsh"}},
      {"Ann Cole and Bob Marsh ran. {s1|Both} {c1|said} {t1|yes}.", {"person Ann Cole and Bob Marsh"}},
      {"{s1|A couple} {c1|said} {t1|yes}.", {"anonymous"}},
  };
  expect(cases);
}

TEST(Descriptions, RelativesBehindAnApposition) {
  static const Case cases[] = {
      {"It was started by Randall Ames, a retired vet, {s1|who} {c1|says} {t1|that he voted}.",
       {"person Randall Ames"}},
      {"It was started by Randall Ames, the vet of the town, {s1|who} {c1|says} {t1|that he voted}.",
       {"person Randall Ames"}},
      {"He read from a letter by the regulator, {s1|which} {c1|warned} {t1|that it would fail}.", {"document letter"}},
      {"He read a report from the Foley Bank {s1|that} {c1|warned} {t1|that it would fail}.", {"document report"}},
      {"It was started by a retired vet, {s1|who} {c1|says} {t1|that he voted}.", {"anonymous"}},
  };
  expect(cases);
}

TEST(Descriptions, WhatIsWrittenOnThings) {
  static const Case cases[] = {
      {"Foley Steel closed. Somebody had hung a bedsheet from the bridge. {s1|It} {c1|read} {t1|“NO PIZZA.”}",
       {"document bedsheet"}},
      {"Foley Steel closed. Men wore blue shirts. One carried a sack. {s1|It} {c1|read}: {t1|“NO PIZZA.”}",
       {"document sack"}},
  };
  expect(cases);
}

TEST(Descriptions, TheLeadTeachesWhoTheWidowIs) {
  EXPECT_EQ(
      sources(
          "{s1|The widow of a pilot who drowned} {c1|testified} {t1|that he rang}.\n\n{t2|“He said so,”} {s2|Corinne "
          "Dupree} "
          "{c2|told} them. Lena Marsh read a note. Cole also pressed the widow. {s3|The widow} {c3|replied} {t3|no}."),
      (std::vector<std::string>{"person Corinne Dupree", "person Corinne Dupree", "person Corinne Dupree"}));
}

TEST(Descriptions, Appositions) {
  static const Case cases[] = {
      {"{s1|The other, Councilwoman Bea Lind,} {c1|said} {t1|yes}.", {"person Bea Lind"}},
      {"{s1|The founder, the late Arthur Bright,} {c1|said} {t1|yes}.", {"person Arthur Bright"}},
      {"{s1|Foley's founder, the late Arthur Bright,} {c1|said} {t1|yes}.", {"person Arthur Bright"}},
      {"{s1|The yard, Corrie & Lamont,} {c1|said} {t1|yes}.", {"organization Corrie & Lamont"}},
      {"{s1|Two state senators, Ada Pruitt and Leon Brand,} {c1|said} {t1|yes}.", {"person Ada Pruitt and Leon Brand"}},
      {"{s1|Two users, Ada Pruitt among them,} {c1|said} {t1|yes}.", {"anonymous"}},
      {"Bob Marsh came. {s1|Marsh himself} {c1|said} {t1|yes}.", {"person Bob Marsh"}},
      {"{s1|“Big Len” Hoskins} {c1|said} {t1|yes}.", {"person Hoskins"}},
      {"{s1|One driver, who goes by @binjuice,} {c1|posted} {t1|so}. His real name is Cory Mendez.",
       {"person Cory Mendez"}},
  };
  expect(cases);
}

TEST(Descriptions, OthersOfTheSameKind) {
  static const Case cases[] = {
      {"The minister, Eilidh Gill, came. {s1|One Cabinet minister} {c1|said} {t1|yes}. {s2|The second minister} "
       "{c2|said} {t2|no}.",
       {"anonymous", "anonymous"}},
      {"The minister, Eilidh Gill, came. {s1|The other minister} {c1|said} {t1|yes}.", {"anonymous"}},
      {"The minister, Eilidh Gill, came. {s1|The minister} {c1|said} {t1|yes}.", {"person Eilidh Gill"}},
  };
  expect(cases);
}

TEST(Descriptions, Bodies) {
  static const Case cases[] = {
      {"The National Rail Safety Agency sent six. Trans-Ridge Rail came. {s1|The agency} {c1|warned} {t1|of it}.",
       {"organization National Rail Safety Agency"}},
      {"The Zürich paper Finanz reported it. {s1|The union} {c1|wants} {t1|it in writing}.", {"organization union"}},
      {"Redbird, a small label, closed. {s1|The label} {c1|said} {t1|yes}.", {"organization Redbird"}},
      {"Redbird, a small label, closed. {s1|The charity} {c1|said} {t1|yes}.", {"organization charity"}},
      {"{s1|Consumer groups} {c1|want} {t1|him tried}. {s2|Insurers} {c2|say} {t2|no}.", {"anonymous", "anonymous"}},
      {"{s1|The dockers' federation and the Chamber of Owners} {c1|said} {t1|yes}.",
       {"organization dockers' federation and Chamber of Owners"}},
      {"{s1|The presidency} {c1|said} {t1|yes}. {s2|State television} {c2|said} {t2|so}.",
       {"organization presidency", "organization State television"}},
      {"{s1|The Department for Transport} {c1|said} {t1|yes}.", {"organization Department for Transport"}},
      {"{s1|Bookmakers Gill & Grice} {c1|said} {t1|yes}.", {"organization Gill & Grice"}},
      {"{s1|Calder General} {c1|said} {t1|yes}. The hospital is full.", {"organization Calder General"}},
      {"{s1|Neighboring Ostmark} {c1|said} {t1|yes}.", {"organization Ostmark"}},
      {"{s1|Climate panel} {c1|warns} {t1|of floods}\n\nThe report by the Merrin Climate Panel came out.",
       {"organization Merrin Climate Panel"}},
  };
  expect(cases);
}

TEST(Descriptions, PapersThatAreWrittenAndThoseThatArePrinted) {
  static const Case cases[] = {
      {"{s1|A paper in the journal Bodies} {c1|finds} {t1|no fault}. {s2|It} {c2|warns} {t2|of more}. {s3|The paper} "
       "{c3|says} {t3|so}.",
       {"document paper", "document paper", "document paper"}},
      {"The Hill Herald came out. {s1|The paper} {c1|reported} {t1|so}.", {"organization Hill Herald"}},
      {"{s1|The 212-page report} {c1|says} {t1|so}.", {"document 212-page report"}},
  };
  expect(cases);
}

TEST(Descriptions, WhoSaysIIsAPerson) {
  static const Case cases[] = {
      {"{t1|“I am winning,”} {c1|writes} {s1|Ottoline} in the Dells.", {"person Ottoline"}},
      {"Tegan Marsh told how Kev Dunmore came. {t1|“I knew,”} {s1|Tegan} {c1|said}. {s2|Kev}, 37, a former singer, "
       "{c2|said} {t2|no}.",
       {"person Tegan Marsh", "person Kev Dunmore"}},
      {"{t1|“My Nan said so,”} {s1|Bob Marsh} {c1|said}. He looked at Nan. {s2|She} {c2|said} {t2|yes}.",
       {"person Bob Marsh", "anonymous"}},
      {"{s1|Regular Pete Gosling} {c1|said} {t1|yes}.", {"person Pete Gosling"}},
      {"{s1|PC Aled Morris} {c1|said} {t1|yes}.", {"person Aled Morris"}},
      {"Bob Marsh came. {t1|“{s2|My Year 9s} {c2|said} {t2|I'd be bad},”} {s1|he} {c1|said}.",
       {"person Bob Marsh", "anonymous"}},
  };
  expect(cases);
}

}  // namespace
}  // namespace sayso
