// Where contents end, and which quotation marks quote nobody.
#include <gtest/gtest.h>

#include "extract/content_span.h"
#include "extract/marks.h"
#include "extract/names_in_marks.h"
#include "extract/no_content.h"
#include "extract/outer_report.h"
#include "extract/quoted.h"
#include "extract/second_cue.h"
#include "extract/told_object.h"
#include "extract/source_span.h"
#include "page.h"

namespace sayso {
namespace {

using Lines = std::vector<std::string>;

// Which of a text's quotations only name, as 0 and 1.
std::string naming(const std::string& text) {
  const LayoutPage page(text);
  std::string out;
  for (const bool name : names_in_marks(*page, MarkedTokens(*page))) out += name ? '1' : '0';
  return out;
}

TEST(NamesInMarks, Nicknames) {
  EXPECT_EQ(naming("Ed “Big Ed” Cole told Marlon \"Ace\" Reyes to leave."), "11");
  EXPECT_EQ(naming("The bench is nicknamed “Aunt Sue.”"), "1");
}

TEST(NamesInMarks, Titles) {
  EXPECT_EQ(naming("The song “Cold Water,” a picture book called “The Tick Who Came to Tea” and her memoir, “Dust,” sold well."), "111");
  EXPECT_EQ(naming("They sang the song “Who’s Driving the Bus?” again."), "1");
}

TEST(NamesInMarks, WordsAsWords) {
  EXPECT_EQ(naming("He was told not to use the word “defect” and asked what “perpetuity” meant."), "11");
}

TEST(NamesInMarks, SpeechIsNone) {
  EXPECT_EQ(naming("“We will not sell,” Cole said. She called it “a mess” and the letter “could have been plainer.”"), "000");
  EXPECT_EQ(naming("“No,” Cole said. “Never!” Reyes shouted."), "00");
  EXPECT_EQ(naming("The plan was “opportunistic” and “late.”"), "00");
}

TEST(NamesInMarks, GivingANameSaysNothing) {
  const LayoutPage page("The tax, better known to many as “the Bite,” rose. Cole said it is known that he left.");
  std::vector<Attribution> all = {page.attribution("", "better known", "“the Bite,”"), page.attribution("", "is known", "that he left"),
                                  page.attribution("Cole", "said", "it is known that he left")};
  drop_namings(*page, all);
  EXPECT_EQ(page.in_lines(all), (Lines{"|is known|that he left", "Cole|said|it is known that he left"}));
}

TEST(ContentSpan, QuotationsGoOnToTheirClosingMark) {
  const LayoutPage page("Cole said: “We asked them twice, and twice they came.”");
  std::vector<Attribution> all = {page.attribution("Cole", "said:", "“We asked them twice")};
  respect_quotations(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"Cole|said:|“We asked them twice, and twice they came.”"});
}

TEST(ContentSpan, QuotationsInterruptedByTheirSpeakerStayInPieces) {
  const LayoutPage page("“We asked, Cole said, and they came.”");
  std::vector<Attribution> all = {page.attribution("Cole", "said", "“We asked")};
  respect_quotations(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"Cole|said|“We asked"});
}

TEST(ContentSpan, TheNextSentenceIsNotQuoted) {
  const LayoutPage page("The label said: “We love them both.” It denied the rest.");
  std::vector<Attribution> all = {page.attribution("The label", "said:", "“We love them both.” It denied the rest")};
  end_with_quotations(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"The label|said:|“We love them both.”"});
}

TEST(ContentSpan, ParagraphsAndDatelinesEndAContent) {
  const LayoutPage page("PORT LACEY, Sept. 10 (Wire) — Four people died, officials said\n\nThe road closed.");
  std::vector<Attribution> all = {page.attribution("officials", "said", "PORT LACEY, Sept. 10 (Wire) — Four people died"),
                                  page.attribution("officials", "said", "said\n\nThe road closed")};
  all[1].content[0].begin = all[1].cue.end - 1;
  keep_contents_in_paragraph(*page, all);
  EXPECT_EQ(page.in_line(all[0]), "officials|said|Four people died");
  EXPECT_EQ(all[1].content[0].size(), 1u);
}

TEST(ContentSpan, TheAccusedStandsOutside) {
  const LayoutPage page("The minister accused the board of “looking away.”");
  std::vector<Attribution> all = {page.attribution("The minister", "accused", "the board of “looking away.”")};
  leave_out_the_accused(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"The minister|accused|“looking away.”"});
}

TEST(ContentSpan, WhoIsToldStandsOutside) {
  const LayoutPage page("The Guild urged Congress not to sell. It promised workers that it would stay. It asked to stay.");
  std::vector<Attribution> all = {page.attribution("The Guild", "urged", "Congress not to sell"), page.attribution("It", "promised", "workers that it would stay"),
                                  page.attribution("It", "asked", "to stay")};
  leave_out_the_told(*page, all);
  EXPECT_EQ(page.in_lines(all), (Lines{"The Guild|urged|not to sell", "It|promised|that it would stay", "It|asked|to stay"}));
}

// What one statement becomes.
Lines parted(const std::string& text, std::string_view source, std::string_view cue, std::string_view content) {
  const LayoutPage page(text);
  std::vector<Attribution> all = {page.attribution(source, cue, content)};
  part_second_cues(WordForms(*page), all);
  return page.in_lines(all);
}

TEST(SecondCue, PartsWhatOneSpeakerDidInOneSentence) {
  EXPECT_EQ(parted("Cole said the goal was onside and called the call “a joke”.", "Cole", "said", "the goal was onside and called the call “a joke”"),
            (Lines{"Cole|said|the goal was onside", "Cole|called|the call “a joke”"}));
  EXPECT_EQ(parted("Cole said it was late, and denied knowing why.", "Cole", "said", "it was late"),
            (Lines{"Cole|said|it was late", "Cole|denied|knowing why"}));
  EXPECT_EQ(parted("Cole doubts that it works and has asked the board to think again.", "Cole", "doubts", "that it works"),
            (Lines{"Cole|doubts|that it works", "Cole|has asked|the board to think again"}));
}

TEST(SecondCue, LeavesWhatMayBePartOfWhatWasSaid) {
  for (const char* content : {"he had met her and accused her", "he was stopped and accused of theft", "he went home and told his wife", "he called and left"}) {
    const std::string text = std::string("Cole said ") + content + ".";
    EXPECT_EQ(parted(text, "Cole", "said", content), Lines{std::string("Cole|said|") + content});
  }
}

TEST(ContentSpan, WhatLeadsUpToAQuotationAndLoneWordsStayOutside) {
  const LayoutPage page("Cole sent a note with one line: “Come home to us.” Then he left.");
  Attribution a = page.attribution("Cole", "sent", "a note with one line: “Come home to us.”");
  a.content.push_back(page.at("Then"));
  std::vector<Attribution> all = {a};
  drop_stray_pieces(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"Cole|sent|“Come home to us.”"});
}

TEST(SourceSpan, TheNearestPieceSpeaks) {
  const LayoutPage page("Cole waited. The harbour board said that it rained.");
  Attribution a = page.attribution("The harbour board", "said", "that it rained");
  a.source.insert(a.source.begin(), page.at("Cole"));
  std::vector<Attribution> all = {a};
  keep_sources_in_paragraph(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"The harbour board|said|that it rained"});
}

TEST(OuterReport, AWholeStatementStaysAndItsReportGoes) {
  const LayoutPage page("“Two is greedy,” Quill told Overlay, according to the Echo. “One will do.”");
  Attribution outer = page.attribution("the Echo", "according to", "“Two is greedy,” Quill told Overlay");
  outer.content.push_back(page.at("“One will do.”"));
  std::vector<Attribution> all = {outer, page.attribution("Quill", "told", "“Two is greedy,”")};
  drop_outer_reports(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"Quill|told|“Two is greedy,” … “One will do.”"});
}

TEST(OuterReport, NamesThatAreCitedSayNothing) {
  const LayoutPage page("The Herald, citing the Echo, reported rain, citing reports that it poured.");
  std::vector<Attribution> all = {page.attribution("The Herald", "citing", "the Echo"), page.attribution("The Herald", "citing", "reports that it poured")};
  drop_outer_reports(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"The Herald|citing|reports that it poured"});
}

TEST(NamesInMarks, WhatSomethingIsCalled) {
  EXPECT_EQ(naming("They have a name for the tool: “Pinocchio.” The idea of “managed retreat” is old."), "11");
  EXPECT_EQ(naming("“Raccoon” was the most searched word. “Kettle” was as good a word as any."), "11");
  EXPECT_EQ(naming("The suit says Jory Vale “stole the beige.” It seeks money."), "0");
}

TEST(NamesInMarks, WhoIsCalledSoIsNotQuoted) {
  const LayoutPage page("An octopus, which they called “Houdini”, left. Golf was first called “field golf”. He calls it “a mess”.");
  std::vector<Attribution> all = {page.attribution("", "was first called", "“field golf”"), page.attribution("they", "called", "“Houdini”"),
                                  page.attribution("He", "calls", "it “a mess”")};
  drop_namings(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"He|calls|it “a mess”"});
}

TEST(NoContent, NobodySaysAnything) {
  const LayoutPage page("No senator suggested a deal. No parade has been announced. Cole was fined 20 pounds. Jo had heard that before. Bob denies it.");
  std::vector<Attribution> all = {page.attribution("No senator", "suggested", "a deal"), page.attribution("", "has been announced", "No parade"),
                                  page.attribution("", "was fined", "20 pounds"), page.attribution("Jo", "had heard", "that"),
                                  page.attribution("Bob", "denies", "it")};
  drop_refusals_to_speak(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"Bob|denies|it"});
}

TEST(ContentSpan, NothingOfTheParagraphAboveIsTheirs) {
  const LayoutPage page("“Sack the hat,” read one banner.\n\nAccording to the Argus, three fell ill.\n\n“Eat it,” they wrote.\n\nCole replied:");
  Attribution argus = page.attribution("the Argus", "According to", "“Sack the hat,”");
  argus.content.push_back(page.at("three fell ill"));
  std::vector<Attribution> all = {argus, page.attribution("Cole", "replied", "“Eat it,”")};
  keep_contents_in_paragraph(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"the Argus|According to|three fell ill"});
}

TEST(ContentSpan, AnAnswerIsNoPartOfTheQuestion) {
  const LayoutPage page("The operator asks which lock. “The one with the swing.”");
  Attribution asked = page.attribution("The operator", "asks", "which lock");
  asked.content.push_back(page.at("“The one with the swing.”"));
  std::vector<Attribution> all = {asked};
  keep_contents_in_paragraph(*page, all);
  EXPECT_EQ(page.in_lines(all), Lines{"The operator|asks|which lock"});
}

}  // namespace
}  // namespace sayso
