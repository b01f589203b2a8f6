#include <algorithm>

#include "record/identity_parts.h"
#include "record/names.h"
#include "text/person_names.h"
#include "text/words/organization_words.h"
#include "text/words/word_set.h"

namespace sayso::record {
namespace {

constexpr std::size_t kForms = 6;

using Words = std::vector<std::string>;

bool is_country_word(std::string_view word) {
  static const WordSet set("us uk usa american british federal national royal united states");
  return set.contains(word);
}

bool turns_round(std::string_view word) {
  static const WordSet set("department ministry office bureau agency board court embassy");
  return set.contains(word);
}

// One word that many bodies are called by.
bool is_generic(const Words& words) {
  static const WordSet set("council police senate congress parliament government court supreme committee house department ministry army navy party club bank school "
                           "university hospital board union city county state team opposition cabinet jury church commission company");
  return std::ranges::all_of(words, [](const std::string& word) { return set.contains(word); });
}

using Form = BodyForm;

bool is_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') ++letters;
    else if (c != '.') return false;
  }
  return letters > 1 && letters < 8;
}

Form form_of(const std::string& text) {
  Form out;
  out.words = body_words(text);
  std::string_view bare = text;
  if (bare.starts_with("the ") || bare.starts_with("The ")) bare.remove_prefix(4);
  if (is_capitals(bare)) out.acronym = letters_of(fold_name(bare));
  std::erase(out.acronym, ' ');
  Words plain = split_words(fold_name(bare));
  if (plain.size() > 1 && !plain.empty()) {
    if (is_company_suffix(plain.back())) plain.pop_back();
    out.initials = sayso::initials(plain, false);
    out.all_initials = sayso::initials(plain, true);
  }
  return out;
}

std::string letters_of(const Words& words) {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

// What one name has beyond the other, which it contains in order; nothing where it does not contain it.
bool beyond(const Words& longer, const Words& shorter, Words& extra) {
  std::size_t at = 0;
  for (const std::string& word : longer) {
    if (at < shorter.size() && shorter[at] == word) ++at;
    else extra.push_back(word);
  }
  return at == shorter.size();
}

Evidence acronym(const std::string& letters, const Form& full) {
  if (letters.size() < 2 || (full.initials != letters && full.all_initials != letters)) return {};
  std::string shown = letters;
  std::ranges::transform(shown, shown.begin(), [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
  if (is_known_outlet(letters)) return {2.0, shown + " are its initials"};
  return {letters.size() > 3 ? 1.0 : letters.size() == 3 ? 0.2 : -0.8, shown + " are its initials"};
}

Evidence contained(const Words& a, const Words& b) {
  Words extra;
  if (a.size() == b.size() || !beyond(a.size() > b.size() ? a : b, a.size() > b.size() ? b : a, extra)) return {};
  if (std::ranges::all_of(extra, is_form_word)) return {1.8, "same name but for \"" + extra.front() + "\""};
  if (std::ranges::all_of(extra, is_country_word)) return {0.4, "same name but for \"" + extra.front() + "\""};
  return {};
}

Evidence fit(const Form& a, const Form& b) {
  if (!a.acronym.empty() && b.acronym.empty()) return acronym(a.acronym, b);
  if (!b.acronym.empty() && a.acronym.empty()) return acronym(b.acronym, a);
  if (a.words == b.words || letters_of(a.words) == letters_of(b.words)) {
    if (is_generic(a.words)) return {-0.8, "same name, which many bodies bear"};
    if (!a.acronym.empty()) return {1.6, "same initials"};
    return {2.5, "same name"};
  }
  Words x = a.words, y = b.words;
  std::ranges::sort(x), std::ranges::sort(y);
  if (x == y && std::ranges::any_of(x, turns_round)) return {2.0, "same name in the other order"};
  return contained(a.words, b.words);
}

}  // namespace

std::vector<BodyForm> body_forms(const Sketch& sketch) {
  std::vector<BodyForm> out{form_of(sketch.name)};
  for (const Counts* list : {&sketch.forms, &sketch.other_names}) {
    for (const Counted& form : *list) {
      if (out.size() == kForms || form.text == sketch.name) continue;
      // Short forms are of their document ("the Post", "the House"); initials of the name go with it everywhere.
      Form found = form_of(form.text);
      const std::string& letters = found.acronym;
      if (!letters.empty() && (letters == out.front().initials || letters == out.front().all_initials)) out.push_back(std::move(found));
    }
  }
  return out;
}

NameEvidence compare_body_names(const std::vector<BodyForm>& xs, const std::vector<BodyForm>& ys) {
  NameEvidence out;
  out.fit.weight = -4.0;
  const auto has_full = [](const std::vector<Form>& forms) { return std::ranges::any_of(forms, [](const Form& f) { return f.words.size() > 1; }); };
  const bool both_full = has_full(xs) && has_full(ys);
  for (const Form& x : xs) {
    for (const Form& y : ys) {
      // The same letters stand for many names: where both names are known, they decide.
      if (both_full && (x.words.size() < 2 || y.words.size() < 2)) continue;
      Evidence found = fit(x, y);
      if (!found.reason.empty() && found.weight > out.fit.weight) out.fit = std::move(found);
    }
  }
  out.needs_context = out.fit.weight < 1.0;
  return out;
}

}  // namespace sayso::record
