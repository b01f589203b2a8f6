// Q011: how left-out words are marked.
#include <cctype>

#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/word_set.h"

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
    {"“We will [...] go on,” Cole said. “We […] will (...) go on.”", "", Style::ap},
    {"“We will (… perhaps) go on,” Cole said.", "…", Style::reuters},
    {"“We will (... perhaps) go on ...,” Cole said.", "", Style::reuters},
    {"Cole keeps it at http://mill.example/a...b and in ../up, C:\\mill\\..\\up and mill/old..new.", "", Style::ap},
    {"Cole counted 3..5 of them, or 3...5, and read pages 12…14 and a..z in v1..v2 for $5...$10.", "", Style::ap},
    {"“We will go on..and on,” Cole said.", ".."},
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

// The character before or behind, one of a string; empty at the ends of the text.
std::string_view before(const Draft& draft, std::uint32_t point) { return point == 0 ? std::string_view() : draft.words({point - 1, point}); }
std::string_view behind(const Draft& draft, std::uint32_t point) { return draft.words({point, point + 1}); }
bool one_of(std::string_view character, std::string_view all) { return !character.empty() && all.find(character) != all.npos; }

bool space_before(const Draft& draft, Span span) {
  const std::string_view c = before(draft, span.begin);
  return c.empty() || one_of(c, " \n\t\u00A0“\"‘'([");
}

bool space_behind(const Draft& draft, Span span) {
  const std::string_view c = behind(draft, span.end);
  return c.empty() || one_of(c, " \n\r\t\u00A0”\"’',;:.!?)]");
}

// "[...]", "(…)": brackets say whose cut it is, and stay as they are.
bool in_brackets(const Draft& draft, Span span) { return one_of(before(draft, span.begin), "([") && one_of(behind(draft, span.end), ")]"); }

constexpr std::uint32_t kReach = 200;  // characters of an address or a path to either side

bool is_space(std::string_view c) { return c.empty() || one_of(c, " \n\r\t\u00A0"); }
bool is_digit(std::string_view c) { return one_of(c, "0123456789"); }
// Letters beyond ASCII too, but no marks, dashes and points.
bool is_alnum(std::string_view c) {
  if (c.size() == 1) return std::isalnum(static_cast<unsigned char>(c[0])) != 0;
  return c.size() > 1 && !one_of(c, "“”‘’…–—«»‹›\u00A0");
}

// "v1" of "v1..v2": what stands against the stops, before or behind them.
std::string_view word_before(const Draft& draft, std::uint32_t point) {
  std::uint32_t begin = point;
  while (begin > 0 && point - begin < kReach && is_alnum(before(draft, begin))) --begin;
  return draft.words({begin, point});
}

std::string_view word_behind(const Draft& draft, std::uint32_t point) {
  std::uint32_t end = point;
  while (end - point < kReach && is_alnum(behind(draft, end))) ++end;
  return draft.words({point, end});
}

// What stands there without a space, up to kReach to either side.
std::string_view unspaced(const Draft& draft, Span span) {
  std::uint32_t begin = span.begin, end = span.end;
  while (begin > 0 && span.begin - begin < kReach && !is_space(before(draft, begin))) --begin;
  while (end - span.end < kReach && !is_space(behind(draft, end))) ++end;
  return draft.words({begin, end});
}

// Ranges of numbers, versions and letters: "3..5", "v1...v2", "a..z".
bool is_range(const Draft& draft, Span span) {
  const std::string_view left = word_before(draft, span.begin), right = word_behind(draft, span.end);
  if (is_digit(behind(draft, span.end)) || (one_of(behind(draft, span.end), "$£€-") && is_digit(behind(draft, span.end + 1)))) return true;
  if (left.empty() || right.empty()) return false;
  constexpr std::string_view kDigits = "0123456789";
  return left.find_first_of(kDigits) != left.npos || right.find_first_of(kDigits) != right.npos || (left.size() == 1 && right.size() == 1);
}

// Addresses, paths, ranges, code: their stops leave no words out.
bool is_technical(const Draft& draft, Span span) {
  const std::string_view all = unspaced(draft, span);
  return all.find_first_of("/\\@_={}<>|~^`") != all.npos || all.starts_with("www.") || is_range(draft, span);
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

// "U.S..", "etc..": a stop too many, or one too few? Only the writer knows.
bool ends_short_form(const Draft& draft, const Run& run, Span span) {
  static const WordSet words("etc inc co corp ltd llc jr sr mr mrs ms dr st vs al no bros");
  if (run.stops != 2 || run.spaced || run.character || run.tokens.begin == 0) return false;
  const std::uint32_t word = run.tokens.begin - 1;
  if (draft.analysis().tokens[word].end != span.begin) return false;
  const std::string_view text = draft.forms().folded(word);
  const bool letters = text.find('.') != text.npos || (text.size() == 1 && one_of(before(draft, span.begin - 1), "."));
  return letters || words.contains(text);
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
    if (in_brackets(draft, span) || is_technical(draft, span)) continue;
    const std::string right = wanted(draft, run, span, style);
    if (right.empty()) continue;
    Spot spot{span, "left-out words are marked by three stops", in_marks(right), {{span, right}}};
    if (ends_short_form(draft, run, span)) spot.suggestion = "“.” or " + in_marks("..."), spot.fixes.clear();
    out.push_back(std::move(spot));
  }
}

}  // namespace

constexpr Rule kEllipsis = {"Q011", "form of the ellipsis",
                            "Reuters and AP (ellipsis): three stops with a space either side; UK houses: … or three stops, spaces either side",
                            {Severity::warning, Severity::warning, Severity::warning, Severity::warning}, run_rule, kExamples};

}  // namespace sayso::lint
