// tests/text/data/quotations.txt: every style of quotation mark with what is expected of it.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "text/quotation_marks.h"

namespace sayso {
namespace {

struct Case {
  int line = 0;
  std::string expected;
  std::string warnings;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t next; (next = text.find(from, at)) != std::string::npos; at = next + from.size()) {
    out.append(text, at, next - at).append(to);
  }
  text = out.append(text, at, std::string::npos);
}

std::vector<Case> read_cases() {
  std::ifstream file(SAYSO_SOURCE_DIR "/tests/text/data/quotations.txt");
  std::vector<Case> cases;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#' || line.starts_with("//")) continue;
    if (line.starts_with("! ")) {
      cases.back().warnings = line.substr(2);
    } else {
      cases.push_back({number, line, {}});
    }
  }
  return cases;
}

std::string input_of(std::string text) {
  replace_all(text, "⟦+", "");
  for (const char* sign : {"⟦", "⟧", "⌋"}) replace_all(text, sign, "");
  replace_all(text, "⏎", "\n");
  replace_all(text, "␍", "\r\n");
  replace_all(text, "⌁", "\u2028");
  return text;
}

std::string bracketed(const CodePoints& text, const Quotations& found) {
  std::string out;
  std::vector<const Quotation*> around;
  std::size_t next = 0;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    for (; !around.empty() && around.back()->span.end <= at; around.pop_back()) {
      out += around.back()->closed ? "⟧" : "⌋";
    }
    for (; next < found.quotations.size() && found.quotations[next].span.begin == at; ++next) {
      around.push_back(&found.quotations[next]);
      out += around.back()->continues >= 0 ? "⟦+" : "⟦";
    }
    out += text.slice({at, at + 1});
  }
  replace_all(out, "\r\n", "␍");
  replace_all(out, "\n", "⏎");
  replace_all(out, "\u2028", "⌁");
  return out;
}

std::string listed(const std::vector<Warning>& warnings) {
  std::string out;
  for (const Warning& w : warnings) out += (out.empty() ? "" : " ") + w.code + "@" + std::to_string(w.span.begin);
  return out;
}

TEST(QuotationCases, AreReadAsDocumented) {
  const std::vector<Case> cases = read_cases();
  ASSERT_GE(cases.size(), 80u);
  for (const Case& c : cases) {
    const std::string input = input_of(c.expected);
    const CodePoints text(input);
    const Quotations found = parse_quotations(text);
    EXPECT_EQ(bracketed(text, found), c.expected) << "quotations.txt:" << c.line;
    EXPECT_EQ(listed(found.warnings), c.warnings) << "quotations.txt:" << c.line << ": " << c.expected;
  }
}

// The same words between other line ends are the same quotations.
TEST(QuotationCases, DoNotDependOnTheKindOfLineEnd) {
  for (const Case& c : read_cases()) {
    std::string unix_text = input_of(c.expected);
    if (unix_text.find('\r') != std::string::npos) continue;
    std::string dos_text = unix_text;
    replace_all(dos_text, "\n", "\r\n");
    const Quotations a = parse_quotations(CodePoints(unix_text));
    const Quotations b = parse_quotations(CodePoints(dos_text));
    ASSERT_EQ(a.quotations.size(), b.quotations.size()) << c.expected;
    for (std::size_t i = 0; i < a.quotations.size(); ++i) {
      std::string in_dos(CodePoints(dos_text).slice(b.quotations[i].span));
      replace_all(in_dos, "\r\n", "\n");
      EXPECT_EQ(CodePoints(unix_text).slice(a.quotations[i].span), in_dos);
      EXPECT_EQ(a.quotations[i].continues, b.quotations[i].continues);
    }
  }
}

}  // namespace
}  // namespace sayso
