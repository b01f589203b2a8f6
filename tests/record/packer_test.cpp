#include <gtest/gtest.h>

#include <fmt/format.h>

#include "record/archive.h"
#include "record/packer.h"
#include "record/people_store.h"
#include "record/sql.h"

namespace sayso::record {
namespace {

std::string story(int number) {
  const char* const names[] = {"Ann Cole", "Bram Pike", "Ilse Marsh", "Tove Lund"};
  const char* const things[] = {"the mill", "the lock at Quillby", "a ferry", "the hill road", "her barges"};
  std::string out;
  for (int i = 0; i < 12; ++i) {
    out += fmt::format("{} told the Hill Herald on Monday that {} would be sold for {} crowns, said {}. ", names[(number + i) % 4],
                       things[(number * 7 + i) % 5], number * 31 + i, names[(number * i + 1) % 4]);
  }
  return out;
}

TEST(Packer, GivesBackWhatItPackedAndLearns) {
  const auto db = open_database(new_place("packer.db"), Access::write);
  Packer& packer = db->packer();
  const std::string before = packer.pack(Packer::What::text, story(1));
  EXPECT_EQ(packer.unpack(packer.pack(Packer::What::sketch, "")), "");
  std::vector<std::string> samples;
  for (int i = 0; i < 300; ++i) samples.push_back(story(i));
  db->begin();
  packer.learn(Packer::What::text, samples);
  db->commit();
  EXPECT_TRUE(packer.has_learned(Packer::What::text));
  EXPECT_FALSE(packer.has_learned(Packer::What::sketch));
  const std::string after = packer.pack(Packer::What::text, story(1000));
  EXPECT_LT(after.size(), before.size() * 2 / 3);
  packer.forget();
  EXPECT_EQ(packer.unpack(before), story(1));
  EXPECT_EQ(packer.unpack(after), story(1000));
}

TEST(Packer, LearnsNothingFromTooLittle) {
  const auto db = open_database(new_place("packer_little.db"), Access::write);
  db->packer().learn(Packer::What::text, {"a", "a"});
  db->packer().learn(Packer::What::text, {});
  EXPECT_FALSE(db->packer().has_learned(Packer::What::text));
}

TEST(Packer, DamageIsAnError) {
  const auto db = open_database(new_place("packer_damage.db"), Access::write);
  const std::string packed = db->packer().pack(Packer::What::text, story(3));
  const auto read = [&](const std::string& bytes) {
    try {
      return db->packer().unpack(bytes);
    } catch (const SqlFailure& failure) {
      EXPECT_EQ(failure.code, ErrorCode::malformed);
      return std::string();
    }
  };
  for (std::size_t size = 0; size < packed.size(); ++size) EXPECT_NE(read(packed.substr(0, size)), story(3));
  for (const char* wrong : {"", "no zstd", "\x05 of a dictionary that is not there", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"})
    EXPECT_EQ(read(wrong), "");
}

// The first 256 documents are packed anew once their words are known, and nothing else about them changes.
TEST(Packer, ARecordLearnsFromItsFirstDocuments) {
  const std::string where = new_place("learning.db");
  auto record = Record::open(where, RecordAccess::write);
  ASSERT_TRUE(record);
  for (int i = 0; i < 300; ++i) {
    const Says says{"Jonas Farrow-Reyes", fmt::format("We will sell mill number {}", i)};
    add(*record, {fmt::format("{}.html", i), "Hill Herald", "2026-01-02", {says}, story(i)});
  }
  ASSERT_TRUE(record->commit());
  const auto db = open_database(where, Access::read);
  EXPECT_TRUE(db->packer().has_learned(Packer::What::text));
  EXPECT_EQ(db->query("SELECT count(*) FROM dictionaries WHERE what = 'text'").number({}), 1);
  int number = 0;
  ASSERT_TRUE(record->each_document([&](const Document& document, const Extraction& extraction) {
    EXPECT_NE(document.text.find(story(number)), std::string::npos);
    EXPECT_EQ(extraction.statements.at(0).content.text, fmt::format("We will sell mill number {}", number));
    return ++number, true;
  }));
  EXPECT_EQ(number, 300);
  EXPECT_EQ(record->people_called("Jonas Farrow-Reyes")->people.at(0).statements, 300u);
}

}  // namespace
}  // namespace sayso::record
