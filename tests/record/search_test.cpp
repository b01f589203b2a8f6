#include "sayso/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

const std::vector<Article>& ferry_news() {
  static const std::vector<Article> all = {
      {"a", "Hill Herald", "2026-03-01", {{"Ann Cole", "the ferry strike will end soon"}, {"Bo Lund", "no strikes are planned"}}},
      {"b", "Valley Post", "2026-03-02", {{"Ann Cole", "the government resigned over the ferry"}, {"*two officials", "talks have failed", Kind::indirect}}},
      {"c", "Hill Herald", "2026-04-09", {{"Quay Shipping", "we ended the strike at the ferry port", Kind::mixed, SourceType::organization}}},
      {"d", "Oxmoor Echo", "", {{"", "nobody knows of a ferry", Kind::indirect}}},
  };
  return all;
}

TEST(Search, FindsInflectionsPhrasesAndBooleans) {
  Record record = archive("words.db", ferry_news());
  EXPECT_THAT(contents(record, search_for("striking")), SizeIs(3));
  EXPECT_THAT(contents(record, search_for("\"ferry strike\"")), ElementsAre("the ferry strike will end soon"));
  EXPECT_THAT(contents(record, search_for("strike -ferry")), ElementsAre("no strikes are planned"));
  EXPECT_THAT(contents(record, search_for("talks OR planned")), SizeIs(2));
  EXPECT_THAT(contents(record, search_for("gover*")), SizeIs(1));
  EXPECT_THAT(contents(record, search_for("-ferry")), UnorderedElementsAre("no strikes are planned", "talks have failed"));
}

TEST(Search, TermsSideBySideComeFirst) {
  Record record = archive("near.db", ferry_news());
  EXPECT_THAT(contents(record, search_for("ferry strike")),
              ElementsAre("the ferry strike will end soon", "we ended the strike at the ferry port"));
}

TEST(Search, NoQueryIsTheNewestFirst) {
  Record record = archive("newest.db", ferry_news());
  EXPECT_THAT(contents(record, {}), ElementsAre("we ended the strike at the ferry port", "talks have failed", "the government resigned over the ferry",
                                                "no strikes are planned", "the ferry strike will end soon", "nobody knows of a ferry"));
}

TEST(Search, FiltersHoldTogether) {
  Record record = archive("filters.db", ferry_news());
  Search s = search_for("ferry");
  s.filter.by = {"Cole"};
  EXPECT_THAT(contents(record, s), SizeIs(2));
  s.filter.outlets = {"valley post"};
  EXPECT_THAT(contents(record, s), ElementsAre("the government resigned over the ferry"));
  s.filter.kinds = {Kind::indirect};
  EXPECT_THAT(contents(record, s), IsEmpty());
  Search days;
  days.filter.since = "2026-03-02", days.filter.until = "2026-03-31";
  EXPECT_THAT(contents(record, days), SizeIs(2));
  Search officials;
  officials.filter.by = {"officials"};
  EXPECT_THAT(contents(record, officials), ElementsAre("talks have failed"));
  Search bodies;
  bodies.filter.types = {SourceType::organization};
  EXPECT_THAT(contents(record, bodies), SizeIs(1));
  bodies.filter.types = {SourceType::person};
  EXPECT_THAT(contents(record, bodies), SizeIs(3));
}

TEST(Search, NamesThatNobodyHasFindNothing) {
  Record record = archive("nobody.db", ferry_news());
  Search s;
  s.filter.by = {"Zebedee Quirk"};
  const auto found = record.search(s);
  EXPECT_THAT(found->items, IsEmpty());
  ASSERT_THAT(found->who, SizeIs(1));
  EXPECT_THAT(found->who[0].people, IsEmpty());
  s.filter.by = {"#999"};
  EXPECT_EQ(record.search(s).error().code, ErrorCode::bad_argument);
  s.filter.by = {"Ann Coel"};  // one slip, one person: she is taken, and that is said
  const auto similar = record.search(s);
  EXPECT_THAT(similar->items, SizeIs(2));
  EXPECT_TRUE(similar->who[0].similar);
}

TEST(Search, MisspeltWordsAreLookedFor) {
  Record record = archive("spelling.db", ferry_news());
  const auto found = record.search(search_for("goverment"));
  EXPECT_THAT(found->items, SizeIs(1));
  EXPECT_THAT(found->corrected, ElementsAre(std::pair<std::string, std::string>("goverment", "government")));
  Search exact = search_for("goverment");
  exact.correct = false;
  EXPECT_THAT(contents(record, exact), IsEmpty());
}

TEST(Search, MarksAreCodePointsOfTheContent) {
  Record record = archive("marks.db", {{"a", "Hill Herald", "2026-03-01", {{"Ann Cole", "“Über ferries — and the ferry”"}}}});
  const auto found = record.search(search_for("ferry"));
  ASSERT_THAT(found->items, SizeIs(1));
  EXPECT_THAT(record.hit(*found, 0)->marks, ElementsAre(Span{6, 13}, Span{24, 29}));
}

TEST(Search, TheSameWordsInSeveralOutletsAreOneResult) {
  const std::string words = "we will sail again before the summer ends";
  Record record = archive("copies.db", {{"a", "Hill Herald", "2026-03-01", {{"Ann Cole", words}}},
                                        {"b", "Valley Post", "2026-03-02", {{"Ann Cole", "“We will sail again before the summer ends,”"}}},
                                        {"c", "Oxmoor Echo", "2026-03-03", {{"Ann Cole", words}}}});
  Search s = search_for("summer");
  const auto found = record.search(s);
  ASSERT_THAT(found->items, SizeIs(1));
  EXPECT_EQ(found->total, 3u);
  EXPECT_THAT(record.hit(*found, 0)->copies, SizeIs(2));
  s.group = false;
  EXPECT_THAT(contents(record, s), SizeIs(3));
}

std::vector<Article> many(int articles) {
  std::vector<Article> out;
  for (int i = 0; i < articles; ++i) {
    const std::string day = "2026-0" + std::to_string(1 + i / 28 % 9) + "-" + (i % 28 < 9 ? "0" : "") + std::to_string(1 + i % 28);
    out.push_back({"n" + std::to_string(i), i % 2 ? "Hill Herald" : "Valley Post", day,
                   {{"Ann Cole", "ferry number " + std::to_string(i) + (i % 3 ? " sails" : " is late")}}});
  }
  return out;
}

TEST(Search, PagesDoNotShiftWhileRowsAreAdded) {
  for (const bool query : {false, true}) {
    Record record = archive("pages.db", many(120));
    Search s = search_for(query ? "ferry sails" : "");
    const std::vector<std::string> whole = contents(record, s);
    std::vector<std::string> paged;
    s.limit = 7;
    for (int page = 0; page < 40; ++page) {
      const auto found = record.search(s);
      for (std::size_t i = 0; i < found->items.size(); ++i) paged.push_back(record.hit(*found, i)->said.content.text);
      if (found->next.empty()) break;
      s.after = found->next;
      add(record, {"later" + std::to_string(page), "Hill Herald", "2026-09-28", {{"Ann Cole", "a ferry sails later " + std::to_string(page)}}});
      ASSERT_TRUE(record.commit());
    }
    EXPECT_EQ(paged, whole);
  }
}

TEST(Search, TheNewestAreFoundWhateverTheOrderOfAdding) {
  std::vector<Article> articles = many(200);
  std::ranges::reverse(articles);
  Record record = archive("order.db", articles);
  Search s;
  s.limit = 5;
  std::vector<std::string> days;
  const auto found = record.search(s);
  for (std::size_t i = 0; i < found->items.size(); ++i) days.push_back(record.hit(*found, i)->head.published.value());
  EXPECT_TRUE(std::ranges::is_sorted(days, std::ranges::greater{}));
  EXPECT_EQ(found->total, 200u);
  EXPECT_FALSE(found->at_least);
  EXPECT_EQ(days.front(), "2026-08-04");
}

TEST(Search, OldVersionsAreFoundOnlyOnRequest) {
  Record record = archive("versions.db", ferry_news());
  add(record, {"a", "Hill Herald", "2026-03-01", {{"Ann Cole", "the ferry strike is over"}}});
  ASSERT_TRUE(record.commit());
  Search s = search_for("\"ferry strike\"");
  EXPECT_THAT(contents(record, s), ElementsAre("the ferry strike is over"));
  s.filter.old_versions = true;
  EXPECT_THAT(contents(record, s), SizeIs(2));
}

TEST(Search, OnlyWhatIsNew) {
  Record record = archive("new.db", ferry_news());
  Search s = search_for("ferry");
  const auto first = record.search(s);
  ASSERT_TRUE(record.save_search("ferries", {"ferry", first->last_statement}));
  const auto saved = record.saved_search("ferries");
  EXPECT_EQ(saved->request, "ferry");
  s.above = saved->last_statement;
  EXPECT_THAT(contents(record, s), IsEmpty());
  add(record, {"new", "Hill Herald", "2026-01-01", {{"Ann Cole", "a new ferry"}}});
  ASSERT_TRUE(record.commit());
  EXPECT_THAT(contents(record, s), ElementsAre("a new ferry"));
  EXPECT_EQ(record.saved_search("other")->last_statement, 0);
}

TEST(Search, FurtherPagesOfWhatIsNew) {
  Record record = archive("new_pages.db", ferry_news());
  Search s = search_for("ferry");
  s.above = record.search(s)->last_statement;
  for (int i = 0; i < 5; ++i) add(record, {"new" + std::to_string(i), "Hill Herald", "2026-01-01", {{"Ann Cole", "a new ferry " + std::to_string(i)}}});
  ASSERT_TRUE(record.commit());
  EXPECT_THAT(contents(record, s), SizeIs(5));
  s.limit = 2;
  auto page = record.search(s);
  const std::int64_t last = page->last_statement;
  EXPECT_EQ(page->total, 5u);
  std::size_t shown = page->items.size();
  add(record, {"later", "Hill Herald", "2026-01-01", {{"Ann Cole", "a later ferry"}}});
  ASSERT_TRUE(record.commit());
  s.above = last;  // as a saved search has it by now
  while (!page->next.empty()) {
    s.after = page->next;
    page = record.search(s);
    shown += page->items.size();
    EXPECT_EQ(page->last_statement, last);  // what is later has not been answered
  }
  EXPECT_EQ(shown, 5u);
}

TEST(Search, WhatADocumentHasSaidBeforeIsNotNew) {
  Record record = archive("again.db", ferry_news());
  const Article old = {"x", "Hill Herald", "2026-01-01", {{"Ann Cole", "the ferry sails"}, {"Bram Voss", "the ferry sinks"}}};
  add(record, old);
  ASSERT_TRUE(record.commit());
  Search s;
  s.above = record.search({})->last_statement;
  EXPECT_EQ(add(record, old, true).outcome, Added::Outcome::again);
  ASSERT_TRUE(record.commit());
  EXPECT_THAT(contents(record, s), IsEmpty());
  Article changed = old;
  changed.around = "More words.";
  EXPECT_THAT(add(record, changed).changes, IsEmpty());
  ASSERT_TRUE(record.commit());
  EXPECT_THAT(contents(record, s), IsEmpty());
  changed.said = {{"Bram Voss", "the ferry sails"}, {"Bram Voss", "the ferry sinks"}, {"Bram Voss", "the ferry sinks"}};
  add(record, changed);
  ASSERT_TRUE(record.commit());
  EXPECT_THAT(contents(record, s), UnorderedElementsAre("the ferry sails", "the ferry sinks"));  // by another; once more
}

TEST(Search, CursorsThatAreNone) {
  Record record = archive("cursor.db", ferry_news());
  for (const char* text : {"x", "12", "12-", "-3", "9-x", "1-2-", "1-2-0", "1-2-x", "1-2-3-4"}) {
    Search s;
    s.after = text;
    EXPECT_EQ(record.search(s).error().code, ErrorCode::bad_argument) << text;
  }
}

TEST(Search, AnEmptyRecord) {
  Record record = archive("empty.db", {});
  EXPECT_THAT(contents(record, {}), IsEmpty());
  EXPECT_THAT(contents(record, search_for("ferry")), IsEmpty());
  EXPECT_EQ(record.count(Counting{})->all.statements, 0u);
}

}  // namespace
}  // namespace sayso
