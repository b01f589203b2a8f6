// Q022: nobody smiles a sentence.
#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"“We will not sell,” Cole said, smiling.", ""},
    {"“We will not sell.” She smiled.", ""},
    {"“We will not sell,” Cole smiled.", "smiled"},
    {"“We will not sell,” she laughed.", "laughed"},
    {"“We will not sell,” sighed Ann Cole.", "sighed"},
};

const WordSet& verbs() {
  static const WordSet words(
      "smile smiles smiled laugh laughs laughed grin grins grinned sigh sighs sighed shrug shrugs shrugged nod nods nodded frown frowns frowned wink "
      "winks winked beam beams beamed giggle giggles giggled chuckle chuckles chuckled smirk smirks smirked sneer sneers sneered wince winces winced "
      "gesture gestures gestured");
  return words;
}

constexpr std::uint32_t kFarthest = 4;  // words between the mark and the verb: "Mayor Ann van Cole smiled"

// The verb that stands where the verb of saying should, behind a quotation that ends in a comma; size() where there is none.
std::uint32_t verb_behind(const Draft& draft, const Quotation& quotation) {
  const WordForms& forms = draft.forms();
  const std::uint32_t behind = draft.token_at(quotation.span.end), last = draft.token_at(quotation.inside.end);
  if (last == 0 || !quotation.closed) return forms.size();
  const bool goes_on = forms.is(last - 1, ",") || forms.is(behind, ",");
  if (!goes_on) return forms.size();
  for (std::uint32_t t = behind; t < forms.size() && t <= behind + kFarthest && !forms.begins_paragraph(t); ++t) {
    if (verbs().contains(forms.folded(t))) return t;
    const bool of_name = forms.is_capital(t) || forms.is(t, ",") || forms.is(t, "he") || forms.is(t, "she") || forms.is(t, "they") || forms.is(t, ".");
    if (!of_name) break;
  }
  return forms.size();
}

void run(const Draft& draft, Style, Spots& out) {
  for (const Quotation& quotation : draft.quotations()) {
    const std::uint32_t verb = verb_behind(draft, quotation);
    if (verb >= draft.forms().size()) continue;
    const std::string word(draft.forms().text(verb));
    out.push_back({span_of_token(draft, verb), in_marks(word) + " is no way of speaking", "said, and what the face did in a clause of its own", {}});
  }
}

}  // namespace

constexpr Rule kNoSpeechVerb = {"Q022", "verb that is no speech", "AP (said): people do not smile, laugh or sigh their words",
                                {Severity::warning, Severity::warning, Severity::warning, Severity::warning}, run, kExamples};

}  // namespace sayso::lint
