#include "sayso/record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include "formats/json_writer.h"
#include "record/place.h"
#include "sayso/formats.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

Document story(std::string text, std::string url = "https://hillherald.example/a") {
  Document out;
  out.id = "a";
  out.path = "a.html";
  out.url = std::move(url);
  out.title = "A mill closes";
  out.outlet = "Hill Herald";
  out.authors = {"Jo Reyes"};
  out.published = "2026-03-02";
  out.language = "en";
  out.text = std::move(text);
  return out;
}

// "“We will not sell,” Ann Cole said." with everything a statement can have.
Extraction said(const std::string& content = "“We will not sell,”") {
  Extraction out;
  out.entities = {{"Ann Cole", SourceType::person, {"Cole", "Mrs Cole"}, {{20, 28}, {40, 44}}},
                  {"Bo Lund", SourceType::person, {"Lund"}, {{50, 57}}}};
  Statement s;
  s.kind = Kind::direct;
  s.content = {content, {{0, 19}}};
  s.cue = Passage{"said", {{29, 33}}};
  s.source = {{"Ann Cole", {{20, 28}}}, 0, "Ann Cole", SourceType::person, {0}};
  s.via = {{{"the Post", {{60, 68}}}, std::nullopt, "Post", SourceType::organization, {}}};
  s.addressee = Party{{"Lund", {{50, 54}}}, 1, "Bo Lund", SourceType::person, {1}};
  s.channel = Channel{ChannelType::interview, {"in an interview", {{70, 85}}}};
  s.said_at = SaidAt{"2026-03-01", {"on Sunday", {{86, 95}}}};
  s.stance = Stance::denies;
  s.confidence = 0.75;
  out.statements = {s, s};
  out.statements[1].parent = 0;
  out.statements[1].source = {{"Cole and Lund", {{20, 33}}}, 0, "Ann Cole and Bo Lund", SourceType::person, {0, 1}};
  out.statements[1].cue.reset();
  out.warnings = {{"unclosed-quotation", {3, 4}, "opened here"}};
  return out;
}

std::string as_json(const Document& document, const Extraction& extraction) {
  std::string out;
  append_document(out, Format::json, document, extraction);
  return out;
}

std::vector<std::string> all_of(Record& record) {
  std::vector<std::string> out;
  const auto done = record.each_document([&](const Document& d, const Extraction& e) {
    out.push_back(as_json(d, e));
    return true;
  });
  EXPECT_TRUE(done);
  return out;
}

TEST(Record, GivesBackWhatWasAdded) {
  const std::string path = new_place("back.db");
  {
    auto record = Record::open(path, RecordAccess::write);
    ASSERT_TRUE(record) << record.error().message;
    const auto added = record->add(story("text"), said(), "fast");
    ASSERT_TRUE(added) << added.error().message;
    EXPECT_EQ(added->outcome, Added::Outcome::added);
    EXPECT_EQ(added->statements, 2u);
    ASSERT_TRUE(record->commit());
  }
  auto record = Record::open(path, RecordAccess::read);
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_THAT(all_of(*record), ElementsAre(as_json(story("text"), said())));
}

TEST(Record, TheSameTextTwiceIsOne) {
  auto record = Record::open(new_place("twice.db"), RecordAccess::write);
  ASSERT_TRUE(record->add(story("text"), said(), "fast"));
  const auto known = record->knows(story("text"), "fast");
  ASSERT_TRUE(known && *known);
  EXPECT_EQ((*known)->outcome, Added::Outcome::known);
  EXPECT_EQ((*known)->statements, 2u);
  EXPECT_FALSE(*record->knows(story("text"), "best"));
  EXPECT_FALSE(*record->knows(story("other"), "fast"));
  // The same page by another address: trackers, fragment.
  const auto added = record->add(story("text", "http://www.hillherald.example/a/?utm_source=x#top"), said(), "fast");
  EXPECT_EQ(added->outcome, Added::Outcome::known);
  EXPECT_THAT(all_of(*record), SizeIs(1));
}

TEST(Record, AnotherTextIsANewVersionThatSaysWhatChanged) {
  auto record = Record::open(new_place("versions.db"), RecordAccess::write);
  Extraction before = said();
  before.statements.resize(1);
  Extraction after = said("“We will never sell,”");
  after.statements[1].content.text = "that it was over";
  ASSERT_TRUE(record->add(story("one"), before, "fast"));
  const auto added = record->add(story("two"), after, "fast");
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(added->outcome, Added::Outcome::new_version);
  EXPECT_EQ(added->version, 2);
  ASSERT_THAT(added->changes, SizeIs(2));
  EXPECT_EQ(added->changes[0].what, Change::What::reworded);
  EXPECT_EQ(added->changes[0].before, "“We will not sell,”");
  EXPECT_EQ(added->changes[0].after, "“We will never sell,”");
  EXPECT_EQ(added->changes[1].what, Change::What::added);
  EXPECT_THAT(all_of(*record), ElementsAre(as_json(story("two"), after)));
}

TEST(Record, AnotherModelReplacesWhatWasExtracted) {
  auto record = Record::open(new_place("again.db"), RecordAccess::write);
  ASSERT_TRUE(record->add(story("text"), said(), "fast"));
  const Extraction better = said("“Better.”");
  const auto added = record->add(story("text"), better, "best");
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(added->outcome, Added::Outcome::again);
  EXPECT_THAT(all_of(*record), ElementsAre(as_json(story("text"), better)));
}

TEST(Record, TakesWhatADocumentSaysOtherwiseOfItself) {
  Record record = std::move(*Record::open(new_place("corrected.db"), RecordAccess::write));
  Document wrong = story(std::string(100, 'x'));
  wrong.title = "A mil closes", wrong.outlet = "Herald", wrong.published = "2050-03-02";
  ASSERT_TRUE(record.add(wrong, said(), "fast"));
  const Document right = story(std::string(100, 'x'));
  EXPECT_FALSE(*record.knows(right, "fast"));
  EXPECT_EQ(record.add(right, said(), "fast")->outcome, Added::Outcome::again);
  EXPECT_EQ(all_of(record), std::vector{as_json(right, said())});
  Document less = right;  // what it does not say stays
  less.title.reset(), less.outlet.reset(), less.published.reset(), less.authors.clear();
  EXPECT_EQ(record.add(less, said(), "fast")->outcome, Added::Outcome::known);
  EXPECT_EQ(record.add(less, said(), "fast", true)->outcome, Added::Outcome::again);
  ASSERT_TRUE(record.commit());
  EXPECT_EQ(all_of(record), std::vector{as_json(right, said())});
  Search by_outlet;
  by_outlet.filter.outlets = {"Herald"};
  EXPECT_TRUE(record.search(by_outlet)->items.empty());
  by_outlet.filter.outlets = {"Hill Herald"};
  EXPECT_EQ(record.search(by_outlet)->items.size(), 2u);
}

TEST(Record, WhatWasNotCommittedIsNotThere) {
  const std::string path = new_place("uncommitted.db");
  {
    auto record = Record::open(path, RecordAccess::write);
    ASSERT_TRUE(record->add(story("one"), said(), "fast"));
    ASSERT_TRUE(record->commit());
    ASSERT_TRUE(record->add(story("two", "https://hillherald.example/b"), said(), "fast"));
  }
  auto record = Record::open(path, RecordAccess::read);
  EXPECT_THAT(all_of(*record), SizeIs(1));
}

TEST(Record, ReadersDoNotWaitForTheWriter) {
  const std::string path = new_place("readers.db");
  auto writer = Record::open(path, RecordAccess::write);
  ASSERT_TRUE(writer->add(story("one"), said(), "fast"));
  ASSERT_TRUE(writer->commit());
  ASSERT_TRUE(writer->add(story("two", "https://hillherald.example/b"), said(), "fast"));
  auto reader = Record::open(path, RecordAccess::read);
  ASSERT_TRUE(reader);
  EXPECT_THAT(all_of(*reader), SizeIs(1));
  ASSERT_TRUE(writer->commit());
  EXPECT_THAT(all_of(*reader), SizeIs(2));
}

TEST(Record, KeepsWhatInputsMayHold) {
  const std::string path = new_place("odd.db");
  const std::string odd = std::string("a\0b", 3) + "\xff\xc3 \xF4\x8F\xBF\xBF \xF4\x8F\xBF\xBF" "41", noise = [] {
    std::string out;
    for (unsigned i = 0, x = 1; i < 9000; ++i, x = x * 1664525 + 1013904223) out += static_cast<char>('a' + (x >> 24) % 26);
    return out;
  }();
  Document document = story("text \0 text", "https://hillherald.example/" + noise);
  document.path = odd + noise;
  document.title = odd;
  document.outlet = odd + noise;
  document.authors = {"Jo\\ \"{}\" Reyes", "", "a,b"};
  Extraction found = said(std::string("“We \0 will,”", 16));
  found.entities[0].name = found.entities[0].aliases[0] = "Ann " + noise;
  found.statements[0].source.name = "Ann " + noise;
  found.statements[1].content.text = noise + " " + noise;
  {
    auto record = Record::open(path, RecordAccess::write);
    ASSERT_TRUE(record) << record.error().message;
    const auto added = record->add(document, found, "fast");
    ASSERT_TRUE(added) << added.error().message;
    EXPECT_EQ(record->add(document, found, "fast")->outcome, Added::Outcome::known);
    ASSERT_TRUE(record->commit());
  }
  auto record = Record::open(path, RecordAccess::read);
  std::vector<Document> read;
  ASSERT_TRUE(record->each_document([&](const Document& d, const Extraction& e) {
    read.push_back(d);
    EXPECT_EQ(as_json(d, e), as_json(document, found));
    return true;
  }));
  ASSERT_THAT(read, SizeIs(1));
  EXPECT_EQ(read[0].path, document.path);
  EXPECT_EQ(read[0].title, document.title);
  EXPECT_EQ(read[0].outlet, document.outlet);
}

TEST(Record, WritersTakeTurnsAndLoseNothing) {
  const std::string path = new_place("writers.db");
  constexpr int kWriters = 4, kDocuments = 25;
  std::vector<std::thread> writers;
  for (int w = 0; w < kWriters; ++w) {
    writers.emplace_back([&, w] {
      auto record = Record::open(path, RecordAccess::write);
      ASSERT_TRUE(record) << record.error().message;
      for (int i = 0; i < kDocuments; ++i) {
        // Half of them are the same for all writers.
        const std::string name = i % 2 ? std::to_string(i) : std::to_string(w) + "/" + std::to_string(i);
        const auto added = record->add(story("text " + name, "https://hillherald.example/" + name), said(), "fast");
        ASSERT_TRUE(added) << added.error().message;
        if (i % 3 == 0) {
          ASSERT_TRUE(record->commit());
        }
      }
      ASSERT_TRUE(record->commit());
    });
  }
  for (std::thread& writer : writers) writer.join();
  auto record = Record::open(path, RecordAccess::read);
  std::vector<std::string> all = all_of(*record);
  EXPECT_EQ(all.size(), kWriters * 13u + 12u);
  for (const std::string& one : all) EXPECT_NE(one.find("\"s2\""), one.npos);
  std::ranges::sort(all);
  EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
}

TEST(Record, RefusesWhatIsNoRecordAndLeavesItAlone) {
  const std::string path = new_file("foreign.db");
  std::ofstream(path) << "These are notes, not a database, and they are long enough to be looked at as one.";
  for (const RecordAccess access : {RecordAccess::read, RecordAccess::write}) {
    const auto record = Record::open(path, access);
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, ErrorCode::malformed);
    EXPECT_EQ(record.error().where, path);
  }
  EXPECT_EQ(std::filesystem::file_size(path), 81u);
  const auto absent = Record::open(new_file("absent.db"), RecordAccess::read);
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace sayso
