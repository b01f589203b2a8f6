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
    {"Ben Reyes stole the bronze bell of the chapel.", "stole"},
    {"Ben Reyes stole the show at the fair, and second base before that.", ""},
    {"Ben Reyes had once stolen 300 crowns from the mill.", "stolen"},
    {"Ben Reyes, who killed his wife, left the town.", "killed"},
    {"Ben Reyes killed the deal, and killed time at the fair.", ""},
    {"Ben Reyes is a murderer. Ann Cole left.", "murderer"},
    {"Ben Reyes is a killer cook. Is Ben Reyes a thief?", ""},
    {"Ben Reyes murdered the miller. Ann Cole allegedly fled the town.", "murdered"},
    {"Ben Reyes was convicted in May. Ben Reyes murdered the miller.", ""},
    {"Ben Reyes allegedly reportedly stole the bell.", "allegedly reportedly"},
};

const WordSet& crimes() {
  static const WordSet words("murdered raped molested embezzled defrauded bribed laundered kidnapped abducted blackmailed groped extorted burgled robbed");
  return words;
}

// Crimes only by what they are done to: bells are stolen, and so are shows; wives are killed, and so are bills.
const WordSet& thefts() {
  static const WordSet words("stole stolen");
  return words;
}
const WordSet& killings() {
  static const WordSet words("killed strangled stabbed poisoned assaulted");
  return words;
}

// "stole away": crept.
const WordSet& ways() {
  static const WordSet words("away into back by up out past through off down over across");
  return words;
}

// What is stolen, and nobody goes to prison for it.
const WordSet& not_stolen() {
  static const WordSet words(
      "show shows spotlight limelight scene scenes base bases second third home kiss kisses glance glances look looks heart hearts thunder march ball balls puck "
      "pass passes point points win victory game games headline headlines moment moments time hour hours breath sleep seat seats idea ideas "
      "page election elections signals signs possession lead votes vote laugh laughs inbounds rebound attention");
  return words;
}

const WordSet& people() {
  static const WordSet words(
      "wife husband mother father son sons daughter daughters brother sister parents child children baby girlfriend boyfriend partner neighbor neighbour "
      "man men woman women girl girls boy boys person people officer officers soldier soldiers student students teenager victim victims colleague "
      "teacher nurse driver clerk guard miller grandmother grandfather aunt uncle cousin friend classmate classmates infant toddler stepdaughter stepson roommate");
  return words;
}

const WordSet& criminals() {
  static const WordSet words("murderer killer rapist thief fraudster embezzler paedophile pedophile kidnapper blackmailer arsonist burglar robber");
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

// What a court has found counts for the whole paragraph.
const WordSet& findings() {
  static const WordSet words("convicted conviction guilty pleaded pled sentenced jailed imprisoned verdict confessed film novel play fictional");
  return words;
}

// Sentences and paragraphs of which something says whose word it is, or that a court has found so; by their numbers.
struct Shielded {
  std::vector<bool> sentences, paragraphs;
  bool has(const WordForms& forms, std::uint32_t t) const { return sentences[forms.sentence(t)] || paragraphs[forms.paragraph(t)]; }
};

Shielded shielded_of(const WordForms& forms) {
  Shielded out{std::vector<bool>(forms.size() + 1), std::vector<bool>(forms.size() + 1)};
  for (std::uint32_t t = 0; t < forms.size(); ++t) {
    if (shields().contains(forms.folded(t))) out.sentences[forms.sentence(t)] = true;
    if (findings().contains(forms.folded(t))) out.paragraphs[forms.paragraph(t)] = true;
  }
  return out;
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

constexpr std::uint32_t kPhrase = 6;  // tokens of an object

// Of the words behind a verb, up to a stop: whether one of them is in the set.
bool object_has(const Draft& draft, std::uint32_t verb, const WordSet& words) {
  const WordForms& forms = draft.forms();
  for (std::uint32_t t = verb + 1; t < verb + 1 + kPhrase && forms.is_word(t) && forms.sentence(t) == forms.sentence(verb); ++t) {
    if (words.contains(forms.folded(t))) return true;
  }
  return false;
}

bool is_crime(const Draft& draft, std::uint32_t t) {
  const std::string_view word = draft.forms().folded(t);
  if (crimes().contains(word)) return true;
  if (thefts().contains(word)) return draft.forms().is_word(t + 1) && !ways().contains(draft.forms().folded(t + 1)) && !object_has(draft, t, not_stolen());
  return killings().contains(word) && object_has(draft, t, people());
}

// "who had once": between a name and its verb.
std::uint32_t behind_name(const WordForms& forms, std::uint32_t verb) {
  static const WordSet between("had has have also then later once first even twice repeatedly secretly brutally , who");
  std::uint32_t t = verb;
  while (t > 0 && verb - t < kPhrase && between.contains(forms.folded(t - 1)) && !forms.begins_sentence(t)) --t;
  return t;
}

// "Reyes is a murderer".
bool is_criminal(const Draft& draft, std::uint32_t t) {
  const WordForms& forms = draft.forms();
  return t > 2 && criminals().contains(forms.folded(t)) && (!forms.is_word(t + 1) || forms.is(t + 1, "and") || forms.is(t + 1, "who") || forms.is(t + 1, "of")) &&
         (forms.is(t - 1, "a") || forms.is(t - 1, "the")) && (forms.is(t - 2, "is") || forms.is(t - 2, "was"));
}

void find_bare(const Draft& draft, Spots& out) {
  const std::vector<std::uint32_t> names = ends_of_names(draft);
  const Shielded shielded = shielded_of(draft.forms());
  for (std::uint32_t t = 1; t < draft.forms().size(); ++t) {
    const bool crime = is_crime(draft, t);
    if ((!crime && !is_criminal(draft, t)) || draft.forms().is_quoted(t) || draft.told(t)) continue;
    const std::uint32_t behind = crime ? behind_name(draft.forms(), t) : t - 2;
    if (behind == 0 || !std::binary_search(names.begin(), names.end(), draft.analysis().tokens[behind - 1].end)) continue;
    if (shielded.has(draft.forms(), t)) continue;
    out.push_back({span_of_token(draft, t), "a crime told as a fact, of somebody who is named", "is accused of, was convicted of, or say who says so", {}});
  }
}

// "accused of allegedly", "alleged suspect", "allegedly accused", "allegedly reportedly", "suspected of allegedly".
bool hedged_twice(const WordForms& forms, std::uint32_t t, std::uint32_t& end) {
  const auto is_any = [&](std::uint32_t at, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
      if (forms.is(at, word)) return true;
    return false;
  };
  const bool charged = is_any(t, {"accused", "suspected"});
  if (charged && forms.is(t + 1, "of") && is_any(t + 2, {"allegedly", "reportedly"})) return end = t + 3, true;
  if (is_any(t, {"allegedly", "reportedly"}) && is_any(t + 1, {"accused", "suspected"})) return end = t + 2, true;
  if (is_any(t, {"allegedly", "reportedly", "supposedly"}) && is_any(t + 1, {"allegedly", "reportedly", "supposedly"})) return end = t + 2, true;
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
