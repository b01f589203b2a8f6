// Q001: marks that do not match, as the grammar of docs/quotation-marks.md reads them.
#include <algorithm>
#include <optional>

#include "check/lint/rules/all.h"
#include "text/quotation_glyphs.h"

namespace sayso::lint {
namespace {

using quotation::Glyph;

constexpr Example kExamples[] = {
    {"“We will not sell,” Cole said.", ""},
    {"'We will not sell,' Cole said.", ""},
    {"“We will not sell,” Cole said.\n\n“We have had three offers. We turned down all three of them, Cole said on Friday.\n\nReyes left early.", "“"},
    {"The council’s clerk said “the vote stands\" on Friday.", "\""},
    {"Cole said ”the vote stands” on Friday.", "”"},
};

std::optional<std::string> partner(std::string_view mark, bool opens) {
  switch (quotation::read_glyph(mark, 0).glyph) {
    case Glyph::left2: return opens ? "“" : "”";
    case Glyph::right2: return opens ? "“" : "”";
    case Glyph::straight2: return "\"";
    case Glyph::left1:
    case Glyph::right1: return opens ? "‘" : "’";
    case Glyph::straight1: return "'";
    default: return {};
  }
}

// The mark of `quotation` that opens (closes) it as it is written; empty where it has none.
std::string_view written(const Draft& draft, const Quotation& quotation, bool opens) {
  const Span mark = opens ? Span{quotation.span.begin, quotation.inside.begin} : Span{quotation.inside.end, quotation.span.end};
  return draft.words(mark);
}

const Quotation* quotation_with(const Draft& draft, Span mark, bool& opens) {
  const auto& marks = draft.analysis().quotations.marks;
  const auto found = std::partition_point(marks.begin(), marks.end(), [&](const QuotationMark& m) { return m.span < mark; });
  if (found == marks.end() || found->span != mark) return nullptr;
  opens = found->role != MarkRole::close;
  return &draft.quotations()[found->quotation];
}

Spot spot_of(const Draft& draft, const Warning& warning) {
  Spot spot{warning.span, warning.message, {}, {}};
  bool opens = false;
  const Quotation* quotation = quotation_with(draft, warning.span, opens);
  std::optional<std::string> right;
  if (warning.code == "turned-mark" && quotation) right = partner(draft.words(warning.span), opens);
  if (warning.code == "mixed-marks" && quotation) right = partner(written(draft, *quotation, true), false);
  if (!right) return spot;
  spot.suggestion = *right;
  spot.fixes = {{warning.span, *right}};
  return spot;
}

void run(const Draft& draft, Style, Spots& out) {
  for (const Warning& warning : draft.analysis().quotations.warnings) {
    if (warning.code == "deep-nesting" || warning.code == "more-warnings") continue;
    out.push_back(spot_of(draft, warning));
  }
}

}  // namespace

constexpr Rule kMarks = {"Q001", "unbalanced, mixed or turned quotation marks",
                         "AP, Reuters and UK houses alike: what is opened is closed, by the mark that belongs to it",
                         {Severity::error, Severity::error, Severity::error, Severity::error}, run, kExamples};

}  // namespace sayso::lint
