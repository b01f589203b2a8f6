// Q031: unnamed sources: why are they unnamed, and how many are they?
#include <string>

#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"A person close to the talks, who asked not to be named because they are private, said the mill would be sold.", "", Style::ap},
    {"A person close to the talks said the mill would be sold.", "A person close to the talks", Style::ap},
    {"“It is sold,” said an official, who spoke on condition of anonymity.", "", Style::ap},
};

// Words by which a text says that, or why, somebody is not named.
const WordSet& reasons() {
  static const WordSet words("anonymity anonymous anonymously unnamed unidentified pseudonym confidentiality");
  return words;
}

// "not to be named", "declined to be identified", "not authorised to speak".
bool gives_reason(const Draft& draft, TokenRange range) {
  const WordForms& forms = draft.forms();
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (reasons().contains(forms.folded(t))) return true;
    const bool named = forms.is(t, "named") || forms.is(t, "identified") || forms.is(t, "authorized") || forms.is(t, "authorised");
    if (!named) continue;
    for (std::uint32_t back = t > range.begin + 5 ? t - 5 : range.begin; back < t; ++back) {
      if (forms.is(back, "not") || forms.is(back, "declined") || forms.is(back, "refused") || forms.is(back, "without") || forms.is(back, "t")) return true;
    }
  }
  return false;
}

bool is_anonymous(const Statement& statement) { return statement.source.type == SourceType::anonymous && !statement.source.passage.empty(); }

// "Police", "officials said in a statement": a body speaks through them; a reader who wants to can ask it.
bool is_person_like(const Draft& draft, TokenRange source) {
  const WordForms& forms = draft.forms();
  for (std::uint32_t t = source.begin; t < source.end; ++t) {
    const std::string_view word = forms.folded(t);
    if (word == "source" || word == "sources" || word == "person" || word == "people" || word == "insider" || word == "insiders" || word == "official" ||
        word == "aide" || word == "friend" || word == "colleague")
      return true;
  }
  return false;
}

void run(const Draft& draft, Style, Spots& out) {
  bool explained = false;  // once in a story is enough
  for (const Statement& statement : draft.said().statements) {
    if (!is_anonymous(statement) || statement.parent) continue;
    const Span place = statement.source.passage.spans.front();
    const TokenRange source = draft.tokens_in(place);
    if (source.empty() || !is_person_like(draft, source) || draft.forms().is_quoted(source.begin)) continue;
    explained = explained || gives_reason(draft, draft.paragraph_of(source.begin));
    if (explained) continue;
    out.push_back({place, "an unnamed source, and the reader is not told why it is not named", "say why, and how they know", {}});
    explained = true;
  }
}

}  // namespace

constexpr Rule kAnonymous = {"Q031", "unnamed source without a reason",
                             "AP (anonymous sources) and Reuters (unnamed sources are the weakest): say why, and what makes them know",
                             {Severity::note, Severity::warning, Severity::warning, Severity::note}, run, kExamples};

}  // namespace sayso::lint
