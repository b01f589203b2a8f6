#include "record/report_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "formats/columns.h"
#include "text/code_points.h"

namespace sayso::record {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabel = 11;      // columns of "also named "
constexpr std::size_t kNarrowest = 12;  // of a clipped column
constexpr std::string_view kOpen = "\xE2\x81\xA2", kClose = "\xE2\x81\xA3";  // U+2062, U+2063: no columns, and in no text that people write

// The content with its marks as characters that wrapping leaves where they are.
std::string with_signs(std::string_view content, const std::vector<Span>& marks) {
  const CodePoints points(content);
  std::string out;
  std::uint32_t at = 0;
  const auto copy = [&](std::uint32_t end) {
    std::string piece(points.slice({at, end}));
    for (const std::string_view sign : {kOpen, kClose}) {
      for (std::size_t found; (found = piece.find(sign)) != piece.npos;) piece.erase(found, sign.size());
    }
    out += piece;
    at = end;
  };
  for (const Span mark : marks) {
    copy(mark.begin);
    out += kOpen;
    copy(mark.end);
    out += kClose;
  }
  copy(points.size());
  return out;
}

}  // namespace

std::string styled(const ReportLook& look, const std::string& text, std::string_view style) {
  if (!look.color || style.empty() || text.empty()) return text;
  return std::string(style) + text + "\x1b[0m";
}

void add_lines(std::string& out, const ReportLook& look, const std::string& text, std::size_t indent, std::string_view style) {
  for (const std::string& line : formats::wrapped(formats::one_line(text), look.width - indent))
    out.append(indent, ' ').append(styled(look, line, style)).append("\n");
}

void add_labelled(std::string& out, const ReportLook& look, std::string_view label, const std::string& words) {
  for (const std::string& line : formats::wrapped(formats::one_line(words), look.width - kIndent - kLabel)) {
    out.append(kIndent, ' ').append(styled(look, fmt::format("{:{}}", label, kLabel), kDim)).append(line).append("\n");
    label = {};
  }
}

void add_marked(std::string& out, const ReportLook& look, std::string_view content, const std::vector<Span>& marks, std::size_t indent) {
  const std::string signs = look.color ? with_signs(content, marks) : std::string(content);
  bool open = false;
  for (const std::string& line : formats::wrapped(formats::one_line(signs), look.width - indent)) {
    out.append(indent, ' ');
    if (open) out += kMark;
    for (std::size_t at = 0; at < line.size();) {
      const std::string_view rest = std::string_view(line).substr(at);
      const bool opens = look.color && rest.starts_with(kOpen), closes = look.color && rest.starts_with(kClose);
      if (opens) out += kMark;
      if (closes) out += "\x1b[0m";
      if (opens || closes) open = opens;
      else out += line[at];
      at += opens || closes ? kOpen.size() : 1;
    }
    if (open) out += "\x1b[0m";
    out += '\n';
  }
}

std::string with_commas(std::size_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
  return out;
}

std::string counted(std::size_t number, std::string_view noun) { return fmt::format("{} {}{}", with_commas(number), noun, number == 1 ? "" : "s"); }

std::string share(std::size_t part, std::size_t whole) {
  if (whole == 0) return "";
  const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  if (part > 0 && percent < 1) return "<1 %";
  if (part < whole && percent > 99) return ">99 %";
  return fmt::format("{:.0f} %", percent);
}

TextTable::TextTable(std::vector<std::string> headings) : headings_(std::move(headings)) {
  for (std::string& heading : headings_) {
    numbers_.push_back(heading.starts_with('>'));
    if (numbers_.back()) heading.erase(0, 1);
  }
}

std::vector<std::size_t> TextTable::widths(std::size_t most) const {
  std::vector<std::size_t> out(headings_.size());
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    out[i] = formats::columns_of(headings_[i]);
    for (const auto& row : rows_) out[i] = std::max(out[i], formats::columns_of(row[i]));
  }
  const auto all = [&] { return std::accumulate(out.begin(), out.end(), kIndent + 2 * (out.size() - 1)); };
  while (most > 0 && all() > most) {  // one column after the other, the widest of texts first
    std::size_t widest = out.size();
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (!numbers_[i] && out[i] > kNarrowest && (widest == out.size() || out[i] > out[widest])) widest = i;
    }
    if (widest == out.size()) break;
    --out[widest];
  }
  return out;
}

void TextTable::write(std::string& out, const ReportLook& look) const {
  const std::vector<std::size_t> wide = widths(look.whole ? 0 : look.width);
  const auto line = [&](const std::vector<std::string>& cells, std::string_view style) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string cell = formats::clipped(formats::one_line(cells[i]), wide[i]);
      const std::size_t space = wide[i] - std::min(wide[i], formats::columns_of(cell));
      if (i > 0) text += "  ";
      text += numbers_[i] ? std::string(space, ' ') + cell : cell + std::string(space, ' ');
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out.append(kIndent, ' ').append(styled(look, text, style)).append("\n");
  };
  line(headings_, kDim);
  for (const auto& row : rows_) line(row, kNoStyle);
}

std::string bars(const std::vector<std::size_t>& values) {
  static constexpr std::string_view kBars[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::size_t most = 1;
  for (const std::size_t value : values) most = std::max(most, value);
  std::string out;
  for (const std::size_t value : values) out += kBars[value == 0 ? 0 : 1 + value * 7 / most];
  return out;
}

}  // namespace sayso::record
