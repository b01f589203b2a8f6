// Q041: marks around the writer's own words.
#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"

namespace sayso::lint {
namespace {

constexpr std::uint32_t kMostWords = 3;

constexpr Example kExamples[] = {
    {"Cole called the vote “a farce.”", ""},
    {"The song “Cold Water” was played.", ""},
    {"The “experts” arrived at noon and had lunch by the river.", "“experts”", Style::ap},
};

void run(const Draft& draft, Style, Spots& out) {
  const WordForms& forms = draft.forms();
  for (std::size_t q = 0; q < draft.quotations().size(); ++q) {
    const Quotation& quotation = draft.quotations()[q];
    if (draft.statement_of(q) >= 0 || quotation.parent >= 0 || !quotation.closed || draft.only_names(q)) continue;
    const TokenRange inside = draft.tokens_in(quotation.inside);
    const std::uint32_t words = draft.words_in(inside);
    if (words == 0 || words > kMostWords || forms.is_capital(inside.begin) || draft.title().contains(inside.begin)) continue;
    out.push_back({quotation.span, "nobody is said to have used these words: the marks sneer, or the source is missing", "drop the marks, or say whose word it is", {}});
  }
}

}  // namespace

constexpr Rule kScareQuotes = {"Q041", "scare quotes", "AP and Reuters (quotation marks): none around ordinary words to show doubt",
                               {Severity::note, Severity::warning, Severity::warning, Severity::note}, run, kExamples};

}  // namespace sayso::lint
