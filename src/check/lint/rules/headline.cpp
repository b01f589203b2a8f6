// Q040: what a headline puts in marks, somebody must have said in the story.
#include <algorithm>
#include <string>

#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"Cole: “We will not sell”\n\nThe mill stays where it is. “We will not sell, ever,” Ann Cole said on Friday at the gate.", ""},
    {"Cole: “We will never sell”\n\nThe mill stays where it is. “We will not sell, ever,” Ann Cole said on Friday at the gate.", "“We will never sell”"},
    {"Mill ‘to stay open’\n\nThe mill will stay open, its owner Ann Cole said on Friday at the gate, and nobody will be sent home.", "", Style::uk},
};

// The words of a range with one space around each, for look-ups: " we will not sell ".
std::string joined(const Draft& draft, TokenRange range) {
  std::string out = " ";
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (draft.forms().is_word(t)) out.append(draft.forms().folded(t)).append(" ");
  }
  return out;
}

// Everything that somebody is quoted with behind the title: in marks, and the turns of transcripts and posts, which have none.
std::string quoted_in_body(const Draft& draft) {
  std::string out;
  for (const Statement& statement : draft.said().statements) {
    if (statement.kind != Kind::direct) continue;
    for (const Span& span : statement.content.spans) {
      if (!draft.title().contains(draft.token_at(span.begin))) out += joined(draft, draft.tokens_in(span));
    }
  }
  for (const Quotation& quotation : draft.quotations()) {
    const TokenRange inside = draft.tokens_in(quotation.inside);
    if (quotation.parent < 0 && !draft.title().contains(inside.begin)) out += joined(draft, inside);
  }
  return out;
}

void run(const Draft& draft, Style style, Spots& out) {
  const TokenRange title = draft.title();
  if (title.empty()) return;
  std::string in_marks_below, below;
  for (std::size_t q = 0; q < draft.quotations().size(); ++q) {
    const Quotation& quotation = draft.quotations()[q];
    const TokenRange inside = draft.tokens_in(quotation.inside);
    if (quotation.span.begin >= draft.span_of(title).end) break;
    if (quotation.parent >= 0 || draft.only_names(q) || draft.words_in(inside) == 0) continue;
    if (quotation.single && (style == Style::uk || style == Style::none)) continue;  // a claim, as UK houses write it
    if (below.empty()) {
      in_marks_below = quoted_in_body(draft);
      below = joined(draft, {title.end, draft.forms().size()});
    }
    const std::string words = joined(draft, inside);
    if (in_marks_below.find(words) != std::string::npos) continue;
    const bool told = below.find(words) != std::string::npos;
    out.push_back({quotation.span, told ? "the story has these words, but not in marks: nobody is quoted with them" : "the story has no such quotation",
                   "quote what the story quotes, or drop the marks", {}});
  }
}

}  // namespace

constexpr Rule kHeadline = {"Q040", "headline quotation not in the story",
                            "AP and Reuters (headlines): only words that the story quotes; UK houses: single marks may hold a claim",
                            {Severity::warning, Severity::error, Severity::error, Severity::warning}, run, kExamples};

}  // namespace sayso::lint
