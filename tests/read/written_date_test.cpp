#include "read/written_date.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

TEST(WrittenDate, as_feeds_and_mails_have_them) {
  const auto iso = [](std::string_view written) {
    const WrittenDate date = written_date(written);
    return date.seconds ? *date.day + " " + std::to_string(*date.seconds) : date.day.value_or("");
  };
  EXPECT_EQ(iso("Thu, 01 Jan 2004 19:48:21 GMT"), "2004-01-01 1072986501");
  EXPECT_EQ(iso("Thu, 01 Jan 04 19:48:21 EST"), "2004-01-01 1073004501");
  EXPECT_EQ(iso("Jan 01 2004 19:48 +0100"), "2004-01-01 1072982880");
  EXPECT_EQ(iso("2003-12-31T10:14:55Z"), "2003-12-31 1072865695");
  EXPECT_EQ(iso("2003-12-31T10:14:55.5-08:00"), "2003-12-31 1072894495");
  EXPECT_EQ(iso("2003-12-31 10:14"), "2003-12-31 1072865640");
  EXPECT_EQ(iso("20031231"), "2003-12-31 1072828800");
  EXPECT_EQ(iso("2003-335"), "2003-12-01 1070236800");
  EXPECT_EQ(iso("2003-12"), "2003-12-01 1070236800");
  EXPECT_EQ(iso("Sun Jan  4 16:29:06 PST 2004"), "2004-01-04 1073262546");
  EXPECT_EQ(iso("2004-05-28 오후 11:31:25"), "2004-05-28 1085754685");
  EXPECT_EQ(iso("2004년 05월 28일  01:31:15"), "2004-05-28 1085675475");
  EXPECT_EQ(iso("2004-július-13T9:15-03:00"), "2004-07-13 1089720900");
  EXPECT_EQ(iso("Κυρ, 11 Ιούλ 2004 12:00:00 EST"), "2004-07-11 1089565200");
  EXPECT_EQ(iso("Fri, 2006/09/15 08:19:53 EDT"), "2006-09-15 1158322793");
  EXPECT_EQ(iso("Wed, 31 Feb 2024 10:00:00 GMT"), "");
  EXPECT_EQ(iso("yesterday"), "");
}

}  // namespace
}  // namespace sayso
