// Posts, and quotations with a name under them.
#include "extract/posts.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>  // needs gtest before it

#include "page.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> posts(std::string text) {
  const LayoutPage page(std::move(text));
  std::vector<Attribution> found;
  add_posts(*page, found);
  return page.in_lines(found);
}

struct Form {
  const char* text;
  const char* found;
};
class PostForms : public testing::TestWithParam<Form> {};

TEST_P(PostForms, AreFound) { EXPECT_THAT(posts(GetParam().text), ElementsAre(GetParam().found)); }

INSTANTIATE_TEST_SUITE_P(
    All, PostForms,
    testing::Values(
        Form{"She wrote:\n\nGutted. Drive safe x\n\n— Roz Tempest (@roztempest) July 7, 2025", "Roz Tempest (@roztempest)|—|Gutted. Drive safe x"},
        Form{"Gutted. Drive safe x — Roz Tempest (@roztempest) 7 July 2025", "Roz Tempest (@roztempest)|—|Gutted. Drive safe x"},
        Form{"Gutted. —\n\nRoz Tempest (@roztempest) July 7, 2025", "Roz Tempest (@roztempest)|—|Gutted."},
        Form{"Gutted. -- Roz Tempest (@roztempest)", "Roz Tempest (@roztempest)|--|Gutted."},
        Form{"Gutted https://pictora.example/1 pic.pictora.example/x — june 🐞 (@june@pictora.example) July 7, 2025",
             "june 🐞 (@june@pictora.example)|—|Gutted"},
        Form{"The list:\n\nOne thing\n\nAnother thing — Roz Tempest (@roztempest) July 7, 2025",
             "Roz Tempest (@roztempest)|—|One thing … Another thing"},
        Form{"@roztempest: Gutted.", "@roztempest|:|Gutted."},
        Form{"Roz Tempest (@roztempest): Gutted.", "Roz Tempest (@roztempest)|:|Gutted."},
        Form{"Roz Tempest (@roztempest) wrote:\n\nGutted.", "Roz Tempest (@roztempest)|wrote|Gutted."},
        Form{"In a statement on Monday, the union said:\n\nWe will not take this offer.\n\nOur members come first.\n\nThe talks go on.",
             "the union|said|We will not take this offer. … Our members come first."},
        Form{"The court went on to explain:\n\nThe standard that we apply is an old one.", "The court|explain|The standard that we apply is an old one."},
        Form{"The band wrote:\n\nWe are gutted by this.\n\n— Roz Tempest (@roztempest) July 7, 2025", "Roz Tempest (@roztempest)|—|We are gutted by this."},
        Form{"“Let them have their vote” - Commissioner Alan Pruett", "Commissioner Alan Pruett|-|“Let them have their vote”"},
        Form{"\"Let them have their vote.\"\n— Alan Pruett, Merrow, 1912", "Alan Pruett|—|\"Let them have their vote.\""}));

TEST(Posts, SeveralInOneParagraph) {
  EXPECT_THAT(posts("Gutted — Roz (@roz) July 7, 2025 So am I — june (@june) July 8, 2025"),
              ElementsAre("Roz (@roz)|—|Gutted", "june (@june)|—|So am I"));
}

class NoPost : public testing::TestWithParam<const char*> {};

TEST_P(NoPost, IsFound) { EXPECT_THAT(posts(GetParam()), IsEmpty()); }

INSTANTIATE_TEST_SUITE_P(All, NoPost,
                         testing::Values("", "Read more:\n\nWho has said what about the mill?", "Some of them said:\n\nSen. Ann Cole, D-Va.", "Cole said:\n\n“We will not sell it.”",
                                         "There were three reasons:\n\nThe mill was old.", "— Roz Tempest (@roztempest) July 7, 2025", "(@", "— (@roz)", "@roz",
                                         "The post — by Roz Tempest (@roztempest) of the band — was gone by noon.",
                                         "Follow Roz Tempest (@roztempest).", "“The Salt Ledger” — Tomas Dario", "“No,” — said Ann Cole at last.",
                                         "“It was a long and cold road” — the road to Merrow.", "Ann Cole — the mayor — “is not going anywhere soon”."));

TEST(Posts, AnIntroductionKeepsItsCueAndGetsThePost) {
  const LayoutPage page("Headliner Roz Tempest wrote:\n\nGutted. Nobody was paid.\n\n— Roz Tempest (@roztempest) July 7, 2025");
  std::vector<Attribution> all = {page.attribution("Headliner Roz Tempest", "wrote", "Gutted. Nobody was")};
  add_posts(*page, all);
  EXPECT_THAT(page.in_lines(all), ElementsAre("Headliner Roz Tempest|wrote|Gutted. Nobody was paid."));
  EXPECT_EQ(build_statements(*page, all)[0].kind, Kind::direct);
}

TEST(Posts, WhatIsToldInAPostIsItsChild) {
  const LayoutPage page("A guard says nobody has been paid. Photos below\n\n— june (@junebug) July 8, 2025");
  std::vector<Attribution> all = {page.attribution("A guard", "says", "nobody has been paid")};
  add_posts(*page, all);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(build_statements(*page, all)[0].parent, 1u);
}

RC_GTEST_PROP(Posts, NeverOverlap, ()) {
  const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
      "Ann Cole ", "(@ann)", "@ann", ": ", "— ", "- ", "\n", "July 7, 2025 ", "I said no. ", "“Yes we do now", "” ", "wrote: ", "https://x.example/y ", "(", ")"}));
  std::string text;
  for (const std::string& part : parts) text += part;
  const LayoutPage page(text);
  std::vector<Attribution> all;
  add_posts(*page, all);
  std::uint32_t end = 0;
  for (const Attribution& a : all) {
    RC_ASSERT(!a.content.empty() && !a.source.empty() && !a.source.front().empty());
    for (const TokenRange piece : a.content) {
      RC_ASSERT(piece.begin >= end && !piece.empty() && piece.end <= (*page).tokens.size());
      end = piece.end;
    }
  }
}

TEST(Posts, WhoSignsWroteItWhateverBringsItIn) {
  const LayoutPage page("The next post, a thread, struck another tone:\n\nI am sorry, all of you\n\n— Roz Tempest (@roztempest) July 7, 2025");
  std::vector<Attribution> found = {page.attribution("The next post, a thread,", "struck another tone:", "I am sorry, all of you")};
  add_posts(*page, found);
  EXPECT_THAT(page.in_lines(found), ElementsAre("Roz Tempest (@roztempest)|—|I am sorry, all of you"));
}

TEST(Posts, WhoSpeaksAboveASignedQuotationKeepsOnesOwnWords) {
  for (const char* between : {"", "The board met later.\n\n"}) {
    const LayoutPage page(std::string("“I will stay,” Torvald Esk said.\n\n") + between + "“A new quote that stands only here.”\n\n— Ida Fenn");
    std::vector<Attribution> found = {page.attribution("Torvald Esk", "said", "“A new quote that stands only here.”")};
    add_posts(*page, found);
    EXPECT_THAT(page.in_lines(found), ElementsAre("Torvald Esk|said|“I will stay,”", "Ida Fenn|—|“A new quote that stands only here.”"));
  }
}

}  // namespace
}  // namespace sayso
