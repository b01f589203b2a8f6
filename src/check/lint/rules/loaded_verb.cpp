// Q020: verbs that take sides.
#include <unordered_map>

#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"Ann Cole said the mill would close.", "", Style::ap},
    {"Ann Cole claimed that the mill would close.", "claimed", Style::ap},
    {"Ann Cole admitted that the mill had lost money.", "admitted", Style::ap},
    {"Ann Cole refuted the report.", "refuted", Style::ap},
    {"Ann Cole admitted her to the hospital. Ann Cole admitted Ben Reyes to the ward.", "", Style::ap},
    {"Ann Cole admitted her debts to the council.", "admitted", Style::ap},
    {"Ann Cole admitted it needs to be mended.", "admitted", Style::ap},
    {"Ann Cole admitted to the council that the mill had lost money.", "admitted", Style::ap},
    {"Ann Cole said: “I claimed nothing and admitted nothing.”", "", Style::ap},
};

struct Verbs {
  std::string_view forms;
  std::string_view why;
};

constexpr Verbs kVerbs[] = {
    {"claim claims claimed claiming", "says that you doubt it"},
    {"admit admits admitted admitting concede concedes conceded conceding confess confesses confessed confessing", "says that there was something to hide"},
    {"insist insists insisted insisting", "says that others had reason to doubt it"},
    {"refute refutes refuted refuting", "says that the others were proved wrong; who only contradicts denies or rejects"},
    {"boast boasts boasted boasting brag brags bragged bragging gush gushes gushed rant rants ranted whine whines whined", "judges the speaker"},
};

using Table = std::unordered_map<std::string_view, std::string_view>;

const Table& table() {
  static const Table all = [] {
    Table out;
    for (const Verbs& verbs : kVerbs) for_each_word(verbs.forms, [&](std::string_view form) { out.emplace(form, verbs.why); });
    return out;
  }();
  return all;
}

// "admitted her to the choir", "admitted Karg to the hospital": let in.
bool lets_in(const WordForms& forms, std::uint32_t verb) {
  static const WordSet pronouns("him her them me us");
  static const WordSet houses("hospital clinic ward infirmary university college school academy union club hall bar care convent");
  if (!forms.folded(verb).starts_with("admit")) return false;
  for (std::uint32_t t = verb + 2; t < verb + 6 && forms.is_word(t - 1); ++t) {
    if (!forms.is(t, "to") && !forms.is(t, "into")) continue;
    return (t == verb + 2 && pronouns.contains(forms.folded(verb + 1))) || houses.contains(forms.folded(t + 1)) || houses.contains(forms.folded(t + 2));
  }
  return false;
}

void run(const Draft& draft, Style, Spots& out) {
  for_each_cue(draft, [&](const Statement&, std::uint32_t verb) {
    const auto found = table().find(draft.forms().folded(verb));
    if (found == table().end() || lets_in(draft.forms(), verb)) return;
    const std::string word(draft.forms().text(verb));
    const bool refutes = word.starts_with("refut");
    out.push_back({span_of_token(draft, verb), in_marks(word) + " " + std::string(found->second), refutes ? "denied, rejected" : "said", {}});
  });
}

}  // namespace

constexpr Rule kLoadedVerb = {"Q020", "verb that takes sides",
                              "Reuters (attribution: \"said\" is neutral; beware of claimed, admitted, insisted, refuted), AP (allege, claim, refute)",
                              {Severity::note, Severity::warning, Severity::warning, Severity::warning}, run, kExamples};

}  // namespace sayso::lint
