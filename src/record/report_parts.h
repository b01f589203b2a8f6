// Pieces that the reports of a record for people share: indented lines, marks, shares, tables of 80 columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"

namespace sayso::record {

struct ReportLook {
  bool color = false;
  unsigned width = 80;
  bool whole = false;  // nothing is cut off in tables, however wide they become: what goes into a file or another program
};

inline constexpr std::string_view kBold = "\x1b[1m", kDim = "\x1b[2m", kMark = "\x1b[1;33m", kNoStyle = "";

std::string styled(const ReportLook& look, const std::string& text, std::string_view style);
// Wrapped, each line behind `indent` spaces.
void add_lines(std::string& out, const ReportLook& look, const std::string& text, std::size_t indent, std::string_view style = kNoStyle);
// "  names      Ann Cole, Mrs Cole": the label once, the words wrapped beside it. Nothing where there are no words.
void add_labelled(std::string& out, const ReportLook& look, std::string_view label, const std::string& words);
// A content on lines, with the marked code points in colour.
void add_marked(std::string& out, const ReportLook& look, std::string_view content, const std::vector<Span>& marks, std::size_t indent);

std::string with_commas(std::size_t number);                      // 12,345
std::string counted(std::size_t number, std::string_view noun);   // "1 statement", "12,345 statements"
std::string share(std::size_t part, std::size_t whole);           // "12 %", "<1 %", "" of nothing

// Numbers stand at the right of their columns. The widest texts are clipped where the table is wider than the terminal.
class TextTable {
 public:
  // A heading that begins with ">" is over numbers.
  explicit TextTable(std::vector<std::string> headings);
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  void write(std::string& out, const ReportLook& look) const;

 private:
  std::vector<std::size_t> widths(std::size_t most) const;  // 0: as wide as they are
  std::vector<std::string> headings_;
  std::vector<bool> numbers_;
  std::vector<std::vector<std::string>> rows_;
};

// Heights of bars, one character each: "▁▃█".
std::string bars(const std::vector<std::size_t>& values);

}  // namespace sayso::record
