#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "check/lint/report.h"
#include "formats/columns.h"

namespace sayso::lint {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::uint32_t kReach = 400;  // code points of a line to either side of a place: more than is ever shown

struct Paint {
  bool on;
  std::string operator()(std::string_view code, std::string_view text) const { return on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text); }
};

std::string_view color_of(Severity severity) { return severity == Severity::error ? "1;31" : severity == Severity::warning ? "1;33" : "1;36"; }

// A part of a line that fits, with the marked columns in it.
struct Window {
  std::string text;
  std::size_t begin = 0, size = 1;  // of the marks, in columns of `text`
};

Window window_of(const DraftFile& file, const FilePlace& place, std::size_t width) {
  std::uint32_t first = 0;
  const std::string_view line = file.line_around(place, kReach, first);
  const CodePoints points(line);
  first = std::min(first, points.size());
  const std::uint32_t last = points.size() - first > place.length ? first + place.length : points.size();
  std::uint32_t from = 0;
  const auto before = static_cast<std::uint32_t>(width / 3);
  if (formats::columns_of(line) > width && first > before) {
    from = first - before;
    while (from > 0 && points.slice({from - 1, from}) != " " && first - from < before + 12) --from;  // not in a word
  }
  Window out;
  const std::string head = from > 0 ? "…" : "";
  out.begin = formats::columns_of(head + formats::one_line(points.slice({from, first})));
  if (first > from && points.slice({first - 1, first}) == " ") out.begin = formats::columns_of(head + formats::one_line(std::string(points.slice({from, first})) + ".")) - 1;
  out.text = formats::clipped(head + formats::one_line(points.slice({from, points.size()})), width);
  const std::size_t room = width > out.begin ? width - out.begin : 1;
  out.size = std::clamp<std::size_t>(formats::columns_of(points.slice({first, last})), 1, room);
  return out;
}

void append_finding(std::string& out, const DraftFile& file, const Finding& finding, const TextLook& look) {
  const Paint paint{look.color};
  const FilePlace place = file.place_of(finding.span);
  fmt::format_to(std::back_inserter(out), "{}:{}:{}: {} {} {}\n", formats::one_line(file.document().path), place.begin.line, place.begin.column,
                 paint(color_of(finding.severity), name_of(finding.severity)), paint("1", finding.rule), finding.message);
  const Window window = window_of(file, place, look.width - kIndent);
  fmt::format_to(std::back_inserter(out), "{:{}}{}\n", "", kIndent, window.text);
  const std::string marks = "^" + std::string(window.size - 1, '~');
  fmt::format_to(std::back_inserter(out), "{:{}}{}", "", kIndent + window.begin, paint(color_of(finding.severity), marks));
  const std::size_t column = kIndent + window.begin + window.size + 1;
  if (finding.suggestion.empty()) {
    out += '\n';
  } else if (column + formats::columns_of(finding.suggestion) <= look.width) {
    fmt::format_to(std::back_inserter(out), " {}\n", paint("32", finding.suggestion));
  } else {
    out += '\n';
    for (const std::string& line : formats::wrapped(finding.suggestion, look.width - kIndent))
      fmt::format_to(std::back_inserter(out), "{:{}}{}\n", "", kIndent, paint("32", line));
  }
}

}  // namespace

void append_text(std::string& out, const CheckedDraft& draft, const TextLook& look) {
  for (const Finding& finding : draft.findings) append_finding(out, draft.file, finding, look);
}

}  // namespace sayso::lint
