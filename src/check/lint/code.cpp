#include "check/lint/code.h"

#include <algorithm>
#include <array>

#include "read/markdown.h"
#include "text/code_points.h"
#include "text/quotation_glyphs.h"

namespace sayso::lint {
namespace {

constexpr std::array<std::string_view, 5> kElements = {"code", "pre", "kbd", "samp", "tt"};
constexpr std::string_view kMark = "\xEF\xBB\xBF";  // of the byte order

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Whether the tag's name stands at `at`, and ends there.
bool is_name(std::string_view html, std::size_t at, std::string_view name) {
  if (html.size() - at <= name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower(html[at + i]) != name[i]) return false;
  }
  const char next = html[at + name.size()];
  return next == '>' || next == ' ' || next == '\t' || next == '\n' || next == '\r';
}

// Which of the elements has its tag here; kElements.size() for none.
std::size_t element_at(std::string_view html, std::size_t at) {
  std::size_t e = 0;
  while (e < kElements.size() && !is_name(html, at, kElements[e])) ++e;
  return e;
}

// One that is never closed holds nothing.
void add_elements(std::string_view html, std::vector<ByteRange>& out) {
  std::array<std::vector<std::size_t>, kElements.size()> open;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const bool closes = html.substr(at + 1, 1) == "/";
    const std::size_t e = element_at(html, std::min(html.size(), at + 1 + closes));
    if (e == kElements.size()) continue;
    if (!closes) {
      open[e].push_back(at);
    } else if (!open[e].empty()) {
      out.push_back({open[e].back(), at});
      open[e].pop_back();
    }
  }
}

void add_code_spans(std::string_view utf8, std::vector<ByteRange>& out) {
  const std::size_t mark = utf8.starts_with(kMark) ? kMark.size() : 0;
  for (const Span& span : read_markdown(utf8.substr(mark)).code) out.push_back({span.begin + mark, span.end + mark});
}

std::vector<ByteRange> merged(std::vector<ByteRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
  std::vector<ByteRange> out;
  for (const ByteRange& range : ranges) {
    if (!out.empty() && range.begin <= out.back().end)
      out.back().end = std::max(out.back().end, range.end);
    else
      out.push_back(range);
  }
  return out;
}

// Of a document's code points, asked in their order: whether they stand in code.
class InCode {
 public:
  InCode(const std::vector<SourceRun>& runs, const std::vector<ByteRange>& code) : runs_(runs), code_(code) {}

  bool operator()(std::uint32_t point) {
    while (run_ < runs_.size() && runs_[run_].text + runs_[run_].count <= point) ++run_;
    if (run_ == runs_.size() || runs_[run_].text > point) return false;
    const std::size_t byte = runs_[run_].byte + std::size_t{point - runs_[run_].text} * runs_[run_].width;
    const auto behind =
        std::partition_point(code_.begin(), code_.end(), [&](const ByteRange& range) { return range.end <= byte; });
    return behind != code_.end() && behind->begin <= byte;
  }

 private:
  const std::vector<SourceRun>& runs_;
  const std::vector<ByteRange>& code_;
  std::size_t run_ = 0;
};

}  // namespace

std::vector<ByteRange> code_in(std::string_view utf8, InputKind kind) {
  std::vector<ByteRange> out;
  if (kind != InputKind::html && kind != InputKind::markdown) return out;
  add_elements(utf8, out);
  if (kind == InputKind::markdown) add_code_spans(utf8, out);
  return merged(std::move(out));
}

std::string without_marks_in(const Document& document, const std::vector<ByteRange>& code) {
  InCode in_code(*document.origin, code);
  const std::string_view text = document.text;
  std::string out;
  out.reserve(text.size());
  std::uint32_t point = 0;
  for (std::size_t at = 0; at < text.size(); ++point) {
    const std::size_t begin = at;
    decode(text, at);
    const std::string_view character = text.substr(begin, at - begin);
    const bool marks =
        character == "." || character == "…" || quotation::read_glyph(text, begin).glyph != quotation::Glyph::none;
    if (marks && in_code(point))
      out += '_';
    else
      out += character;
  }
  return out;
}

}  // namespace sayso::lint
