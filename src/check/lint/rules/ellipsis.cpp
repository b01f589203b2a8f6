// Q011: how left-out words are marked.
#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"“We will … go on,” Cole said. “We will ... go on.”", ""},
    {"“We will .. go on,” Cole said.", ".."},
    {"“We will ..... go on,” Cole said.", "....."},
    {"“We will . . . go on,” Cole said. “And then….”", ""},
    {"“We will . . . go on,” Cole said.", ". . .", Style::ap},
    {"“We will ... go on. ... We have to.”", "", Style::reuters},
    {"“We will... go on,” Cole said.", "...", Style::reuters},
    {"“We will … go on,” Cole said.", "…", Style::reuters},
    {"“We will…go on,” Cole said.", "…", Style::uk},
    {"“And then …” Cole said.", "", Style::uk},
};

constexpr std::string_view kPoints = "…";

// A run of stops that stands for left-out words: tokens, with spaces between single ones.
struct Run {
  TokenRange tokens;
  std::uint32_t stops = 0;
  bool character = false;  // written as one character, …
  bool spaced = false;     // ". . ."
};

bool is_stop(const Draft& draft, std::uint32_t t) { return draft.forms().is(t, ".") || draft.forms().text(t) == kPoints; }

// Stops without a space between them begin here: what stands before ends a sentence.
bool opens_run(const Draft& draft, std::uint32_t t) {
  const auto& tokens = draft.analysis().tokens;
  const bool pair = t + 1 < draft.forms().size() && is_stop(draft, t + 1) && tokens[t + 1].begin == tokens[t].end;
  return pair || draft.forms().text(t) == kPoints;
}

Run run_at(const Draft& draft, std::uint32_t begin) {
  const auto& tokens = draft.analysis().tokens;
  Run run{{begin, begin}, 0, false, false};
  for (std::uint32_t t = begin; t < draft.forms().size() && is_stop(draft, t); ++t) {
    const std::uint32_t gap = t == begin ? 0 : tokens[t].begin - tokens[t - 1].end;
    if (gap > 1 || (t > begin && draft.forms().begins_paragraph(t)) || (gap == 1 && opens_run(draft, t))) break;
    run.spaced = run.spaced || gap == 1;
    run.character = run.character || draft.forms().text(t) == kPoints;
    run.tokens.end = t + 1;
    ++run.stops;
  }
  return run;
}

bool space_before(const Draft& draft, Span span) {
  if (span.begin == 0) return true;
  const std::string_view c = draft.words({span.begin - 1, span.begin});
  return c == " " || c == "\n" || c == "“" || c == "\"" || c == "‘" || c == "'" || c == "\u00A0";
}

bool space_behind(const Draft& draft, Span span) {
  const std::string_view c = draft.words({span.end, span.end + 1});
  return c.empty() || std::string_view(" \n\r”\"’',;:.!?)]").find(c) != std::string_view::npos || c == "\u00A0" || c == "”" || c == "’";
}

// The form that the house wants; empty where this one is right.
std::string wanted(const Draft& draft, const Run& run, Span span, Style style) {
  const bool three = run.stops == 3 && !run.character && !run.spaced, one = run.stops == 1 && run.character;
  const bool known = run.character || run.spaced || run.stops == 3 || run.stops == 4;  // …, ….  . . .  ...  and a full stop with these
  if (style == Style::none) return known ? "" : "...";
  const bool form = style == Style::uk ? three || one : three || (run.stops == 4 && !run.spaced && !run.character);
  if (form && space_before(draft, span) && space_behind(draft, span)) return {};
  const std::string points = style == Style::uk && run.character ? std::string(kPoints) : "...";
  return (space_before(draft, span) ? "" : " ") + points + (space_behind(draft, span) ? "" : " ");
}

void run_rule(const Draft& draft, Style style, Spots& out) {
  for (std::uint32_t t = 0; t < draft.forms().size();) {
    if (!is_stop(draft, t)) {
      ++t;
      continue;
    }
    const Run run = run_at(draft, t);
    t = run.tokens.end;
    if (run.stops < 2 && !run.character) continue;
    const Span span = draft.span_of(run.tokens);
    const std::string right = wanted(draft, run, span, style);
    if (!right.empty()) out.push_back({span, "left-out words are marked by three stops", in_marks(right), {{span, right}}});
  }
}

}  // namespace

constexpr Rule kEllipsis = {"Q011", "form of the ellipsis",
                            "Reuters and AP (ellipsis): three stops with a space either side; UK houses: … or three stops, spaces either side",
                            {Severity::warning, Severity::warning, Severity::warning, Severity::warning}, run_rule, kExamples};

}  // namespace sayso::lint
