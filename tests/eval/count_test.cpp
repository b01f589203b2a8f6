#include "eval/count.h"

#include <gtest/gtest.h>

namespace sayso::eval {
namespace {

TEST(Count, rounds_as_python_does) {
  EXPECT_EQ(one_decimal(0.25), 0.2);  // a tie of the binary value goes to even
  EXPECT_EQ(one_decimal(0.75), 0.8);
  EXPECT_EQ(one_decimal(0.35), 0.3);  // the double is a little less than its decimal
  EXPECT_EQ(one_decimal(0.05), 0.1);  // … and a little more
  EXPECT_EQ(one_decimal(99.95), 100.0);
  EXPECT_EQ(one_decimal(0.0), 0.0);
}

TEST(Count, percent_of_nothing_is_zero) {
  EXPECT_EQ(percent(1, 3), 33.3);
  EXPECT_EQ(percent(1, 16), 6.2);
  EXPECT_EQ(percent(3, 16), 18.8);
  EXPECT_EQ(percent(0, 0), 0.0);
}

TEST(Count, precision_and_recall_have_their_own_numerators) {
  Count count;
  count.add_pred(1, 4);
  count.add_gold(3, 5);
  EXPECT_EQ(count.precision(), 0.25);
  EXPECT_EQ(count.recall(), 0.6);
  EXPECT_EQ(Count().precision(), 0.0);
}

}  // namespace
}  // namespace sayso::eval
