// Q030: a crime told as a fact, or hedged twice.
#include <algorithm>
#include <string>
#include <vector>

#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"Ben Reyes is accused of having embezzled 2 million. Ann Cole found the books.", ""},
    {"Ben Reyes, who was convicted in May, embezzled 2 million.", ""},
    {"Ben Reyes embezzled 2 million, Ann Cole said.", ""},
    {"Ben Reyes embezzled 2 million over ten years.", "embezzled"},
    {"Ben Reyes is accused of allegedly stealing the books.", "accused of allegedly"},
    {"The alleged suspect left.", "alleged suspect"},
};

const WordSet& crimes() {
  static const WordSet words("murdered raped molested embezzled defrauded bribed laundered kidnapped abducted blackmailed groped extorted burgled robbed");
  return words;
}

// Words by which the law, or somebody, says so.
const WordSet& shields() {
  static const WordSet words(
      "alleged allegedly allege alleges accused accuse accuses accusing charged charge charges charging convicted conviction guilty pleaded pled indicted "
      "indictment sentenced jailed imprisoned suspected suspicion according prosecutors police admitted confessed found ruled verdict trial court "
      "claims claimed said says told reportedly lawsuit complaint if whether fictional film novel play");
  return words;
}

bool holds(const Draft& draft, TokenRange range, const WordSet& words) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (words.contains(draft.forms().folded(t))) return true;
  }
  return false;
}

// Where the names of people end, ascending.
std::vector<std::uint32_t> ends_of_names(const Draft& draft) {
  std::vector<std::uint32_t> out;
  for (const Entity& entity : draft.said().entities) {
    if (entity.type != SourceType::person) continue;
    for (const Span& mention : entity.mentions) {
      if (draft.forms().is_capital(draft.token_at(mention.begin))) out.push_back(mention.end);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

void find_bare(const Draft& draft, Spots& out) {
  const std::vector<std::uint32_t> names = ends_of_names(draft);
  for (std::uint32_t t = 1; t < draft.forms().size(); ++t) {
    if (!crimes().contains(draft.forms().folded(t)) || draft.forms().is_quoted(t) || draft.told(t)) continue;
    if (!std::binary_search(names.begin(), names.end(), draft.analysis().tokens[t - 1].end)) continue;
    if (holds(draft, draft.paragraph_of(t), shields())) continue;
    out.push_back({span_of_token(draft, t), "a crime told as a fact, of somebody who is named", "is accused of, was convicted of, or say who says so", {}});
  }
}

// "accused of allegedly", "alleged suspect", "allegedly accused", "suspected of allegedly".
bool hedged_twice(const WordForms& forms, std::uint32_t t, std::uint32_t& end) {
  const auto is_any = [&](std::uint32_t at, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
      if (forms.is(at, word)) return true;
    return false;
  };
  const bool charged = is_any(t, {"accused", "suspected"});
  if (charged && forms.is(t + 1, "of") && is_any(t + 2, {"allegedly", "reportedly"})) return end = t + 3, true;
  if (is_any(t, {"allegedly", "reportedly"}) && is_any(t + 1, {"accused", "suspected"})) return end = t + 2, true;
  if (forms.is(t, "alleged") && is_any(t + 1, {"suspect", "suspects"})) return end = t + 2, true;
  return false;
}

void find_hedged(const Draft& draft, Spots& out) {
  for (std::uint32_t t = 0, end = 0; t < draft.forms().size(); ++t) {
    if (draft.forms().is_quoted(t) || !hedged_twice(draft.forms(), t, end)) continue;
    out.push_back({draft.span_of({t, end}), "hedged twice", "one of the two", {}});
  }
}

void run(const Draft& draft, Style, Spots& out) {
  find_bare(draft, out);
  find_hedged(draft, out);
}

}  // namespace

constexpr Rule kCrime = {"Q030", "crime told as a fact, or hedged twice",
                         "AP (allege, accused, suspect) and Reuters: charged, accused or alleged until a court has found; never \"alleged\" on top of it",
                         {Severity::warning, Severity::warning, Severity::warning, Severity::warning}, run, kExamples};

}  // namespace sayso::lint
