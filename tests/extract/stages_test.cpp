// The stages between the model and the resolver, on attributions made by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/analyse.h"
#include "extract/enclosing.h"
#include "extract/no_content.h"
#include "extract/order.h"
#include "extract/quoted.h"
#include "extract/quoted_by.h"
#include "extract/source_span.h"
#include "extract/statements.h"
#include "extract/titles.h"
#include "extract/uncued.h"

namespace sayso {
namespace {

// A text with its analysis; finds words as token ranges.
class Page {
 public:
  explicit Page(std::string text) {
    document_.text = std::move(text);
    analysis_ = std::make_unique<Analysis>(analyse(document_));
  }
  const Analysis& operator*() const { return *analysis_; }

  TokenRange at(std::string_view words) const {
    const std::size_t byte = document_.text.find(words);
    EXPECT_NE(byte, std::string::npos) << words;
    TokenRange out{static_cast<std::uint32_t>(analysis_->tokens.size()), 0};
    for (std::uint32_t t = 0; t < analysis_->tokens.size(); ++t) {
      const Token& token = analysis_->tokens[t];
      if (token.byte < byte || token.byte_end > byte + words.size()) continue;
      out.begin = std::min(out.begin, t);
      out.end = t + 1;
    }
    return out;
  }
  std::string text_of(const std::vector<TokenRange>& ranges) const { return passage_of(*analysis_, ranges).text; }

 private:
  Document document_;
  std::unique_ptr<Analysis> analysis_;
};

Attribution attribution(const Page& page, std::string_view source, std::string_view cue, std::vector<std::string_view> content) {
  Attribution out;
  if (!cue.empty()) out.cue = page.at(cue);
  if (!source.empty()) out.source.push_back(page.at(source));
  for (const auto words : content) out.content.push_back(page.at(words));
  out.confidence = 0.9f;
  return out;
}

TEST(Quoted, EndsTakeInTheirOwnMarks) {
  const Page page("“We will not sell,” Cole said. “Never.”");
  std::vector<Attribution> all = {attribution(page, "Cole", "said", {"We will not sell", "Never"})};
  respect_quotations(*page, all);
  EXPECT_EQ(page.text_of(all[0].content), "“We will not sell,” … “Never.”");
}

TEST(Quoted, MarksOfAnotherQuotationStayOutside) {
  const Page page("Cole called it “a mess” and left. “Go,” he said.");
  std::vector<Attribution> all = {attribution(page, "Cole", "called", {"it “a mess", "and left. “"})};
  respect_quotations(*page, all);
  EXPECT_EQ(page.text_of(all[0].content), "it “a mess” … and left.");
}

TEST(Titles, WhatATitleSaysEndsWithIt) {
  const Page page("Director says no machine was used for late actor's film\n\nBy Ann Cole\n\nIt was all done by hand.");
  std::vector<Attribution> all = {attribution(page, "Director", "says", {"no machine was used for late actor's film\n\nBy"})};
  keep_titles_apart(*page, all);
  EXPECT_EQ(page.text_of(all[0].content), "no machine was used for late actor's film");
}

TEST(Titles, ASentenceMayGoOnInTheNextParagraph) {
  const Page page("Cole said the plan was simple:\n\nthe mill would close.");
  std::vector<Attribution> all = {attribution(page, "Cole", "said", {"the plan was simple:\n\nthe mill would close"})};
  keep_titles_apart(*page, all);
  EXPECT_EQ(page.text_of(all[0].content), "the plan was simple:\n\nthe mill would close");
}

TEST(Uncued, AQuotationThatFollowsDirectlyGoesOnWithTheStatement) {
  const Page page("“We will not sell,” Cole said. “The mill stays where it is.”");
  std::vector<Attribution> all = {attribution(page, "Cole", "said", {"“We will not sell,”"})};
  add_uncued_quotations(*page, find_talk(*page), all);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(page.text_of(all[0].content), "“We will not sell,” … “The mill stays where it is.”");
}

TEST(Uncued, AQuotationBeforeItsSpeakerIsHis) {
  const Page page("“We will not sell,” Cole said. “The mill stays.”");
  std::vector<Attribution> all = {attribution(page, "Cole", "said", {"“The mill stays.”"})};
  add_uncued_quotations(*page, find_talk(*page), all);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(page.text_of(all[0].content), "“We will not sell,” … “The mill stays.”");
}

TEST(Uncued, ReopenedParagraphsAreOneStatement) {
  const Page page("“We will not sell,” Cole said on Monday.\n\n“The mill stays where it is.\n\n“And so do we all.”");
  std::vector<Attribution> all = {attribution(page, "Cole", "said", {"“We will not sell,”"})};
  add_uncued_quotations(*page, find_talk(*page), all);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(page.text_of(all[0].content), "“We will not sell,” … “The mill stays where it is. … “And so do we all.”");
}

TEST(Uncued, AParagraphBehindOtherWordsIsAStatementOfItsOwn) {
  const Page page("“We will not sell,” Cole said. The council met in the old hall by the river until late that night.\n\n“The mill stays where it is.”");
  std::vector<Attribution> all = {attribution(page, "Cole", "said", {"“We will not sell,”"})};
  add_uncued_quotations(*page, find_talk(*page), all);
  EXPECT_EQ(all.size(), 2u);
}

TEST(Uncued, NamesTitlesAndScareQuotesAreNoSpeech) {
  const Page page("Ann “Ace” Cole wrote “The Long Way Home” in her “office”.");
  std::vector<Attribution> all;
  add_uncued_quotations(*page, find_talk(*page), all);
  EXPECT_TRUE(all.empty());
}

TEST(Enclosing, ContentsThatCrossMakeNoCircle) {
  const Page page("Cole said that Reyes thought that it rained.");
  std::vector<Attribution> all = {attribution(page, "Cole", "said", {"that Reyes thought that it"}), attribution(page, "Reyes", "thought", {"that it rained"})};
  EXPECT_THAT(enclosing_statements(all), testing::ElementsAre(-1, -1)) << "neither holds the other";
  all[0].content = all[1].content = {{3, 9}};
  EXPECT_THAT(enclosing_statements(all), testing::ElementsAre(-1, -1)) << "alike";
}

TEST(Enclosing, DepthsCountTheStatementsAround) {
  EXPECT_THAT(depths(std::vector<std::int32_t>{2, -1, 1, 0, -1}), testing::ElementsAre(2u, 0u, 1u, 3u, 0u));
}

TEST(Uncued, AnAsideBetweenDashesIsItsSpeakersWords) {
  const Page page("Cole — “I have forty men and no boats” — could not confirm them.");
  std::vector<Attribution> all = {attribution(page, "Cole — “I have forty men and no boats” —", "could not confirm", {"them"})};
  add_uncued_quotations(*page, find_talk(*page), all);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(page.text_of(all[0].source), "Cole");
  EXPECT_EQ(page.text_of(all[1].content), "“I have forty men and no boats”");
}

TEST(QuotedBy, TwoStatementsOfTheModelAreOne) {
  const Page page("He left. Jo Reyes was quoted by the Hill Herald as calling it a mess.");
  std::vector<Attribution> all = {attribution(page, "the Hill Herald", "was quoted by", {"Jo Reyes was quoted by the Hill Herald as calling it a mess"}),
                                  attribution(page, "as", "calling", {"it a mess"})};
  read_quoted_by(*page, all);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(page.text_of(all[0].source), "Jo Reyes");
  EXPECT_EQ(page.text_of({all[0].cue}), "was quoted by the Hill Herald as calling");
  EXPECT_EQ(page.text_of(all[0].content), "it a mess");
}

TEST(QuotedBy, TheOneWhoIsQuotedIsTheSource) {
  const Page page("Jo Reyes was quoted by the Hill Herald as saying that it was over.");
  std::vector<Attribution> all = {
      attribution(page, "the Hill Herald", "was quoted by", {"Jo Reyes", "as saying that it was over"})};
  read_quoted_by(*page, all);
  EXPECT_EQ(page.text_of(all[0].source), "Jo Reyes");
  EXPECT_EQ(page.text_of({all[0].cue}), "was quoted by the Hill Herald as saying");
  EXPECT_EQ(page.text_of(all[0].content), "that it was over");
}

TEST(QuotedBy, OtherContentsStay) {
  const Page page("Her poem was quoted by the Hill Herald as a joke on Monday.");
  std::vector<Attribution> all = {attribution(page, "the Hill Herald", "was quoted by", {"Her poem", "as a joke on"})};
  read_quoted_by(*page, all);
  EXPECT_EQ(page.text_of(all[0].source), "the Hill Herald");
}

TEST(SourceSpan, StaysInTheParagraphOfTheCue) {
  const Page page("By our arts correspondent\n\nThe makers have denied that it is so.");
  std::vector<Attribution> all = {attribution(page, "arts correspondent\n\nThe makers", "have denied", {"that it is so"})};
  keep_sources_in_paragraph(*page, all);
  EXPECT_EQ(page.text_of(all[0].source), "The makers");
}

TEST(NoContent, DeclinedToCommentIsNoStatement) {
  const Page page("Cole declined to comment. Reyes declined to comment on claims that he had lied.");
  std::vector<Attribution> all = {attribution(page, "Cole", "declined", {"to comment"}),
                                  attribution(page, "Reyes", "declined", {"to comment on claims that he had lied"})};
  drop_refusals_to_speak(*page, all);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(page.text_of(all[0].source), "Reyes");
}

TEST(Statements, KindsFollowTheMarks) {
  const Page page("“No,” Cole said. Reyes said it was “a mess”. Lau said it worked.");
  const std::vector<Attribution> all = {attribution(page, "Cole", "said", {"“No,”"}),
                                        attribution(page, "Reyes", "said it", {"it was “a mess”"}),
                                        attribution(page, "Lau", "Lau said", {"it worked"})};
  const auto statements = build_statements(*page, all);
  EXPECT_EQ(statements[0].kind, Kind::direct);
  EXPECT_EQ(statements[1].kind, Kind::mixed);
  EXPECT_EQ(statements[2].kind, Kind::indirect);
}

TEST(Statements, WhatIsToldInsideAQuotationIsNotItselfQuoted) {
  const Page page("“Reyes told me that it was over,” Cole said.");
  const std::vector<Attribution> all = {attribution(page, "Cole", "said", {"“Reyes told me that it was over,”"}),
                                        attribution(page, "Reyes", "told", {"that it was over"})};
  const auto statements = build_statements(*page, all);
  EXPECT_EQ(statements[0].parent, std::nullopt);
  EXPECT_EQ(statements[1].parent, 0u);
  EXPECT_EQ(statements[0].kind, Kind::direct);
  EXPECT_EQ(statements[1].kind, Kind::indirect);
}

TEST(Statements, OffsetsAreCodePoints) {
  const Page page("Zoë 😀 said “né”.");
  const auto statements = build_statements(*page, std::vector{attribution(page, "Zoë", "said", {"“né”"})});
  EXPECT_EQ(statements[0].source.passage.spans, (std::vector<Span>{{0, 3}}));
  EXPECT_EQ(statements[0].content.spans, (std::vector<Span>{{11, 15}}));
  EXPECT_EQ(statements[0].content.text, "“né”");
}

TEST(Order, ByContentThenCue) {
  const Page page("A said b. C said d.");
  std::vector<Attribution> all = {attribution(page, "C", "C said", {"d"}), attribution(page, "A", "said", {"b"})};
  sort_by_content(all);
  EXPECT_EQ(page.text_of(all[0].content), "b");
}

}  // namespace
}  // namespace sayso
