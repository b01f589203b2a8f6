// Q004: another speaker than before, and the reader learns it only after sentences of the quotation.
#include <optional>

#include "check/lint/rules/all.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"“It is too late,” Ann Cole said.\n\n“It is not,” Ben Reyes said. “We have until May. The court said so.”", ""},
    {"“It is too late,” Ann Cole said.\n\nBen Reyes disagreed. “It is not. We have until May. The court said so.”", ""},
    {"“It is too late,” Ann Cole said.\n\n“It is not too late for us. We have until May. The court said so last week,” Ben Reyes said.",
     "“It is not too late for us. We have until May. The court said so last week,”"},
};

std::optional<std::uint32_t> speaker_of(const Statement& statement) { return statement.source.entity; }

// Whether the text before the quotation, in its paragraph, is nothing but it.
bool opens_paragraph(const Draft& draft, TokenRange quotation) { return draft.paragraph_of(quotation.begin).begin == quotation.begin; }

void run(const Draft& draft, Style, Spots& out) {
  std::optional<std::uint32_t> before;  // who spoke last in marks
  for (std::size_t q = 0; q < draft.quotations().size(); ++q) {
    const Quotation& quotation = draft.quotations()[q];
    const std::int32_t s = draft.statement_of(q);
    if (s < 0 || quotation.parent >= 0 || draft.only_names(q)) continue;
    const Statement& statement = draft.said().statements[static_cast<std::size_t>(s)];
    const std::optional<std::uint32_t> speaker = speaker_of(statement);
    const TokenRange range = draft.tokens_in(quotation.span);
    const bool changed = before && speaker && *before != *speaker;
    if (speaker) before = speaker;
    if (!changed || quotation.continues >= 0 || !opens_paragraph(draft, range)) continue;
    if (statement.kind != Kind::direct || !statement.cue || statement.cue->spans.front().begin < quotation.span.end) continue;
    if (draft.sentences_in(range) < 2) continue;
    out.push_back({quotation.span, "somebody else speaks here, and the reader learns it only behind several sentences",
                   "name the speaker before the quotation or behind its first sentence", {}});
  }
}

}  // namespace

constexpr Rule kLateAttribution = {"Q004", "attribution late after a change of speaker",
                                   "AP and Reuters: where the speaker changes, say so before the quotation or behind its first sentence",
                                   {Severity::note, Severity::warning, Severity::warning, Severity::note}, run, kExamples};

}  // namespace sayso::lint
