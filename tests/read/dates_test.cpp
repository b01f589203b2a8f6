#include "read/dates.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

std::string iso(std::string_view text) {
  const auto found = find_date(text);
  return found ? found->iso : "none";
}

TEST(Dates, as_newspapers_write_them) {
  EXPECT_EQ(iso("November 20, 2024"), "2024-11-20");
  EXPECT_EQ(iso("Nov. 20, 2024"), "2024-11-20");
  EXPECT_EQ(iso("NOV 20 2024"), "2024-11-20");
  EXPECT_EQ(iso("20 November 2024"), "2024-11-20");
  EXPECT_EQ(iso("20th of November, 2024"), "2024-11-20");
  EXPECT_EQ(iso("1st May 2020"), "2020-05-01");
  EXPECT_EQ(iso("Sept. 3rd, 2019"), "2019-09-03");
  EXPECT_EQ(iso("Wednesday 20 November 2024 10.15 GMT"), "2024-11-20");
  EXPECT_EQ(iso("Published: 2024-11-20"), "2024-11-20");
  EXPECT_EQ(iso("2024/11/02"), "2024-11-02");
  EXPECT_EQ(iso("20-Nov-2024"), "2024-11-20");
}

TEST(Dates, of_other_languages) {
  EXPECT_EQ(iso("3. März 2021"), "2021-03-03");
  EXPECT_EQ(iso("14. Dezember 2020, 10 Uhr"), "2020-12-14");
  EXPECT_EQ(iso("Zürich, 05.11.2023"), "2023-11-05");
  EXPECT_EQ(iso("1er août 2022"), "2022-08-01");
  EXPECT_EQ(iso("le 12 février 2022"), "2022-02-12");
}

TEST(Dates, that_are_none) {
  for (const auto* text : {"", "March 3", "20 November", "2024", "May 2024", "31 June 2024", "February 29, 2023", "May 32, 2020",
                           "20 Nov 24", "1-2-3", "99999999999999999999", "March 3, 202", "marching 3, 2020", "0 May 2020"}) {
    EXPECT_EQ(iso(text), "none") << text;
  }
  EXPECT_EQ(iso("February 29, 2024"), "2024-02-29");
}

TEST(Dates, with_slashes_only_where_they_mean_one_day) {
  EXPECT_EQ(iso("11/20/2024"), "2024-11-20");
  EXPECT_EQ(iso("20/11/2024"), "2024-11-20");
  EXPECT_EQ(iso("05/05/2024"), "2024-05-05");
  EXPECT_EQ(iso("3/4/2024"), "none");
}

TEST(Dates, place_is_given_in_bytes) {
  const auto found = find_date("Köln, May 2, 2024, noon");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->begin, 7u);
  EXPECT_EQ(found->end, 18u);
}

TEST(Dates, of_fields) {
  EXPECT_EQ(iso_date("2024-11-20T10:15:00+01:00"), "2024-11-20");
  EXPECT_EQ(iso_date(" 20241120"), "2024-11-20");
  EXPECT_EQ(iso_date("20241120T101500Z"), "2024-11-20");
  EXPECT_EQ(iso_date("Wed, 20 Nov 2024 10:15:00 GMT"), "2024-11-20");
  EXPECT_EQ(iso_date("yesterday"), std::nullopt);
  EXPECT_EQ(iso_date("202411201015"), std::nullopt);
  EXPECT_EQ(iso_date(""), std::nullopt);
}

}  // namespace
}  // namespace sayso
