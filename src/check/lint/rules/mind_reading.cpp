// Q021: what somebody believes, feels or hopes is known only from what they say.
#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"Ann Cole said she believes the mill will reopen.", "", Style::ap},
    {"Ann Cole believes the mill will reopen.", "believes", Style::ap},
    {"Ann Cole feels that the town was let down.", "feels", Style::ap},
};

const WordSet& verbs() {
  static const WordSet words(
      "believe believes believed feel feels felt hope hopes hoped think thinks thought fear fears feared wish wishes wished worry worries worried "
      "suspect suspects suspected");
  return words;
}

// Told by somebody, so that the reader knows from where it is known: "said she believes".
bool is_told(const Statement& statement) { return statement.parent.has_value() || !statement.via.empty(); }

void run(const Draft& draft, Style, Spots& out) {
  for_each_cue(draft, [&](const Statement& statement, std::uint32_t verb) {
    if (statement.kind != Kind::indirect || is_told(statement) || !verbs().contains(draft.forms().folded(verb))) return;
    out.push_back({span_of_token(draft, verb), "no writer sees into a mind: " + in_marks(draft.forms().text(verb)) + " needs words that show it",
                   "said that … " + std::string(draft.forms().text(verb)), {}});
  });
}

}  // namespace

constexpr Rule kMindReading = {"Q021", "verb that reads minds",
                               "AP (feel, believe, think): report what somebody says, not what they think or feel",
                               {Severity::note, Severity::warning, Severity::warning, Severity::note}, run, kExamples};

}  // namespace sayso::lint
