// Q012: a word or two in marks, cut out of a sentence that could be told.
#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"

namespace sayso::lint {
namespace {

constexpr std::uint32_t kMostWords = 2;

constexpr Example kExamples[] = {
    {"Cole said the council “never once asked us what we thought.”", "", Style::ap},
    {"Cole said she was “very happy” with the vote.", "“very happy”", Style::ap},
};

void run(const Draft& draft, Style, Spots& out) {
  for (std::size_t q = 0; q < draft.quotations().size(); ++q) {
    const Quotation& quotation = draft.quotations()[q];
    const std::int32_t s = draft.statement_of(q);
    if (s < 0 || quotation.parent >= 0 || draft.only_names(q) || draft.title().contains(draft.token_at(quotation.span.begin))) continue;
    if (draft.said().statements[static_cast<std::size_t>(s)].kind != Kind::mixed) continue;
    if (draft.words_in(draft.tokens_in(quotation.inside)) > kMostWords) continue;
    out.push_back({quotation.span, "a fragment: so few words hardly need marks", "tell it without marks, or quote the sentence", {}});
  }
}

}  // namespace

constexpr Rule kFragment = {"Q012", "fragmentary quotation", "AP (quotations in the news: avoid fragmentary quotes)",
                            {Severity::note, Severity::warning, Severity::note, Severity::note}, run, kExamples};

}  // namespace sayso::lint
