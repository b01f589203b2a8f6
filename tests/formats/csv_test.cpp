#include <gtest/gtest.h>

#include <map>

#include "sample.h"
#include "sayso/formats.h"

namespace sayso {
namespace {

using Row = std::vector<std::string>;

// A reader of RFC 4180, strict: rows end with CR LF, quotes stand around whole cells.
std::vector<Row> read_csv(std::string_view text) {
  std::vector<Row> rows;
  for (std::size_t at = 0; at < text.size();) {
    Row row;
    for (bool more = true; more;) {
      std::string cell;
      if (text[at] == '"') {
        for (++at; text.at(at) != '"' || text.substr(at, 2) == "\"\""; ++at) {
          at += text[at] == '"';
          cell += text[at];
        }
        ++at;
      } else {
        while (text.at(at) != ',' && text[at] != '\r') cell += text[at++];
      }
      row.push_back(cell);
      more = text.at(at) == ',';
      EXPECT_TRUE(more || text.substr(at, 2) == "\r\n");
      at += more ? 1 : 2;
    }
    rows.push_back(row);
  }
  return rows;
}

std::vector<std::map<std::string, std::string>> sample_rows() {
  std::string out;
  append_header(out, Format::csv);
  append_document(out, Format::csv, testing::sample_document(), testing::sample_extraction());
  append_footer(out, Format::csv);
  const std::vector<Row> rows = read_csv(out);
  std::vector<std::map<std::string, std::string>> named;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].size(), rows[0].size());
    std::map<std::string, std::string> row;
    for (std::size_t c = 0; c < rows[0].size(); ++c) row[rows[0][c]] = rows[i].at(c);
    named.push_back(row);
  }
  return named;
}

TEST(Csv, HasOneRowAStatement) { EXPECT_EQ(sample_rows().size(), 4u); }

TEST(Csv, GivesEveryField) {
  auto row = sample_rows()[0];
  EXPECT_EQ(row["doc_id"], "sample-1");
  EXPECT_EQ(row["authors"], "A. Writer; B. Writer");
  EXPECT_EQ(row["statement"], "s1");
  EXPECT_EQ(row["kind"], "direct");
  EXPECT_EQ(row["stance"], "promises");
  EXPECT_EQ(row["source_name"], "Zoë Märtens");
  EXPECT_EQ(row["source_entity"], "e1");
  EXPECT_EQ(row["cue"], "told");
  EXPECT_EQ(row["content"], "“We will not sell,” … “Not now,\nnot ever.”");
  EXPECT_EQ(row["addressee"], "reporters");
  EXPECT_EQ(row["addressee_type"], "anonymous");
  EXPECT_EQ(row["via_names"], "Hill Herald");
  EXPECT_EQ(row["said_at"], "2025-03-30");
  EXPECT_EQ(row["confidence"], "0.9731");
  EXPECT_EQ(row["content_begin"], "18");
  EXPECT_EQ(row["content_spans"], "18 37;106 126");
  EXPECT_EQ(row["cue_spans"], "50 54");
}

TEST(Csv, UnknownIsEmpty) {
  auto row = sample_rows()[3];
  for (const char* column :
       {"source_name", "source", "source_entity", "cue", "addressee", "via", "channel", "said_at", "parent", "url"})
    EXPECT_EQ(row.at(column), "") << column;
  EXPECT_EQ(row["source_type"], "none");
  EXPECT_EQ(row["content"], "“bankrupt. <b>&\"quoted\"");
}

TEST(Csv, NestedStatementsNameTheirParent) { EXPECT_EQ(sample_rows()[2]["parent"], "s2"); }

}  // namespace
}  // namespace sayso
