// Q023: whether it is funny is for the reader to say.
#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"“I counted twice,” said Cole.", "", Style::reuters},
    {"“I counted twice,” quipped Cole.", "quipped", Style::reuters},
};

const WordSet& verbs() {
  static const WordSet words("quip quips quipped quipping");
  return words;
}

void run(const Draft& draft, Style, Spots& out) {
  for_each_cue(draft, [&](const Statement&, std::uint32_t verb) {
    if (!verbs().contains(draft.forms().folded(verb))) return;
    out.push_back({span_of_token(draft, verb), in_marks(draft.forms().text(verb)) + " tells the reader to laugh", "said", {}});
  });
}

}  // namespace

constexpr Rule kQuipped = {"Q023", "quipped", "Reuters (quip): avoid; let readers judge whether it is funny",
                           {Severity::note, Severity::note, Severity::warning, Severity::note}, run, kExamples};

}  // namespace sayso::lint
