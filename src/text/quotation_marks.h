// Quotation marks: which marks of a text open, close and nest, and what they enclose. Grammar: docs/quotation-marks.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/code_points.h"

namespace sayso {

enum class MarkRole : std::uint8_t { open, close, reopen };  // apostrophes, inches and the like are no marks

// One mark as written: one code point; more for `` and '', for a mark typed twice, and for &quot; and its like.
struct QuotationMark {
  Span span;
  MarkRole role = MarkRole::open;
  std::uint32_t quotation = 0;  // index into Quotations::quotations
};

// One quotation: from its opening to its closing mark, both included. Where it is left unclosed, to the end of the last
// piece of its paragraph that can be its own. A quotation that is reopened over paragraphs (each one opens with a mark,
// the last alone closes) is one Quotation for each paragraph, chained by `continues`.
struct Quotation {
  Span span;                    // marks included
  Span inside;                  // marks excluded
  std::int32_t parent = -1;     // the quotation around it, as an index; -1 for none
  std::int32_t continues = -1;  // the quotation of an earlier paragraph that this one goes on with
  bool closed = true;           // has a closing mark of its own
  bool single = false;          // ' or ‘ or ‹ rather than " “ « „
  bool opened = true;           // has an opening mark of its own; without one it goes on from the paragraph before
};

struct Quotations {
  std::vector<Quotation> quotations;  // by begin; spans nest and never cross
  std::vector<QuotationMark> marks;   // by begin
  // By begin. Beyond kMaxQuotationWarnings, one "more-warnings" at the end counts the rest.
  std::vector<Warning> warnings;
};

// Reads all marks of a text. Linear in the text; nesting deeper than kMaxQuotationDepth is read as plain text and
// warned of.
inline constexpr std::size_t kMaxQuotationWarnings = 1000;
inline constexpr int kMaxQuotationDepth = 16;
Quotations parse_quotations(const CodePoints& text);

}  // namespace sayso
