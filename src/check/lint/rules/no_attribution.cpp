// Q003: a quotation of which neither its own sentence nor a neighbour says whose it is.
#include "check/lint/rules/all.h"

namespace sayso::lint {
namespace {

constexpr std::uint32_t kLeastWords = 5;  // shorter ones are phrases, not somebody's sentence

constexpr Example kExamples[] = {
    {"“We will not sell to anybody at any price,” Cole said.", ""},
    {"Cole was angry. “We will not sell to anybody at any price.”", ""},
    {"The mill stands by the river. It was built in 1820 and has burned down twice.\n\n“We will not sell to anybody at any price.”\n\n"
     "The roof leaks. Its wheel no longer turns.",
     "“We will not sell to anybody at any price.”"},
};

bool is_attributed(const Statement& statement) { return statement.cue || statement.source.type != SourceType::none; }

void run(const Draft& draft, Style, Spots& out) {
  for (std::size_t q = 0; q < draft.quotations().size(); ++q) {
    const Quotation& quotation = draft.quotations()[q];
    const std::int32_t s = draft.statement_of(q);
    if (s < 0 || quotation.parent >= 0 || quotation.continues >= 0 || draft.only_names(q)) continue;
    const TokenRange range = draft.tokens_in(quotation.span);
    if (draft.title().contains(range.begin) || draft.words_in(range) < kLeastWords) continue;
    if (is_attributed(draft.said().statements[static_cast<std::size_t>(s)])) continue;
    out.push_back({quotation.span, "nothing near this quotation says whose words it has", "say who said it, in its sentence or the next", {}});
  }
}

}  // namespace

constexpr Rule kNoAttribution = {"Q003", "quotation without attribution",
                                 "Reuters (attribution and sourcing), AP (attribution): every quotation has a source that the reader can see",
                                 {Severity::warning, Severity::warning, Severity::warning, Severity::warning}, run, kExamples};

}  // namespace sayso::lint
