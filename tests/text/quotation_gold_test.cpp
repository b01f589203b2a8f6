// Agreement with people: contents that annotators began and ended at quotation marks are quotations of ours.
// Measures on data that is not part of the project; skipped where it is absent.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "text/quotation_marks.h"

namespace sayso {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

// The pieces of all brat text bounds of type Content: "T3\tContent 115 290;300 310\twords".
std::vector<Span> content_pieces(const std::string& ann) {
  std::vector<Span> pieces;
  std::istringstream lines(ann);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t type = line.find("\tContent ");
    if (line[0] != 'T' || type == std::string::npos) continue;
    std::istringstream offsets(line.substr(type + 9));
    Span piece;
    for (char between = ';'; between == ';' && offsets >> piece.begin >> piece.end; offsets.get(between)) {
      pieces.push_back(piece);
    }
  }
  return pieces;
}

bool within_double_marks(std::string_view words) {
  const bool begins = words.starts_with('"') || words.starts_with("“") || words.starts_with("``");
  return words.size() > 6 && begins && (words.ends_with('"') || words.ends_with("”") || words.ends_with("''"));
}

TEST(QuotationGold, AgreesWithThePiecesThatAnnotatorsMarked) {
  const fs::path folder = fs::path(SAYSO_SOURCE_DIR) / "../shared/data/polnear/dev";
  if (const char* required = std::getenv("SAYSO_REQUIRE_SHARED"); required && !fs::is_directory(folder)) {
    FAIL() << "SAYSO_REQUIRE_SHARED is set, and there is no data at " << folder;
  }
  if (!fs::is_directory(folder)) GTEST_SKIP() << "no data at " << folder;
  int agreed = 0, all = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".ann") continue;
    fs::path article = entry.path();
    const std::string utf8 = read(article.replace_extension(".txt"));
    const CodePoints text(utf8);
    const Quotations found = parse_quotations(text);
    for (const Span piece : content_pieces(read(entry.path()))) {
      if (!within_double_marks(text.slice(piece))) continue;
      ++all;
      agreed += std::any_of(found.quotations.begin(), found.quotations.end(), [&](auto& q) { return q.span == piece; });
    }
  }
  std::printf("%d of %d marked pieces are quotations of ours\n", agreed, all);
  EXPECT_GT(all, 400);
  EXPECT_GE(agreed * 1000, all * 985);
}

}  // namespace
}  // namespace sayso
