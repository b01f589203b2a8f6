#include "read/markdown.h"

#include <gtest/gtest.h>

#include "read/encoding.h"
#include "sayso/reader.h"

namespace sayso {
namespace {

TEST(Markdown, GivesTheWordsThatAReaderSees) {
  const MarkdownText read = read_markdown(
      "# The *mill*\n\nAnn **Cole** said\n[on Friday](https://mill.example/a_b \"t\"): &ldquo;No.&rdquo;\n\n> It stays.\n\n"
      "* one\n* two ![picture](p.png)\n\n```\ncode\n```\n\n<div>page</div>\n\n| a | b |\n|---|---|\n| c | d |\n");
  EXPECT_EQ(read.text, "The mill\n\nAnn Cole said on Friday: “No.”\n\nIt stays.\n\none\n\ntwo \n\na\n\nb\n\nc\n\nd");
  EXPECT_EQ(read.title, "The mill");
}

TEST(Markdown, ReadsFrontMatter) {
  const MarkdownText read = read_markdown("---\ntitle: \"The mill\"\ndate: 2026-03-06T10:00:00Z\nauthor: Ann Cole and Ben Reyes\ndraft: true\n---\n\nIt stays.\n");
  EXPECT_EQ(read.text, "It stays.");
  EXPECT_EQ(read.title, "The mill");
  EXPECT_EQ(read.date, "2026-03-06");
  EXPECT_EQ(read.authors, (std::vector<std::string>{"Ann Cole", "Ben Reyes"}));
  EXPECT_EQ(read_markdown("---\nIt stays.").title, std::nullopt);  // a rule, nothing that ends it
}

// Each code point that comes from the file stands there.
TEST(Markdown, KnowsWhereItsWordsStand) {
  const std::string file = "# Müll\n\nAnn **Cole** said: &ldquo;No.&#8221; \\*";
  ReadOptions options;
  options.provenance = true;
  const auto document = read_bytes(file, "a.md", options);
  ASSERT_TRUE(document);
  ASSERT_TRUE(document->origin);
  const CodePoints text(document->text);
  std::string joined;
  for (const SourceRun& run : *document->origin) {
    for (std::uint32_t i = 0; i < run.count; ++i) {
      const std::string_view there = std::string_view(file).substr(run.byte + i * run.width, run.width);
      const std::string_view here = text.slice({run.text + i, run.text + i + 1});
      if (there.starts_with('&')) EXPECT_TRUE(here == "“" || here == "”") << there;
      else EXPECT_EQ(here, there);
      joined += here;
    }
  }
  EXPECT_EQ(joined, "MüllAnn Cole said: “No.” *");
}

TEST(Markdown, TakesDeepNestingAndOddBytes) {
  for (const std::string& text : {std::string(20000, '>'), std::string(20000, '['), std::string(20000, '*'), std::string("a\0b", 3), std::string("---\n")}) {
    EXPECT_LE(read_markdown(text).text.size(), 3 * text.size() + 16);
  }
}

}  // namespace
}  // namespace sayso
