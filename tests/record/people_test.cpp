#include "sayso/people.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive.h"

namespace sayso {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// Two of one name whom the words around tell apart, and a third of another name.
const std::vector<Article>& two_coles() {
  static const std::vector<Article> all = {
      {"a", "Hill Herald", "2026-03-01", {{"Jonas Farrow-Reyes", "the budget is sound"}}, "Senator Jonas Farrow-Reyes spoke."},
      {"b", "Valley Post", "2026-03-02", {{"Jonas Farrow-Reyes", "we will vote"}}, "Senator Jonas Farrow-Reyes voted."},
      {"c", "Oxmoor Echo", "2026-03-03", {{"J. F. Reyes", "I scored twice"}}},
  };
  return all;
}

std::int64_t id_of(Record& record, const std::string& name) {
  const auto found = record.people_called(name);
  EXPECT_TRUE(found && !found->people.empty()) << name;
  return found && !found->people.empty() ? found->people[0].id : 0;
}

std::size_t statements_of(Record& record, const std::string& name) {
  Search s;
  s.filter.by = {name};
  return record.search(s)->items.size();
}

TEST(People, OneNameOnePerson) {
  Record record = archive("one.db", two_coles());
  EXPECT_EQ(statements_of(record, "Jonas Farrow-Reyes"), 2u);
  EXPECT_EQ(statements_of(record, "Senator Jonas Farrow-Reyes"), 2u);
  EXPECT_EQ(statements_of(record, "J. F. Reyes"), 1u);
  const auto page = record.person(id_of(record, "Jonas Farrow-Reyes"));
  EXPECT_EQ(page->person.name, "Jonas Farrow-Reyes");
  EXPECT_EQ(page->counts.statements, 2u);
  EXPECT_THAT(page->outlets, SizeIs(2));
  EXPECT_THAT(page->months, SizeIs(1));
  EXPECT_EQ(page->names.front().first, "Jonas Farrow-Reyes");
}

TEST(People, EveryJoiningSaysWhy) {
  Record record = archive("why.db", two_coles());
  const auto why = record.joinings(id_of(record, "Jonas Farrow-Reyes"));
  ASSERT_THAT(*why, SizeIs(2));
  EXPECT_EQ((*why)[0].reasons, "");
  EXPECT_THAT((*why)[1].reasons, HasSubstr("same full name"));
  EXPECT_GT((*why)[1].score, 0.7);
}

TEST(Curator, MergesAndUndoes) {
  Record record = archive("merge.db", two_coles());
  const std::int64_t senator = id_of(record, "Jonas Farrow-Reyes"), striker = id_of(record, "J. F. Reyes");
  const auto merged = record.merge(senator, striker);
  ASSERT_TRUE(merged) << merged.error().message;
  EXPECT_EQ(merged->person, senator);
  EXPECT_EQ(merged->other, striker);
  EXPECT_EQ(statements_of(record, "Jonas Farrow-Reyes"), 3u);
  EXPECT_EQ(statements_of(record, "#" + std::to_string(striker)), 3u);
  EXPECT_THAT(record.person(senator)->merged, SizeIs(1));
  EXPECT_FALSE(record.merge(striker, senator));  // they are one already
  ASSERT_TRUE(record.undo());
  EXPECT_EQ(statements_of(record, "Jonas Farrow-Reyes"), 2u);
  EXPECT_EQ(statements_of(record, "J. F. Reyes"), 1u);
  EXPECT_FALSE(record.undo());
  ASSERT_THAT(*record.decisions(), SizeIs(1));
  EXPECT_TRUE(record.decisions()->front().undone);
}

TEST(Curator, MergesOfMergedOnesAreUndoneInAnyOrder) {
  Record record = archive("chain.db", {{"a", "Hill Herald", "2026-03-01", {{"Ann Quillfeather", "one"}}},
                                       {"b", "Hill Herald", "2026-03-02", {{"Bo Marchbanks", "two"}}},
                                       {"c", "Hill Herald", "2026-03-03", {{"Cy Oddington", "three"}}}});
  const std::int64_t a = id_of(record, "Ann Quillfeather"), b = id_of(record, "Bo Marchbanks"), c = id_of(record, "Cy Oddington");
  const auto first = record.merge(a, b);
  ASSERT_TRUE(record.merge(c, a));
  EXPECT_EQ(statements_of(record, "#" + std::to_string(b)), 3u);
  ASSERT_TRUE(record.undo(first->id));
  EXPECT_EQ(statements_of(record, "#" + std::to_string(b)), 1u);
  EXPECT_EQ(statements_of(record, "#" + std::to_string(c)), 2u);
}

TEST(Curator, MergesHoldForWhatIsAddedLaterAndReadAgain) {
  Record record = archive("later.db", two_coles());
  const std::int64_t senator = id_of(record, "Jonas Farrow-Reyes"), striker = id_of(record, "J. F. Reyes");
  ASSERT_TRUE(record.merge(senator, striker));
  EXPECT_EQ(add(record, two_coles()[2], true).outcome, Added::Outcome::again);
  add(record, {"d", "Oxmoor Echo", "2026-03-09", {{"Jonas Farrow-Reyes", "and again"}}});
  ASSERT_TRUE(record.commit());
  EXPECT_EQ(statements_of(record, "Jonas Farrow-Reyes"), 4u);
}

TEST(Curator, SplitsHoldWhenDocumentsAreReadAgain) {
  Record record = archive("split.db", two_coles());
  const std::int64_t both = id_of(record, "Jonas Farrow-Reyes");
  const std::int64_t document = record.joinings(both)->back().document;
  const auto split = record.split(both, {document});
  ASSERT_TRUE(split) << split.error().message;
  EXPECT_NE(split->other, both);
  const auto by = [&](std::int64_t id) { return statements_of(record, "#" + std::to_string(id)); };
  EXPECT_EQ(by(both), 1u);
  EXPECT_EQ(by(split->other), 1u);
  EXPECT_EQ(add(record, two_coles()[1], true).outcome, Added::Outcome::again);
  Article changed = two_coles()[1];
  changed.said[0].what = "we will not vote";
  EXPECT_EQ(add(record, changed).outcome, Added::Outcome::new_version);
  ASSERT_TRUE(record.commit());
  EXPECT_EQ(by(both), 1u);
  EXPECT_EQ(by(split->other), 1u);
  ASSERT_TRUE(record.undo(split->id));
  EXPECT_EQ(by(both), 2u);
}

TEST(Curator, SplitsThatMakeNoSense) {
  Record record = archive("nosplit.db", two_coles());
  const std::int64_t both = id_of(record, "Jonas Farrow-Reyes"), one = id_of(record, "J. F. Reyes");
  EXPECT_EQ(record.split(one, {record.joinings(one)->front().document}).error().code, ErrorCode::bad_argument);  // its only document
  EXPECT_EQ(record.split(both, {999}).error().code, ErrorCode::bad_argument);
  EXPECT_EQ(record.split(999, {1}).error().code, ErrorCode::bad_argument);
  EXPECT_THAT(*record.decisions(), IsEmpty());
  EXPECT_EQ(statements_of(record, "Jonas Farrow-Reyes"), 2u);
}

TEST(Curator, ASplitOfWhomAMergeMadeOneEndsWithTheMerge) {
  const Article both = {"d", "Hill Herald", "2026-03-04", {{"Marguerite Oldcastle", "three"}, {"Tobias Wrenfield", "four"}}};
  Record record = archive("split_merge.db", {{"a", "Hill Herald", "2026-03-01", {{"Marguerite Oldcastle", "one"}}}, {"b", "Valley Post", "2026-03-02", {{"Tobias Wrenfield", "two"}}}, both});
  const std::int64_t old = id_of(record, "Marguerite Oldcastle"), wren = id_of(record, "Tobias Wrenfield");
  const auto statements = [&](std::int64_t id) { return record.person(id)->counts.statements; };
  const auto merged = record.merge(old, wren);
  const auto split = record.split(old, {3});
  ASSERT_TRUE(split) << split.error().message;
  EXPECT_EQ(statements(old), 2u);
  EXPECT_EQ(statements(split->other), 2u);  // one who is both
  ASSERT_TRUE(record.undo(merged->id));
  EXPECT_EQ(statements(old), 1u);
  EXPECT_EQ(statements(split->other), 1u);
  EXPECT_EQ(statements(wren), 2u);  // nothing was split from this one
  add(record, both, true);
  ASSERT_TRUE(record.commit());
  EXPECT_EQ(statements(wren), 2u);
  EXPECT_EQ(statements(split->other), 1u);
  ASSERT_TRUE(record.undo(split->id));
  EXPECT_EQ(statements(old), 2u);
  EXPECT_EQ(statements(wren), 2u);
}

TEST(Curator, RenamesAreSearchableAndStay) {
  Record record = archive("rename.db", two_coles());
  const std::int64_t senator = id_of(record, "Jonas Farrow-Reyes");
  ASSERT_TRUE(record.rename(senator, "Zebulon Reyes"));
  EXPECT_EQ(record.person(senator)->person.name, "Zebulon Reyes");
  add(record, {"d", "Oxmoor Echo", "2026-03-09", {{"Jonas Farrow-Reyes", "and again"}}});
  ASSERT_TRUE(record.commit());
  EXPECT_EQ(statements_of(record, "Zebulon Reyes"), 3u);
  EXPECT_EQ(statements_of(record, "Jonas Farrow-Reyes"), 3u);
  ASSERT_TRUE(record.undo());
  EXPECT_EQ(record.person(senator)->person.name, "Jonas Farrow-Reyes");
  EXPECT_FALSE(record.rename(senator, "  "));
}

ListedPerson listed(std::string name, std::vector<std::string> aliases, std::string wikidata, std::string gender) {
  ListedPerson out;
  out.name = std::move(name);
  out.aliases = std::move(aliases);
  out.wikidata = std::move(wikidata);
  out.gender = std::move(gender);
  return out;
}

TEST(ListedPeople, LaterMentionsJoinThem) {
  Record record = archive("listed.db", {});
  const auto done = record.add_people({listed("Lizbeth Copperfield", {"Lady Copper"}, "Q1", "female"), listed("John Smith", {}, "Q2", "male")});
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->added, 2u);
  add(record, {"a", "Hill Herald", "2026-03-01", {{"Lady Copper", "one"}, {"John Smith", "two"}}});
  add(record, {"b", "Valley Post", "2026-03-02", {{"Lizbeth Copperfield", "three"}, {"", "four"}}});
  ASSERT_TRUE(record.commit());
  EXPECT_EQ(statements_of(record, "Lizbeth Copperfield"), 2u);
  EXPECT_EQ(statements_of(record, "John Smith"), 1u);
  const auto page = record.person(id_of(record, "Lady Copper"));
  EXPECT_EQ(page->wikidata, "Q1");
  EXPECT_EQ(page->person.name, "Lizbeth Copperfield");
  EXPECT_THAT(record.joinings(page->person.id)->front().reasons, HasSubstr("list of known people"));
  Counting counting;
  const auto counts = record.count(counting);
  EXPECT_TRUE(counts->has_gender);
  EXPECT_EQ(counts->all.women, 2u);
  EXPECT_EQ(counts->all.men, 1u);
}

TEST(ListedPeople, AnAliasIsWhomDocumentsHaveCalledSo) {
  Record record = archive("aliases.db", {{"a", "Hill Herald", "2026-03-01", {{"Henrietta Lune", "one"}}}, {"b", "Valley Post", "2026-03-02", {{"Hetty Lune", "two"}}},
                                         {"c", "Valley Post", "2026-03-02", {{"Lune", "three"}}}});
  ASSERT_NE(id_of(record, "Henrietta Lune"), id_of(record, "Hetty Lune"));
  ASSERT_TRUE(record.add_people({listed("Henrietta Lune", {"Hetty Lune", "Lune"}, "Q1", "female")}));
  EXPECT_EQ(id_of(record, "Henrietta Lune"), id_of(record, "Hetty Lune"));
  EXPECT_EQ(statements_of(record, "Henrietta Lune"), 2u);
  ASSERT_THAT(*record.decisions(), SizeIs(1));
  EXPECT_EQ(record.decisions()->front().action, Decision::Action::join);
  ASSERT_TRUE(record.undo(1));  // and it is not made again
  ASSERT_TRUE(record.add_people({listed("Henrietta Lune", {"Hetty Lune"}, "Q1", "female")}));
  EXPECT_EQ(record.person(2)->person.name, "Hetty Lune");
  EXPECT_EQ(record.person(2)->counts.statements, 1u);
}

TEST(ListedPeople, DoNotOverruleARename) {
  Record record = archive("listed_rename.db", {{"a", "Hill Herald", "2026-03-01", {{"Marguerite Oldcastle", "one"}}}});
  const std::int64_t id = id_of(record, "Marguerite Oldcastle");
  ASSERT_TRUE(record.rename(id, "M. Old"));
  ASSERT_TRUE(record.add_people({listed("Marguerite Oldcastle", {}, "Q1", "female")}));
  EXPECT_EQ(record.person(id)->person.name, "M. Old");
  EXPECT_EQ(record.person(id)->wikidata, "Q1");
  ASSERT_TRUE(record.undo());
  EXPECT_EQ(record.person(id)->person.name, "Marguerite Oldcastle");
}

TEST(ListedPeople, TheSameListAgainChangesNothing) {
  Record record = archive("again.db", two_coles());
  const std::vector<ListedPerson> list = {listed("Jonas Farrow-Reyes", {}, "Q7", "male"), listed("Jonas Farrow-Reyes", {}, "Q8", "male")};
  const auto first = record.add_people(list);
  EXPECT_EQ(first->matched, 1u);
  EXPECT_EQ(first->added, 1u);  // another identifier, another person
  const auto second = record.add_people(list);
  EXPECT_EQ(second->matched, 2u);
  EXPECT_EQ(second->added, 0u);
  EXPECT_EQ(record.person(id_of(record, "Jonas Farrow-Reyes"))->wikidata, "Q7");
}

TEST(Counting, WhatSeveralSayAsOneCountsForEach) {
  const std::string place = new_place("joint.db");
  Record record = std::move(*Record::open(place, RecordAccess::write));
  Document document;
  document.id = document.path = "a", document.url = "https://example.org/a";
  Extraction extraction;
  for (const Says& says : {Says{"Ada Tarn", "we are glad"}, Says{"Bram Voss", "so am I"}, Says{"Ada Tarn", "the road will close"}}) add_statement(says, document, extraction);
  extraction.statements[2].source.entities = {0, 1};
  for (const bool again : {false, true}) ASSERT_TRUE(record.add(document, extraction, "fast", again));
  ASSERT_TRUE(record.commit());
  Counting by_person;
  by_person.by = {CountBy::person};
  by_person.named_only = true;
  const auto counts = [&](const char* name) {
    const auto table = record.count(by_person);
    for (const CountRow& row : table->rows)
      if (row.keys[0].text == name) return row.statements;
    return std::size_t{0};
  };
  EXPECT_EQ(record.count(by_person)->all.statements, 3u);
  for (const char* name : {"Ada Tarn", "Bram Voss"}) {
    EXPECT_EQ(counts(name), 2u);
    EXPECT_EQ(statements_of(record, name), 2u);
    EXPECT_EQ(record.people_called(name)->people.front().statements, 2u);
  }
  ASSERT_TRUE(record.merge(id_of(record, "Ada Tarn"), id_of(record, "Bram Voss")));
  EXPECT_EQ(counts("Ada Tarn"), 3u);  // not twice for one who is both
}

TEST(Counting, ByTwoThings) {
  Record record = archive("counts.db", {{"a", "Hill Herald", "2026-03-01", {{"Ann Quillfeather", "one"}, {"Ann Quillfeather", "two", Kind::indirect}, {"*officials", "three", Kind::indirect}}},
                                        {"b", "Valley Post", "2026-04-02", {{"Ann Quillfeather", "four", Kind::mixed}, {"", "five", Kind::indirect}}}});
  Counting counting;
  counting.by = {CountBy::outlet, CountBy::kind};
  const auto table = record.count(counting);
  EXPECT_EQ(table->all.statements, 5u);
  EXPECT_EQ(table->all.documents, 2u);
  EXPECT_EQ(table->all.anonymous, 1u);
  EXPECT_EQ(table->all.no_source, 1u);
  EXPECT_EQ(table->all.indirect, 3u);
  EXPECT_THAT(table->rows, SizeIs(4));
  EXPECT_EQ(table->rows[0].keys[0].text, "Hill Herald");
  EXPECT_EQ(table->rows[0].keys[1].text, "indirect");
  EXPECT_EQ(table->rows[0].statements, 2u);
  counting.by = {CountBy::month};
  counting.filter.query = "one OR four";
  const auto months = record.count(counting);
  ASSERT_THAT(months->rows, SizeIs(2));
  EXPECT_EQ(months->rows[0].keys[0].text, "2026-03");
  counting.filter = {};
  counting.by = {CountBy::person};
  counting.limit = 1;
  const auto people = record.count(counting);
  EXPECT_EQ(people->left_out, 1u);
  EXPECT_EQ(people->rows[0].keys[0].text, "Ann Quillfeather");
  EXPECT_EQ(people->rows[0].documents, 2u);
}

}  // namespace
}  // namespace sayso
