#include "sayso/record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "formats/json_writer.h"
#include "sayso/formats.h"

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::string new_path(const std::string& name) {
  const auto folder = std::filesystem::temp_directory_path() / ("sayso-record-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const auto path = folder / name;
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + ending);
  return path.string();
}

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
  const std::string path = new_path("back.db");
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
  auto record = Record::open(new_path("twice.db"), RecordAccess::write);
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
  auto record = Record::open(new_path("versions.db"), RecordAccess::write);
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
  auto record = Record::open(new_path("again.db"), RecordAccess::write);
  ASSERT_TRUE(record->add(story("text"), said(), "fast"));
  const Extraction better = said("“Better.”");
  const auto added = record->add(story("text"), better, "best");
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(added->outcome, Added::Outcome::again);
  EXPECT_THAT(all_of(*record), ElementsAre(as_json(story("text"), better)));
}

TEST(Record, WhatWasNotCommittedIsNotThere) {
  const std::string path = new_path("uncommitted.db");
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
  const std::string path = new_path("readers.db");
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

TEST(Record, RefusesWhatIsNoRecordAndLeavesItAlone) {
  const std::string path = new_path("foreign.db");
  std::ofstream(path) << "These are notes, not a database, and they are long enough to be looked at as one.";
  for (const RecordAccess access : {RecordAccess::read, RecordAccess::write}) {
    const auto record = Record::open(path, access);
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, ErrorCode::malformed);
    EXPECT_EQ(record.error().where, path);
  }
  EXPECT_EQ(std::filesystem::file_size(path), 81u);
  const auto absent = Record::open(new_path("absent.db"), RecordAccess::read);
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace sayso
