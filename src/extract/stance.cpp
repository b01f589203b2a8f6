#include "extract/stance.h"

#include <optional>

#include "text/words/word_set.h"

namespace sayso {
namespace {

using Table = WordMap<Stance>;

const Table& cues() {
  static const Table table = [] {
    Table out;
    const auto add = [&](Stance stance, std::string_view words) {
      for_each_word(words, [&](std::string_view word) { out.add(word, stance); });
    };
    add(Stance::denies, "deny denies denied denying denial refute refutes refuted reject rejects rejected rejecting dispute disputes disputed disputing "
                        "refuse refuses refused refusing decline declines declined declining dismissed dismisses disavowed contradicted rebutted");
    add(Stance::asks, "ask asks asked asking wonder wonders wondered wondering question questions questioned inquire inquires inquired enquire enquires enquired query queried pressed quizzed grilled probed");
    add(Stance::orders, "order orders ordered ordering demand demands demanded demanding urge urges urged urging command commanded instruct instructed "
                        "instructs beg begged begs plead pleads pleaded implore implored recommend recommends recommended request requested requests "
                        "advise advises advised appeal appealed encourage encourages encouraged require requires required  invite invites invited forbid forbids forbade summon summoned");
    add(Stance::promises, "promise promises promised promising vow vows vowed vowing pledge pledges pledged pledging swear swears swore guarantee guarantees "
                          "guaranteed threaten threatens threatened threatening offered offers committed");
    add(Stance::believes, "believe believes believed believing think thinks thought thinking feel feels felt fear fears feared fearing hope hopes hoped hoping "
                          "doubt doubts doubted doubting expect expects expected expecting suspect suspects suspected assume assumes assumed worry worries "
                          "worried consider considers considered know knows knew belief view sees regard regards regarded concerned convinced wish wishes wished wishing reckon reckons reckoned suppose supposes imagine imagines imagined guess "
                          "guesses guessed dread dreads dreaded");
    add(Stance::intends, "intend intends intended intending plan plans planned planning aim aims aimed want wants wanted seek seeks sought decided decides "
                         "prepares resolved voted intent");
    add(Stance::alleges, "allege alleges alleged alleging allegedly accuse accuses accused accusing accusation charged charges purportedly supposedly allegation allegations");
    return out;
  }();
  return table;
}

std::optional<Stance> of_word(std::string_view word) {
  const Stance* found = cues().find(word);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

bool is_any(const WordForms& f, std::uint32_t t, const WordSet& set) { return set.contains(f.folded(t)); }

// "call for", "call on", "rule out": two words.
std::optional<Stance> of_pair(const WordForms& f, std::uint32_t t) {
  static const WordSet call("call calls called calling");
  static const WordSet rule("rule rules ruled ruling");
  if (is_any(f, t, call) && (f.is(t + 1, "for") || f.is(t + 1, "on"))) return Stance::orders;
  if (is_any(f, t, rule) && f.is(t + 1, "out")) return Stance::denies;
  return std::nullopt;
}

// "told him | not to go", "asked | them to get off the lawn": an infinitive, perhaps behind the one spoken to.
bool is_infinitive(const WordForms& f, TokenRange content) {
  static const WordSet objects("him her them us me you it everyone everybody people members residents families the a his their her not never both all");
  for (std::uint32_t t = content.begin; t < content.end && t < content.begin + 4; ++t) {
    if (f.is(t, "to")) return true;
    if (!is_any(f, t, objects) && t > content.begin) return false;
    if (f.is_mark(t)) return false;
  }
  return false;
}

// "want | the navy to step in": somebody else is to act; "want | to go" and "want | a boycott" are wishes of one's own.
bool wants_of_others(const WordForms& f, TokenRange content) {
  if (f.is(content.begin, "to") || f.is(content.begin, "not")) return false;
  for (std::uint32_t t = content.begin + 1; t < content.end && t < content.begin + 6; ++t) {
    if (f.is_mark(t) || f.is(t, ",")) return false;
    if (f.is(t, "to")) return true;
  }
  return false;
}

// All of the last sentence said is a question.
bool is_question(const WordForms& f, const Attribution& a) {
  if (a.content.empty() || !(a.set_off || f.is_mark(a.content.front().begin))) return false;
  std::uint32_t t = a.content.back().end;
  while (t > a.content.back().begin && f.is_mark(t - 1)) --t;
  return t > a.content.back().begin && f.is(t - 1, "?");
}

// Verbs that tell nothing of the act: what is said tells it.
std::optional<Stance> of_content(const WordForms& f, const Attribution& a) {
  static const WordSet tell("tell tells told telling warn warns warned warning remind reminds reminded say says said");
  if (is_question(f, a)) return Stance::asks;
  if (a.content.empty()) return std::nullopt;
  for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) {
    if (is_any(f, t, tell) && is_infinitive(f, a.content.front())) return Stance::orders;
  }
  return std::nullopt;
}

}  // namespace

Stance find_stance(const WordForms& forms, const Attribution& a) {
  static const WordSet wanting("want wants wanted");
  std::optional<Stance> stance;
  bool wants = false;
  for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) {
    if (const auto pair = of_pair(forms, t)) return *pair;
    wants = wants || is_any(forms, t, wanting);
    if (!stance) stance = of_word(forms.folded(t));
  }
  if (!stance) return of_content(forms, a).value_or(Stance::asserts);
  const TokenRange content = a.content.empty() ? TokenRange{} : a.content.front();
  const bool that = forms.is(content.begin, "that") || forms.is(content.begin, "for") || (!a.cue.empty() && forms.is(a.cue.end - 1, "for"));
  if (*stance == Stance::asks && !content.empty() && (that || is_infinitive(forms, content))) return Stance::orders;  // "asked him to leave", "asked for a mediator"
  if (wants && *stance == Stance::intends && wants_of_others(forms, content)) return Stance::orders;
  return *stance;
}

}  // namespace sayso
