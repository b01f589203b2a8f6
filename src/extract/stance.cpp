#include "extract/stance.h"

#include <optional>
#include <unordered_map>

#include "text/words/word_set.h"

namespace sayso {
namespace {

using Table = std::unordered_map<std::string_view, Stance>;

const Table& cues() {
  static const Table table = [] {
    Table out;
    const auto add = [&](Stance stance, std::string_view words) {
      for_each_word(words, [&](std::string_view word) { out.emplace(word, stance); });
    };
    add(Stance::denies, "deny denies denied denying denial refute refutes refuted reject rejects rejected rejecting dispute disputes disputed disputing "
                        "refuse refuses refused refusing decline declines declined declining dismissed dismisses disavowed contradicted rebutted");
    add(Stance::asks, "ask asks asked asking wonder wonders wondered wondering question questions questioned inquire inquired query queried");
    add(Stance::orders, "order orders ordered ordering demand demands demanded demanding urge urges urged urging command commanded instruct instructed "
                        "instructs beg begged begs plead pleads pleaded implore implored recommend recommends recommended request requested requests "
                        "insisted-on advise advises advised appeal appealed encourage encouraged");
    add(Stance::promises, "promise promises promised promising vow vows vowed vowing pledge pledges pledged pledging swear swears swore guarantee guarantees "
                          "guaranteed threaten threatens threatened threatening offered offers committed");
    add(Stance::believes, "believe believes believed believing think thinks thought thinking feel feels felt fear fears feared fearing hope hopes hoped hoping "
                          "doubt doubts doubted doubting expect expects expected expecting suspect suspects suspected assume assumes assumed worry worries "
                          "worried consider considers considered know knows knew belief view sees regard regards regarded concerned convinced");
    add(Stance::intends, "intend intends intended intending plan plans planned planning aim aims aimed want wants wanted seek seeks sought decided decides "
                         "prepares resolved");
    add(Stance::alleges, "allege alleges alleged alleging allegedly accuse accuses accused accusing accusation charged charges purportedly supposedly allegation allegations");
    return out;
  }();
  return table;
}

std::optional<Stance> of_word(std::string_view word) {
  const auto found = cues().find(word);
  return found == cues().end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Stance find_stance(const WordForms& forms, const Attribution& a) {
  std::optional<Stance> stance;
  for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) {
    const bool call = forms.is(t, "called") || forms.is(t, "calls") || forms.is(t, "calling") || forms.is(t, "call");
    if (call && (forms.is(t + 1, "for") || forms.is(t + 1, "on"))) return Stance::orders;
    if (!stance) stance = of_word(forms.folded(t));
  }
  if (!stance) return Stance::asserts;
  const std::uint32_t first = a.content.empty() ? 0 : a.content.front().begin;
  const bool infinitive = forms.is(first, "to") || forms.is(first, "for") || forms.is(a.cue.end - 1, "for");
  if (*stance == Stance::asks && infinitive) return Stance::orders;        // "asked him to leave", "asked for a mediator"
  if (*stance == Stance::believes && infinitive && forms.is(a.cue.end - 1, "hopes")) return Stance::intends;
  return *stance;
}

}  // namespace sayso
