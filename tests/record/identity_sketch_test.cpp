#include <gtest/gtest.h>

#include "record/sketch.h"

namespace sayso::record {
namespace {

TEST(Counts, CountsAndOrders) {
  Counts tally;
  count(tally, "senator");
  count(tally, "farmer");
  count(tally, "farmer");
  count(tally, "");
  EXPECT_EQ(tally, (Counts{{"farmer", 2}, {"senator", 1}}));
}

TEST(Counts, StaysSmallAndKeepsTheFrequent) {
  Counts tally;
  count(tally, "senator", 5);
  for (int i = 0; i < 1000; ++i) count(tally, "word " + std::to_string(i));
  EXPECT_EQ(tally.size(), kMaxCounts);
  EXPECT_EQ(tally.front().text, "senator");
}

TEST(Absorb, KeepsTheFullNameAndTheDays) {
  Sketch person, mention;
  person.name = "Ann Cole", person.first_day = person.last_day = "2025-03-01";
  mention.name = "Ann B. Cole", mention.first_day = mention.last_day = "2025-02-01", mention.she = 2;
  absorb(person, mention);
  EXPECT_EQ(person.name, "Ann B. Cole");
  EXPECT_EQ(person.first_day, "2025-02-01");
  EXPECT_EQ(person.last_day, "2025-03-01");
  EXPECT_EQ(person.she, 2u);
  EXPECT_EQ(person.documents, 2u);
}

}  // namespace
}  // namespace sayso::record
