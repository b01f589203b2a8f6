#include <gtest/gtest.h>

#include "formats/columns.h"
#include "formats/statement_tree.h"
#include "formats/text_places.h"
#include "sample.h"
#include "sayso/formats.h"

namespace sayso {
namespace {

std::string text_of(const Document& document, const Extraction& extraction, FormatOptions options = {}) {
  std::string out;
  append_document(out, Format::text, document, extraction, options);
  return out;
}

TEST(Text, IsForPeople) {
  EXPECT_EQ(text_of(testing::sample_document(), testing::sample_extraction()),
            "Café row goes on\n"
            "2025-03-31 · news/cafe.txt\n"
            "\n"
            "  Zoë Märtens → reporters                                        news/cafe.txt:3\n"
            "    direct · told · via Hill Herald · on 2025-03-30 · promises\n"
            "    “We will not sell,” … “Not now, not ever.”\n"
            "\n"
            "  Zoë Märtens (She)                                              news/cafe.txt:6\n"
            "    mixed · said · press conference: in an interview\n"
            "    that Ben Okri had called it “a mess”\n"
            "\n"
            "      Ben Okri                                                   news/cafe.txt:6\n"
            "        mixed · had called\n"
            "        it “a mess”\n"
            "\n"
            "  (no source given)                                              news/cafe.txt:8\n"
            "    indirect · alleges · doubtful (0.25)\n"
            "    “bankrupt. <b>&\"quoted\"\n"
            "\n"
            "  news/cafe.txt:8:23: opened here, not closed before the next speaker\n"
            "  [unclosed-quotation]\n"
            "\n"
            "  4 statements (1 direct, 2 mixed, 1 indirect) by 2 sources, 1 warning\n"
            "\n");
}

TEST(Text, ColorsOnlyWhereAsked) {
  const Document document = testing::sample_document();
  const Extraction extraction = testing::sample_extraction();
  EXPECT_EQ(text_of(document, extraction).find('\x1b'), std::string::npos);
  EXPECT_NE(text_of(document, extraction, {true, 80}).find("\x1b[1mZoë Märtens\x1b[0m"), std::string::npos);
}

TEST(Text, NoLineIsWiderThanAsked) {
  Document document = testing::sample_document();
  document.path = std::string(70, 'p') + ".txt";
  document.title =
      std::string(300, 'x') + " 日本語の記事の見出しがとても長いので折り返さなければなりませんがうまくいくでしょうか";
  for (const unsigned width : {40u, 60u, 80u}) {
    std::istringstream lines(text_of(document, testing::sample_extraction(), {false, width}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(formats::columns_of(line), width) << line;
  }
}

TEST(Text, DoesNotLetADocumentSteerTheTerminal) {
  Document document = testing::sample_document();
  document.title = "a\x1b[31mb\u202Ec\u009b";
  Extraction extraction = testing::sample_extraction();
  extraction.statements[0].content.text = "x\x1b]0;y\x07z";
  const std::string out = text_of(document, extraction);
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_EQ(out.find('\x07'), std::string::npos);
  EXPECT_EQ(out.find("\u202E"), std::string::npos);
}

TEST(Columns, CountWideAndCombiningCharacters) {
  EXPECT_EQ(formats::columns_of("abc"), 3u);
  EXPECT_EQ(formats::columns_of("日本"), 4u);
  EXPECT_EQ(formats::columns_of("e\u0301"), 1u);
  EXPECT_EQ(formats::columns_of("😀"), 2u);
  EXPECT_EQ(formats::columns_of("“…—é”"), 5u);
}

TEST(Columns, WrapsAtSpacesAndBreaksLongWords) {
  EXPECT_EQ(formats::wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(formats::wrapped("abcdefgh i", 3), (std::vector<std::string>{"abc", "def", "gh", "i"}));
  EXPECT_EQ(formats::wrapped("日本語", 4), (std::vector<std::string>{"日本", "語"}));
  EXPECT_TRUE(formats::wrapped("", 4).empty());
  EXPECT_EQ(formats::clipped("abcdef", 4), "abc…");
}

TEST(TextPlaces, CountLinesOfAllKinds) {
  const formats::TextPlaces places("é\nb\r\nc\rd");
  const auto at = [&](std::uint32_t offset) { return std::pair(places.at(offset).line, places.at(offset).column); };
  EXPECT_EQ(at(0), std::pair(std::size_t{1}, std::size_t{1}));
  EXPECT_EQ(at(2), std::pair(std::size_t{2}, std::size_t{1}));
  EXPECT_EQ(at(5), std::pair(std::size_t{3}, std::size_t{1}));
  EXPECT_EQ(at(7), std::pair(std::size_t{4}, std::size_t{1}));
  EXPECT_EQ(at(8), std::pair(std::size_t{4}, std::size_t{2}));
}

TEST(StatementTree, HasEveryStatementOnceWhateverTheParents) {
  std::vector<Statement> statements(6);
  statements[0].parent = 3;  // after its child
  statements[1].parent = 2;  // a ring
  statements[2].parent = 1;
  statements[4].parent = 99;  // no such statement
  statements[5].parent = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
  for (const formats::TreeNode node : formats::in_tree_order(statements))
    order.emplace_back(node.statement, node.depth);
  EXPECT_EQ(order,
            (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{3, 0}, {0, 1}, {5, 2}, {4, 0}, {1, 0}, {2, 1}}));
}

}  // namespace
}  // namespace sayso
