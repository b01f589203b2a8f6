// Q050: second-hand words presented as first-hand.
#include <algorithm>
#include <optional>

#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"

namespace sayso::lint {
namespace {

constexpr std::string_view kArchive =
    "Hill Herald, 2026-03-02: “We have never sold a single acre of the river meadows,” Ann Cole told the Mere Post on Monday.";

constexpr Example kExamples[] = {
    {"“We have never sold a single acre of the river meadows,” Ann Cole told the Mere Post.", "", Style::none, kArchive},
    {"“We have never sold a single acre of the river meadows,” Ann Cole said.", "“We have never sold a single acre of the river meadows,”", Style::none, kArchive},
};

bool is_found(check::Verdict verdict) { return verdict <= check::Verdict::elided; }

// The outlet that the words came through, as a witness has it; nothing where one has them at first hand.
std::optional<std::string> relay_of(const check::Verification& found) {
  std::optional<std::string> out;
  for (const check::Finding& finding : found.witnesses) {
    const trace::Witness& witness = finding.witness;
    if (!is_found(finding.verdict) || !witness.statement) continue;
    const auto& via = witness.source->extraction.statements[*witness.statement].via;
    if (via.empty()) return {};
    if (!out) out = via.front().name.value_or(via.front().passage.text);
  }
  return out;
}

void run(const Draft& draft, Style, Spots& out) {
  for (const Archived& archived : draft.archived()) {
    if (!is_found(archived.found.verdict) || !draft.said().statements[archived.statement].via.empty()) continue;
    const auto relay = relay_of(archived.found);
    if (!relay || draft.document().outlet == *relay) continue;
    out.push_back({draft.quotations()[archived.quotation].span, "these words came through " + *relay + ", which the draft does not say", "told " + *relay, {}});
  }
}

}  // namespace

constexpr Rule kRelayMissing = {"Q050", "relay missing", "Reuters and AP (attribution): say who had the words first",
                                {Severity::warning, Severity::warning, Severity::warning, Severity::warning}, run, kExamples};

}  // namespace sayso::lint
