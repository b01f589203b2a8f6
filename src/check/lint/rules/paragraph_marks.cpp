// Q002: a quotation that runs over paragraphs is opened again in each, and closed only in the last.
#include "check/lint/rules/all.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"“We had three offers,” Cole said.\n\n“We turned down all three of them. We told our people first.\n\n“Then we told the bank.”", ""},
    {"Cole said: “We turned down all three of them. We told our people first.\n\nThen we told the bank, and the bank told the papers.”", "Then"},
};

// The quotation begins with its paragraph's first word, but without a mark.
bool goes_on_unmarked(const Quotation& quotation) { return !quotation.opened && quotation.continues >= 0; }

void run(const Draft& draft, Style, Spots& out) {
  for (const Quotation& quotation : draft.quotations()) {
    if (!goes_on_unmarked(quotation)) continue;
    const std::uint32_t token = draft.token_at(quotation.inside.begin);
    if (token >= draft.forms().size()) continue;
    const Span first = draft.analysis().tokens[token].span();
    const Quotation& before = draft.quotations()[static_cast<std::size_t>(quotation.continues)];
    const std::string mark(draft.words({before.span.begin, before.inside.begin}));
    Spot spot{first, "the quotation goes on from the paragraph before, but this one does not open with a mark", {}, {}};
    if (before.opened && !mark.empty()) {
      spot.suggestion = mark + std::string(draft.words(first));
      spot.fixes = {{{first.begin, first.begin}, mark}};
    }
    out.push_back(std::move(spot));
  }
}

}  // namespace

constexpr Rule kParagraphMarks = {"Q002", "quotation over paragraphs",
                                  "AP (quotation marks, running quotations): open each paragraph, close only the last",
                                  {Severity::warning, Severity::error, Severity::error, Severity::error}, run, kExamples};

}  // namespace sayso::lint
