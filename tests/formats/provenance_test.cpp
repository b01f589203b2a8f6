#include "sayso/provenance.h"

#include <gmock/gmock.h>

#include "sayso/formats.h"

namespace sayso {
namespace {

using testing::HasSubstr;
using testing::Not;

Document document(std::string text) {
  Document d;
  d.text = std::move(text);
  return d;
}

Span span_of(const Document& d, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(d.text.find(words));  // ASCII
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

TEST(Provenance, bytes_of_a_span) {
  Document d = document("abcdef");
  EXPECT_FALSE(source_bytes(d, {0, 2}).has_value());
  d.origin = {{0, 2, 10, 1}, {3, 1, 20, 6}, {4, 2, 26, 2}};
  EXPECT_EQ(source_bytes(d, {0, 2})->begin, 10u);
  EXPECT_EQ(source_bytes(d, {0, 2})->end, 12u);
  EXPECT_EQ(source_bytes(d, {1, 4})->begin, 11u);
  EXPECT_EQ(source_bytes(d, {1, 4})->end, 26u);
  EXPECT_EQ(source_bytes(d, {2, 5})->begin, 20u);
  EXPECT_EQ(source_bytes(d, {2, 5})->end, 28u);
  EXPECT_FALSE(source_bytes(d, {2, 3}).has_value());
  EXPECT_FALSE(source_bytes(d, {3, 3}).has_value());
  EXPECT_FALSE(source_bytes(d, {6, 9}).has_value());
}

TEST(Provenance, selectors_have_what_stands_around) {
  const Document d = document("She said \"no\" twice.");
  const auto s = text_selector(d, {9, 13});
  EXPECT_EQ(s.exact, "\"no\"");
  EXPECT_EQ(s.prefix, "She said ");
  EXPECT_EQ(s.suffix, " twice.");
}

TEST(TextFragment, short_ones_are_whole_and_long_ones_first_and_last_words) {
  const Document d = document("Cole spoke. \"We were asked,\" she said. \"It is a long day, and the sea does not care for paint or for us.\"");
  EXPECT_EQ(text_fragment(d, span_of(d, "\"We were asked,\"")), "#:~:text=We%20were%20asked,-%2C%22%20she%20said");
  EXPECT_EQ(text_fragment(d, span_of(d, "\"It is a long day, and the sea does not care for paint or for us.\"")), "#:~:text=she%20said.%20%22-,It%20is%20a,or%20for%20us");
  EXPECT_EQ(text_fragment(d, {3, 3}), "");
}

TEST(TextFragment, more_words_where_the_same_stand_before) {
  const Document d = document("We will not sell the mill now. We will not sell the house, nor the yard, nor the boats, nor the name.");
  EXPECT_EQ(text_fragment(d, span_of(d, "We will not sell the house, nor the yard, nor the boats, nor the name.")),
            "#:~:text=mill%20now.-,We%20will%20not%20sell%20the%20house,nor%20the%20name");
  const Document twice = document("Ann: no sale today\n\nJo: no sale today");
  EXPECT_EQ(text_fragment(twice, {23, 36}), "#:~:text=Jo%3A-,no%20sale%20today");
}

TEST(TextFragment, nothing_but_white_space_stands_between_prefix_and_start) {
  const Document d = document("\"No sale today,\" Ann said. Jo said: \"No sale today.\"\n\n\"No sale today.\"");
  EXPECT_EQ(text_fragment(d, {36, 52}), "#:~:text=said%3A%20%22-,No%20sale%20today");
  EXPECT_EQ(text_fragment(d, {54, 70}), "#:~:text=today.%22-,%22No%20sale%20today");
}

TEST(TextFragment, terms_end_where_paragraphs_do_and_marks_are_encoded) {
  const Document d = document("Well-known, isn't it\n\nand a second paragraph of the very same quotation");
  EXPECT_EQ(text_fragment(d, {0, static_cast<std::uint32_t>(d.text.size())}), "#:~:text=Well%2Dknown%2C%20isn't,very%20same%20quotation");
}

TEST(Provenance, is_written_only_where_it_was_asked_for) {
  Document d = document("\"No,\" she said.");
  Extraction found;
  found.statements.emplace_back();
  found.statements[0].content = {"\"No,\"", {{0, 5}}};
  std::string out;
  append_document(out, Format::json, d, found);
  EXPECT_THAT(out, Not(HasSubstr("provenance")));
  d.origin = {{0, 15, 3, 1}};
  for (const Format format : {Format::json, Format::jsonl}) {
    out.clear();
    append_document(out, format, d, found);
    EXPECT_THAT(out, HasSubstr(R"("provenance":[{"selector":[{"type":"TextQuoteSelector","exact":"\"No,\"","prefix":"","suffix":" she said."},)"
                               R"({"type":"TextPositionSelector","start":0,"end":5}],"fragment":"#:~:text=No,-%2C%22%20she%20said","bytes":[3,8]}])"));
  }
}

}  // namespace
}  // namespace sayso
