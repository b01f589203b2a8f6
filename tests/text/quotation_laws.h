// What holds of the quotations of any text whatever: shared by the property tests and the fuzzer.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "text/paragraphs.h"
#include "text/quotation_marks.h"

namespace sayso::testing {

// Each returns what is wrong, or nothing.
inline std::string wrong_nesting(const Quotations& found) {
  std::vector<std::int32_t> around;
  for (std::size_t i = 0; i < found.quotations.size(); ++i) {
    const Quotation& q = found.quotations[i];
    while (!around.empty() && found.quotations[static_cast<std::size_t>(around.back())].span.end <= q.span.begin) {
      around.pop_back();
    }
    if (q.parent != (around.empty() ? -1 : around.back())) return "parent is not the quotation around";
    if (q.parent >= 0 && !found.quotations[static_cast<std::size_t>(q.parent)].inside.contains(q.span)) {
      return "crosses its parent";
    }
    around.push_back(static_cast<std::int32_t>(i));
    if (around.size() > static_cast<std::size_t>(kMaxQuotationDepth) + 1) return "too deep";
    if (i > 0 && found.quotations[i - 1].span.begin > q.span.begin) return "not by begin";
  }
  return "";
}

inline std::string wrong_marks(const CodePoints& text, const Quotations& found) {
  std::vector<int> opens(found.quotations.size()), closes(found.quotations.size());
  std::uint32_t at = 0;
  std::string rebuilt;
  for (const QuotationMark& m : found.marks) {
    if (m.span.begin < at || m.span.empty() || m.span.end > text.size()) return "marks overlap or are out of order";
    rebuilt += std::string(text.slice({at, m.span.begin})) + std::string(text.slice(m.span));
    at = m.span.end;
    const Quotation& q = found.quotations.at(m.quotation);
    if (m.role == MarkRole::close) {
      ++closes[m.quotation];
      if (m.span.end != q.span.end || m.span.begin != q.inside.end) return "does not end at its closing mark";
    } else {
      ++opens[m.quotation];
      if (m.span.begin != q.span.begin || m.span.end != q.inside.begin) return "does not begin at its opening mark";
      if ((m.role == MarkRole::reopen) != (q.opened && q.continues >= 0)) return "role";
    }
  }
  if (rebuilt + std::string(text.slice({at, text.size()})) != text.utf8()) return "text cannot be rebuilt";
  for (std::size_t i = 0; i < opens.size(); ++i) {
    if (opens[i] != found.quotations[i].opened || closes[i] != found.quotations[i].closed) return "number of marks";
  }
  return "";
}

inline std::string wrong_spans(const CodePoints& text, const Quotations& found) {
  const bool wrapped = is_hard_wrapped(text.utf8());
  for (std::size_t i = 0; i < found.quotations.size(); ++i) {
    const Quotation& q = found.quotations[i];
    if (q.span.empty() || q.span.end > text.size() || !q.span.contains(q.inside)) return "span outside of the text";
    if (q.inside.begin > q.inside.end) return "inside is reversed";
    const std::string_view words = text.slice(q.span);
    const bool line_end =
        words.find_first_of("\r\n") != std::string_view::npos || words.find("\u2028") != std::string_view::npos;
    if (line_end && (!wrapped || words.find("\n\n") != std::string_view::npos)) return "crosses a paragraph end";
    if (q.continues >= static_cast<std::int32_t>(i)) return "goes on with a later one";
    if (q.continues >= 0 && found.quotations[static_cast<std::size_t>(q.continues)].closed)
      return "goes on with a closed one";
    if (!q.opened && (q.continues < 0 || !q.closed)) return "without any mark";
  }
  return "";
}

inline std::string wrong_warnings(const CodePoints& text, const Quotations& found) {
  std::uint32_t last = 0;
  for (const Warning& w : found.warnings) {
    if (w.code == "more-warnings") continue;
    if (w.span.begin < last || w.span.end > text.size() || w.span.empty()) return "warning without its place";
    last = w.span.begin;
  }
  return found.warnings.size() > kMaxQuotationWarnings + 1 ? "too many warnings" : "";
}

// Every quotation that is not closed is either gone on with or warned of.
inline std::string wrong_silence(const Quotations& found) {
  std::set<std::int32_t> gone_on;
  std::set<std::uint32_t> warned;
  for (const Quotation& q : found.quotations) {
    if (q.opened) gone_on.insert(q.continues);
  }
  for (const Warning& w : found.warnings) warned.insert(w.span.begin);
  for (std::size_t i = 0; i < found.quotations.size(); ++i) {
    const bool known =
        gone_on.contains(static_cast<std::int32_t>(i)) || warned.contains(found.quotations[i].span.begin);
    if (!found.quotations[i].closed && !known) return "unclosed without a warning";
  }
  return "";
}

inline std::string what_is_wrong(const std::string& utf8) {
  const CodePoints text(utf8);
  const Quotations found = parse_quotations(text);
  for (const std::string& wrong : {wrong_nesting(found), wrong_marks(text, found), wrong_spans(text, found),
                                   wrong_warnings(text, found), wrong_silence(found)}) {
    if (!wrong.empty()) return wrong;
  }
  return "";
}

}  // namespace sayso::testing
