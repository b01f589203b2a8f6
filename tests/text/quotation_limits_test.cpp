// Hostile amounts of marks: linear time, bounded memory, counted warnings.
#include <gtest/gtest.h>

#include <string>

#include "text/quotation_marks.h"

namespace sayso {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (; times > 0; --times) text += piece;
  return text;
}

// A megabyte each: quadratic time would run into the test's time limit. How time grows is measured by ./dev bench.
TEST(QuotationLimits, LongRepetitionsEnd) {
  for (const char* piece :
       {"\"",      "\" ",           "a \"b ", "\"'",    "“", "« ‹ “ ‘ ", "'a ", "a 'b s' ",      "\"a\n\n",
        "\n   \n", "\"a\n   \n \n", "6'2\" ", "&quot;", "&", "'''",      "` ",  "\"x, he said ", "”",
        "“a”",     "“a “b” c” ",    "’s "}) {
    const std::string text = repeated(piece, 1'000'000 / std::string_view(piece).size());
    const CodePoints code_points(text);
    const Quotations found = parse_quotations(code_points);
    EXPECT_LE(found.warnings.size(), kMaxQuotationWarnings + 1) << piece;
    for (const Quotation& q : found.quotations) ASSERT_LE(q.span.end, code_points.size()) << piece;
  }
}

TEST(QuotationLimits, TenThousandNestedQuotationsAreReadToTheLimit) {
  const std::string text = repeated("a “b ‘", 5'000) + "y" + repeated(" c’ d” ", 5'000);
  const Quotations found = parse_quotations(CodePoints(text));
  ASSERT_FALSE(found.warnings.empty());
  bool said = false;
  for (const Warning& w : found.warnings) said |= w.code == "deep-nesting";
  EXPECT_TRUE(said);
  for (const Quotation& q : found.quotations) {
    int depth = 0;
    for (std::int32_t at = q.parent; at >= 0; at = found.quotations[static_cast<std::size_t>(at)].parent) ++depth;
    ASSERT_LT(depth, kMaxQuotationDepth);
  }
}

TEST(QuotationLimits, SixteenLevelsAreKept) {
  const std::string text = repeated("a “b ‘", 8) + "y" + repeated(" c’ d” ", 8);
  const Quotations found = parse_quotations(CodePoints(text));
  ASSERT_EQ(found.quotations.size(), 16u);
  EXPECT_EQ(found.quotations.back().parent, 14);
  EXPECT_TRUE(found.warnings.empty());
}

TEST(QuotationLimits, WarningsBeyondAThousandAreCounted) {
  const Quotations found = parse_quotations(CodePoints(repeated("I will go,\" he said.\n", 2'500)));
  ASSERT_EQ(found.warnings.size(), kMaxQuotationWarnings + 1);
  EXPECT_EQ(found.warnings.back().code, "more-warnings");
  EXPECT_EQ(found.warnings.back().message, "left out: 1500 unopened-quotation");
}

TEST(QuotationLimits, AParagraphWithMoreMarksThanOneStretchHoldsIsReadOn) {
  const std::string text = repeated("“Yes,” she said. ", 30'000);
  const Quotations found = parse_quotations(CodePoints(text));
  EXPECT_EQ(found.quotations.size(), 30'000u);
  EXPECT_TRUE(found.warnings.empty());
}

TEST(QuotationLimits, NothingIsFoundInNothing) {
  EXPECT_TRUE(parse_quotations(CodePoints("")).quotations.empty());
  EXPECT_TRUE(parse_quotations(CodePoints("\n\r\n \u2029")).warnings.empty());
}

}  // namespace
}  // namespace sayso
