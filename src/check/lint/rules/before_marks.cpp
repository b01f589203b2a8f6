// Q024: what stands between the verb and a whole sentence in marks.
#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/cue_verbs.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr std::uint32_t kLeastWords = 3;

constexpr Example kExamples[] = {
    {"Cole said, “We will not sell.”", ""},
    {"Cole said: “We will not sell.”", ""},
    {"Cole said “no deal” was in sight.", ""},
    {"Cole said “We will not sell the mill.”", "said"},
    {"Cole said: “We will not sell.”", ":", Style::ap},
    {"Cole said: “We will not sell. We never wanted to.”", "", Style::ap},
    {"Cole said, “We will not sell.”", ",", Style::reuters},
    {"Cole said on Monday: “We will not sell.”", ":", Style::ap},
    {"Cole said on Monday, “We will not sell.”", ",", Style::reuters},
    {"Cole told reporters at the gate, “We will not sell.”", ",", Style::reuters},
    {"Cole said on Monday: “We will not sell.”", "", Style::reuters},
    {"Cole opens with text on a screen, “We will not sell.”", "", Style::reuters},
    {"Cole said in reply that, “We will not sell.”", "", Style::reuters},
    {"Cole said the mill was closed, “We will not sell.”", "", Style::reuters},
};

// Of the quotation: whole sentences, as far as a capital and a stop tell.
bool is_sentence(const Draft& draft, TokenRange inside) {
  const WordForms& forms = draft.forms();
  if (inside.empty() || !forms.is_capital(inside.begin) || draft.words_in(inside) < kLeastWords) return false;
  const std::string_view last = forms.folded(inside.end - 1);
  return last == "." || last == "!" || last == "?";
}

// The stop that this house wants; empty where either is right.
std::string_view wanted(const Draft& draft, TokenRange inside, Style style) {
  if (style == Style::ap) return draft.sentences_in(inside) > 1 ? "" : ",";
  return style == Style::reuters ? ":" : "";
}

constexpr std::uint32_t kReach = 8;  // tokens between a verb and its stop

// The stop ends what the verb began: "said,", "said on Monday,", "told reporters at the gate,".
bool closes_attribution(const Draft& draft, std::uint32_t stop) {
  static const WordSet leads(
      "on in at during after before late early yesterday today tonight monday tuesday wednesday thursday friday saturday sunday reporters journalists");
  static const WordSet nouns("a an the his her their its with of by");  // before them a verb is none
  const WordForms& forms = draft.forms();
  if ((!forms.is(stop, ",") && !forms.is(stop, ":")) || forms.is(stop - 1, "that")) return false;
  if (cue_verb(forms.folded(stop - 1)) == CueVerb::saying) return true;
  for (std::uint32_t t = stop - 1; t > 0 && stop - t < kReach && forms.is_word(t) && !forms.is_quoted(t) && !draft.told(t) && !forms.begins_sentence(t); --t) {
    if (cue_verb(forms.folded(t - 1)) != CueVerb::saying || forms.is_quoted(t - 1)) continue;
    if (t > 1 && nouns.contains(forms.folded(t - 2))) return false;
    return leads.contains(forms.folded(t)) || forms.is(t - 1, "told");
  }
  return false;
}

void run(const Draft& draft, Style style, Spots& out) {
  const WordForms& forms = draft.forms();
  for (const Quotation& quotation : draft.quotations()) {
    const TokenRange inside = draft.tokens_in(quotation.inside);
    const std::uint32_t mark = draft.token_at(quotation.span.begin);
    if (mark < 2 || quotation.parent >= 0 || draft.title().contains(mark) || !is_sentence(draft, inside)) continue;
    const std::uint32_t stop = mark - 1;
    if (forms.begins_paragraph(mark) || forms.is_capital(stop)) continue;
    const bool bare = cue_verb(forms.folded(stop)) == CueVerb::saying;
    const bool stopped = closes_attribution(draft, stop);
    const std::string_view right = wanted(draft, inside, style);
    if (bare) {
      const Span verb = span_of_token(draft, stop);
      const std::string put(right.empty() ? "," : right);
      out.push_back({verb, "nothing stands between the verb and the sentence in marks", std::string(draft.words(verb)) + put, {{{verb.end, verb.end}, put}}});
    } else if (stopped && !right.empty() && !forms.is(stop, right)) {
      const Span span = span_of_token(draft, stop);
      out.push_back({span, style == Style::ap ? "a comma introduces one sentence in marks" : "a colon introduces a sentence in marks", std::string(right),
                     {{span, std::string(right)}}});
    }
  }
}

}  // namespace

constexpr Rule kBeforeMarks = {"Q024", "comma or colon before a quotation",
                               "AP (comma: introduces one quoted sentence; colon: longer ones), Reuters (quotation marks: colon), UK: either",
                               {Severity::warning, Severity::warning, Severity::warning, Severity::warning}, run, kExamples};

}  // namespace sayso::lint
