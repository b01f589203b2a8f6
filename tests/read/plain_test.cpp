#include "read/plain.h"

#include "fixture.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Document top(std::string text) {
  Document document;
  document.text = std::move(text);
  read_top(document);
  return document;
}

TEST(PlainTop, headline_and_date_line) {
  const auto d = top("Ferry to stay in port\n\nNovember 20, 2024\n\nThe ferry will not sail, Ann Cole said.\n");
  EXPECT_EQ(d.title, "Ferry to stay in port");
  EXPECT_EQ(d.published, "2024-11-20");
  EXPECT_THAT(d.authors, IsEmpty());
}

TEST(PlainTop, headline_right_above_the_date_line) {
  const auto d = top("Ferry to stay in port\r\nWednesday 20 November 2024 10.15 GMT\r\n\r\nThe ferry will not sail.");
  EXPECT_EQ(d.title, "Ferry to stay in port");
  EXPECT_EQ(d.published, "2024-11-20");
}

TEST(PlainTop, byline_with_date) {
  const auto d = top("Ferry to stay in port\n\nBy Jo Reyes | Nov 20, 2024\n\nThe ferry will not sail.");
  EXPECT_EQ(d.published, "2024-11-20");
  EXPECT_THAT(d.authors, ElementsAre("Jo Reyes"));
}

TEST(PlainTop, byline_without_a_name) {
  const auto d = top("Trial opens\n\nBy a court reporter, October 12, 2023\n\nA bookkeeper spoke.");
  EXPECT_EQ(d.published, "2023-10-12");
  EXPECT_THAT(d.authors, IsEmpty());
}

TEST(PlainTop, labels_before_the_date) {
  EXPECT_EQ(top("Bread gone\n\nPosted Thursday, August 15, 2024\n\nThe ovens are cold.").published, "2024-08-15");
  EXPECT_EQ(top("Bread gone\n\nPublished: 2024-08-15\n\nThe ovens are cold.").published, "2024-08-15");
  EXPECT_EQ(top("Bread gone\n\nMERROW, Feb. 26, 2025\n\nThe ovens are cold.").published, "2025-02-26");
  EXPECT_EQ(top("Bread gone\n\n15 August 2024 | Crust magazine\n\nThe ovens are cold.").published, "2024-08-15");
  EXPECT_EQ(top("Bread gone\n\nUpdated on 15 August 2024 at 10:15 am\n\nThe ovens are cold.").published, "2024-08-15");
}

TEST(PlainTop, dateline_with_agency) {
  const auto d = top("Storm weakens\n\nPORT LACEY, March 3, 2021 (Continental Wire) - Four people died.");
  EXPECT_EQ(d.published, "2021-03-03");
  EXPECT_EQ(d.outlet, "Continental Wire");
}

TEST(PlainTop, dateline_without_year_gives_no_date) {
  const auto d = top("Storm weakens\n\nPORT LACEY, March 3 (AP) — Four people died.");
  EXPECT_EQ(d.published, std::nullopt);
  EXPECT_EQ(d.outlet, "AP");
  EXPECT_EQ(top("(AP) — Four people died.").outlet, "AP");
}

TEST(PlainTop, brackets_in_running_text_are_no_credit) {
  EXPECT_EQ(top("The bureau (Reuters) was closed - for ever, he said.").outlet, std::nullopt);
  EXPECT_EQ(top("Storm\n\nAnn Cole of the Harbour Board (HB) - a lawyer - left.").outlet, std::nullopt);
}

TEST(PlainTop, dates_in_running_text_are_not_taken) {
  EXPECT_EQ(top("Storm weakens\n\nThe bridge opened on May 4, 2012, and has stood since.").published, std::nullopt);
  EXPECT_EQ(top("He left on May 4, 2012.\n\nNobody saw him again.").published, std::nullopt);
}

TEST(PlainTop, dates_far_down_are_not_taken) {
  std::string text = "Storm weakens\n\n";
  for (int i = 0; i < 8; ++i) text += "Words of a paragraph that says nothing.\n\n";
  EXPECT_EQ(top(text + "May 4, 2012\n").published, std::nullopt);
}

TEST(PlainTop, sentences_and_wrapped_lines_are_no_headline) {
  EXPECT_EQ(top("The ferry will not sail.\n\nAnn Cole said so.").title, std::nullopt);
  EXPECT_EQ(top("“The ferry will not sail.”\n\nAnn Cole said so.").title, std::nullopt);
  EXPECT_EQ(top("The ferry will not sail, Ann Cole said on\nMonday, because of the storm.\n").title, std::nullopt);
  EXPECT_EQ(top("One line alone").title, std::nullopt);
  EXPECT_EQ(top(std::string(200, 'a') + "\n\nText.").title, std::nullopt);
  EXPECT_EQ(top("Will the ferry sail?\n\nNo.").title, "Will the ferry sail?");
}

TEST(PlainTop, nothing_in_nothing) {
  EXPECT_EQ(top("").title, std::nullopt);
  EXPECT_EQ(top("\n\n\r\n \t\n").title, std::nullopt);
}

TEST(PlainTop, other_languages) {
  const auto d = top("Streit um den Tunnel\n\nVon Jutta Baehr, 3. März 2021\n\nDie Orte schweigen.");
  EXPECT_EQ(d.published, "2021-03-03");
  EXPECT_THAT(d.authors, ElementsAre("Jutta Baehr"));
}

TEST(Byline, several_names_outlets_and_roles) {
  EXPECT_THAT(names_of_byline("Ann Cole and Jo Reyes"), ElementsAre("Ann Cole", "Jo Reyes"));
  EXPECT_THAT(names_of_byline("Ann Cole, Jo Reyes and Ivar van der Stenn"), ElementsAre("Ann Cole", "Jo Reyes", "Ivar van der Stenn"));
  EXPECT_THAT(names_of_byline("Ann Cole, Hill Herald"), ElementsAre("Ann Cole"));
  EXPECT_THAT(names_of_byline("Ann Cole for the Hill Herald"), ElementsAre("Ann Cole"));
  EXPECT_THAT(names_of_byline("our own reporter"), IsEmpty());
  EXPECT_THAT(names_of_byline("ann@cole.example"), IsEmpty());
  EXPECT_THAT(names_of_byline(""), IsEmpty());
}

}  // namespace
}  // namespace sayso
