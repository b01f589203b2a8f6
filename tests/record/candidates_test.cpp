// Which statements a search considers, and in which order.
#include "record/candidates.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "archive.h"
#include "record/text_index.h"

namespace sayso::record {
namespace {

TEST(DayNumber, OrdersAsDaysDo) {
  EXPECT_EQ(day_number(""), 0);
  EXPECT_EQ(day_number("soon"), 0);
  EXPECT_EQ(day_number("1899-05-01"), 1);
  EXPECT_EQ(day_number("1900-01-01"), 1);
  EXPECT_EQ(day_number("1900-01-02"), 2);
  EXPECT_EQ(day_number("2026-03-02") - day_number("2026-02-28"), 2);
  EXPECT_EQ(day_number("3000-01-01"), 65535);
}

class NewestTest : public testing::Test {
 protected:
  void SetUp() override {
    place_ = new_place("newest.db");
    auto record = Record::open(place_, RecordAccess::write);
    ASSERT_TRUE(record);
    std::mt19937 random(5);
    for (int i = 0; i < 300; ++i) {
      const unsigned month = 1 + random() % 9, day = 1 + random() % 28;
      std::string date = "2026-0" + std::to_string(month) + (day < 10 ? "-0" : "-") + std::to_string(day);
      if (i % 50 == 7) date.clear();
      add(*record, {"n" + std::to_string(i), "Hill Herald", date, {{"Ann Cole", i % 3 ? "the ferry sails" : "the ferry is late"}, {"Rufus Tolmin", "a ferry"}}});
      if (i % 40 == 0) ASSERT_TRUE(record->commit());  // a block is written in several steps
    }
    ASSERT_TRUE(record->commit());
    db_ = open_database(place_, Access::read);
  }

  // As they are, sorted by what stands in the rows.
  std::vector<std::int64_t> expected(const std::string& since, const std::string& until, std::int64_t above) {
    std::vector<std::pair<std::string, std::int64_t>> all;
    Query& row = db_->query("SELECT s.id, d.published FROM statements s JOIN documents d ON d.id = s.document ORDER BY s.id");
    for (row.with({}); row.next();) all.emplace_back(row.text(1), row.integer(0));
    std::erase_if(all, [&](const auto& one) {
      return one.second <= above || (!since.empty() && one.first < since) || (!until.empty() && (one.first.empty() || one.first > until));
    });
    std::ranges::sort(all, std::ranges::greater{});
    std::vector<std::int64_t> out;
    for (const auto& [day, id] : all) out.push_back(id);
    return out;
  }

  std::string place_;
  std::unique_ptr<Connection> db_;
};

TEST_F(NewestTest, InOneGoMonthByMonthAndDayByDayAreTheSame) {
  Condition ferry;
  ferry.add({Term::Match::word, {"ferry"}});
  for (const auto& [since, until] : {std::pair("", ""), {"2026-03-05", ""}, {"", "2026-06-20"}, {"2026-02-10", "2026-02-20"}}) {
    for (const std::int64_t above : {0, 123}) {
      std::vector<std::int64_t> all = expected(since, until, above);
      Days days;
      if (*since) days.since = since;
      if (*until) days.until = until;
      for (const std::size_t most : {1, 10, 77, 1000}) {
        for (const std::size_t counted : {std::size_t{1}, std::size_t{30}, kCounted}) {
          const Considered found = newest(*db_, ferry, days, {above, kAnyStatement}, most, counted);
          std::vector<std::int64_t> ids;
          for (const Found& one : found.newest) ids.push_back(one.statement);
          const std::vector<std::int64_t> wanted(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size())));
          EXPECT_EQ(ids, wanted) << since << " " << until << " " << above << " " << most << " " << counted;
          EXPECT_EQ(found.all, all.size() <= most);
          if (counted == kCounted) EXPECT_EQ(found.total, all.size());
          EXPECT_LE(found.total, all.size());
          EXPECT_EQ(found.at_least, found.total < all.size());
        }
      }
    }
  }
}

}  // namespace
}  // namespace sayso::record
