// Q010: other words than those that an archive has, or another speaker.
#include <algorithm>

#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "formats/columns.h"

namespace sayso::lint {
namespace {

using check::Verdict;

constexpr std::string_view kArchive = "Hill Herald, 2026-03-02: “We have never sold a single acre of the river meadows,” Ann Cole said on Monday.";

constexpr Example kExamples[] = {
    {"“We have never sold a single acre of the river meadows,” Ann Cole said on Monday.", "", Style::none, kArchive},
    {"“We have sold a single acre of the river meadows,” Ann Cole said on Monday.", "“We have sold a single acre of the river meadows,”", Style::none, kArchive},
    {"“We have never sold a single acre of the river meadows,” Ben Reyes said on Monday.", "“We have never sold a single acre of the river meadows,”", Style::none, kArchive},
};

// "Hill Herald, 2026-03-02"
std::string place_of(const check::Finding& witness) {
  const Document& document = witness.witness.source->document;
  std::string out = document.outlet.value_or(document.path);
  return document.published ? out + ", " + *document.published : out;
}

std::string speaker_of(const check::Finding& witness) {
  const trace::Witness& w = witness.witness;
  return !w.wording.speaker.empty() ? w.wording.speaker : w.speaker_text;
}

std::string names_of(const std::vector<trace::Edit>& edits) {
  const auto critical = std::find_if(edits.begin(), edits.end(), [](const trace::Edit& edit) { return edit.sense_critical; });
  return critical == edits.end() ? std::string() : ", and a " + std::string(trace::name_of(critical->touches)) + " is changed";
}

// On one line, however many paragraphs the witness fills.
std::string has_words(const check::Finding& witness) {
  return formats::one_line(place_of(witness)) + " has: “" + formats::one_line(witness.witness.wording.text) + "”";
}

Spot spot_of(Span span, const check::Verification& found) {
  const check::Finding* witness = found.witnesses.empty() ? nullptr : &found.witnesses.front();
  switch (found.verdict) {
    case Verdict::altered:
      if (witness->edits.empty() && witness->cut.turns_sense) return {span, "what was cut turns the sense", has_words(*witness), {}};
      return {span, "other words than the record has" + names_of(witness->edits), has_words(*witness), {}};
    case Verdict::spliced: return {span, "pieces that stand apart are joined without a mark", has_words(*witness), {}};
    case Verdict::other_speaker: return {span, "the record gives these words to " + speaker_of(*witness) + ", not to " + found.by, has_words(*witness), {}};
    case Verdict::paraphrase: return {span, "the record has this as indirect speech only", has_words(*witness), {}, Severity::warning};
    case Verdict::not_found: return {span, "the record has no such words", {}, {}, Severity::note};
    default: return {};
  }
}

void run(const Draft& draft, Style, Spots& out) {
  for (const Archived& archived : draft.archived()) {
    Spot spot = spot_of(draft.quotations()[archived.quotation].span, archived.found);
    if (!spot.message.empty()) out.push_back(std::move(spot));
  }
}

}  // namespace

constexpr Rule kDiffers = {"Q010", "quotation differs from the record",
                           "Reuters (quotes are sacred) and AP (never alter quotations, not even to correct grammar)",
                           {Severity::error, Severity::error, Severity::error, Severity::error}, run, kExamples};

}  // namespace sayso::lint
