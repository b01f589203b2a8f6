#include "record/buckets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "record/place.h"

namespace sayso::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Buckets, HoldWhatWasAddedWhetherWrittenOrNot) {
  const auto db = open_database(new_place("buckets.db"), Access::write);
  std::mt19937 random(7);
  std::map<std::int64_t, std::set<std::int64_t>> all;
  const auto number = [&] { return static_cast<std::int64_t>(random() % 50) * ((std::int64_t{1} << 46) / 50) + random() % 3; };
  for (int round = 0; round < 20; ++round) {
    Buckets buckets = wordings(*db);
    for (int i = 0; i < 40; ++i) {
      const std::int64_t at = number(), id = random() % 200 + 1;
      buckets.add(at, id);
      all[at].insert(id);
    }
    const std::int64_t gone = number();
    if (!all[gone].empty()) {
      buckets.remove(gone, *all[gone].begin());
      all[gone].erase(all[gone].begin());
    }
    if (round % 2 == 0) buckets.flush();
    for (const auto& [at, ids] : all) EXPECT_EQ(buckets.find(at), std::vector(ids.begin(), ids.end()));
    buckets.flush();
  }
  Buckets buckets = wordings(*db);
  buckets.remove_id(17);
  for (auto& [at, ids] : all) {
    ids.erase(17);
    EXPECT_EQ(buckets.find(at), std::vector(ids.begin(), ids.end()));
  }
}

TEST(Buckets, ForgetWhatWasNotWritten) {
  const auto db = open_database(new_place("buckets_forget.db"), Access::write);
  Buckets buckets = person_keys(*db);
  buckets.add(0x7FFFFFFF, 3'000'000'000);
  buckets.flush();
  buckets.add(0, 1);
  buckets.add(0x7FFFFFFF, 2);
  EXPECT_THAT(buckets.find(0x7FFFFFFF), ElementsAre(2, 3'000'000'000));
  buckets.forget();
  EXPECT_THAT(buckets.find(0x7FFFFFFF), ElementsAre(3'000'000'000));
  EXPECT_THAT(buckets.find(0), IsEmpty());
  EXPECT_THAT(buckets.find(0x7FFFFFFF, 0), IsEmpty());
  buckets.forget();
  db->query("UPDATE person_keys SET entries = $1").run({Blob{"\x80"}});
  EXPECT_THROW(buckets.find(0x7FFFFFFF), SqlFailure);
}

}  // namespace
}  // namespace sayso::record
