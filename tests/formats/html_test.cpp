#include <gtest/gtest.h>


#include "formats/html_text.h"
#include "sample.h"
#include "sayso/formats.h"

namespace sayso {
namespace {

std::string html_of(const Document& document, const Extraction& extraction) {
  std::string out;
  append_header(out, Format::html);
  append_document(out, Format::html, document, extraction);
  append_footer(out, Format::html);
  return out;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

// What a reader sees of marked text: tags and the numbers in anchors taken away, entities as characters.
std::string without_marks(std::string html) {
  const auto remove = [&](std::string_view begin, std::string_view end) {
    for (std::size_t at = html.find(begin); at != html.npos; at = html.find(begin, at))
      html.erase(at, html.find(end, at) + end.size() - at);
  };
  remove("<a ", "</a>");
  remove("<", ">");
  for (const auto& [entity, c] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    for (std::size_t at = html.find(entity); at != html.npos; at = html.find(entity, at + 1))
      html.replace(at, std::string_view(entity).size(), c);
  return html;
}

TEST(Html, IsSelfContainedAndWhole) {
  const std::string page = html_of(testing::sample_document(), testing::sample_extraction());
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>"));
  EXPECT_TRUE(page.ends_with("</html>\n"));
  EXPECT_EQ(count(page, "src="), 0u);
  EXPECT_EQ(count(page, "<link"), 0u);
  EXPECT_EQ(count(page, "url("), 0u);
  EXPECT_EQ(count(page, "<span"), count(page, "</span>"));
  EXPECT_EQ(count(page, "<tr"), count(page, "</tr>"));
}

TEST(Html, MarkedTextIsTheTextUnchanged) {
  std::string out;
  formats::append_marked_text(out, testing::sample_document(), testing::sample_extraction(), "d");
  EXPECT_EQ(without_marks(out), testing::kSampleText);
}

TEST(Html, MarksRolesKindsAndStatements) {
  std::string out;
  formats::append_marked_text(out, testing::sample_document(), testing::sample_extraction(), "d");
  EXPECT_NE(out.find("<span class=\"content direct\" data-s=\"1\">“We will not sell,”</span>"), out.npos);
  EXPECT_NE(out.find("<span class=\"source\" data-s=\"1\">Zoë Märtens</span>"), out.npos);
  EXPECT_NE(out.find("<span class=\"content mixed source\" data-s=\"3 2\">Ben Okri</span>"), out.npos) << out;
  EXPECT_EQ(count(out, "class=\"no\""), 4u);
}

TEST(Html, NothingFromADocumentBecomesMarkup) {
  Document document = testing::sample_document();
  const std::string evil = "</title><script>alert('\"')</script>";
  document.path = document.id = evil;
  document.title = document.outlet = document.language = evil;
  document.url = "javascript:alert(1)";
  document.authors = {evil};
  Extraction extraction = testing::sample_extraction();
  extraction.statements[0].source.name = extraction.statements[0].content.text = evil;
  extraction.warnings[0].message = evil;
  const std::string page = html_of(document, extraction);
  EXPECT_EQ(count(page, "<script"), 1u);
  EXPECT_EQ(count(page, "<b>&"), 0u);
  EXPECT_EQ(count(page, "href=\"javascript"), 0u);
}

TEST(Html, ControlCharactersAreReplaced) {
  std::string out;
  formats::append_escaped(out, std::string_view("a\0b\r\nc\rd\te\x7f\xC2\x9B\xFF", 14));
  EXPECT_EQ(out, "a\uFFFDb\nc\nd\te\uFFFD\uFFFD\uFFFD");
}

TEST(Html, DeepNestingEndsInLittleOutput) {
  Document document;
  document.text = std::string(40000, 'x');
  Extraction extraction;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    Statement statement;
    statement.content = {"x", {{i, 40000 - i}}};
    extraction.statements.push_back(statement);
  }
  std::string out;
  formats::append_marked_text(out, document, extraction, "d");
  EXPECT_LT(out.size(), 10'000'000u);
}

}  // namespace
}  // namespace sayso
