// Q024: what stands between the verb and a whole sentence in marks.
#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/cue_verbs.h"

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

void run(const Draft& draft, Style style, Spots& out) {
  const WordForms& forms = draft.forms();
  for (const Quotation& quotation : draft.quotations()) {
    const TokenRange inside = draft.tokens_in(quotation.inside);
    const std::uint32_t mark = draft.token_at(quotation.span.begin);
    if (mark < 2 || quotation.parent >= 0 || draft.title().contains(mark) || !is_sentence(draft, inside)) continue;
    const std::uint32_t stop = mark - 1;
    if (forms.begins_paragraph(mark) || forms.is_capital(stop)) continue;
    const bool bare = cue_verb(forms.folded(stop)) == CueVerb::saying;
    const bool stopped = (forms.is(stop, ",") || forms.is(stop, ":")) && cue_verb(forms.folded(stop - 1)) == CueVerb::saying;
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
