// What holds of the quotations of any text whatever.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>
#include <string>
#include <tuple>

#include "marked_text.h"
#include "quotation_laws.h"
#include "text/quotation_marks.h"

namespace sayso {
namespace {

using testing::marked_line;
using testing::marked_text;
using testing::what_is_wrong;

// Begin, end and closedness of what has an opening mark of its own and begins in [from, to), moved by -from.
std::set<std::tuple<std::uint32_t, std::uint32_t, bool>> outline(const Quotations& found, std::uint32_t from,
                                                                 std::uint32_t to) {
  std::set<std::tuple<std::uint32_t, std::uint32_t, bool>> spans;
  for (const Quotation& q : found.quotations) {
    if (!q.opened || q.span.begin < from || q.span.begin >= to) continue;
    spans.insert({q.span.begin - from, q.span.end - from, q.closed});
  }
  return spans;
}

TEST(QuotationProperties, HoldOfManyRandomTexts) {
  for (std::uint64_t seed = 0; seed < 40'000; ++seed) {
    const std::string text = marked_text(seed, seed % 100 == 0 ? 1'000 : 40);
    ASSERT_EQ(what_is_wrong(text), "") << "seed " << seed << ":\n" << text;
  }
}

TEST(QuotationProperties, HoldOfWhatRapidcheckShrinks) {
  const bool ok = rc::check("well formed", [] {
    const auto picks =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, testing::pieces().size()));
    std::string text;
    for (const std::size_t pick : picks) text += testing::pieces()[pick];
    RC_ASSERT(what_is_wrong(text) == "");
  });
  EXPECT_TRUE(ok);
}

// An odd number of marks never inverts what follows: a paragraph reads the same whatever stands before it.
TEST(QuotationProperties, AParagraphForgetsTheOnesBefore) {
  for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
    const std::string before = marked_line(seed, 15), line = marked_line(seed + 1'000'000, 25);
    const std::string both = before + "\n" + line;
    const CodePoints text(both);
    const std::uint32_t from = CodePoints(before).size() + 1;
    ASSERT_EQ(outline(parse_quotations(text), from, text.size()),
              outline(parse_quotations(CodePoints(line)), 0, CodePoints(line).size()))
        << "seed " << seed << ":\n"
        << both;
  }
}

// Nothing but the question whether it is reopened reaches back from the next paragraph.
TEST(QuotationProperties, AParagraphIsBlindToPlainOnesAfterIt) {
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
    const std::string line = marked_line(seed, 25);
    ASSERT_EQ(outline(parse_quotations(CodePoints(line + "\nThe road was shut.")), 0, CodePoints(line).size()),
              outline(parse_quotations(CodePoints(line)), 0, CodePoints(line).size()))
        << "seed " << seed << ":\n"
        << line;
  }
}

TEST(QuotationProperties, TheResultIsTheSameInEveryRun) {
  const std::string text = marked_text(7, 5'000);
  const Quotations a = parse_quotations(CodePoints(text)), b = parse_quotations(CodePoints(text));
  EXPECT_EQ(a.warnings, b.warnings);
  ASSERT_EQ(a.quotations.size(), b.quotations.size());
}

}  // namespace
}  // namespace sayso
