#include <algorithm>
#include <optional>

#include "record/identity_parts.h"
#include "record/names.h"
#include "text/words/given_names.h"
#include "text/words/nicknames.h"

namespace sayso::record {
namespace {

constexpr double kListed = 1.0;       // whoever lists John Smith means the one in the news
constexpr std::size_t kForms = 6;  // names of one sketch that are compared

using Form = PersonForm;

// How one part of a name goes with the same part of another.
enum class Fit { none, equal, respelled, nickname, initial, absent };

std::string_view bare(std::string_view family) {
  for (const std::string_view article : {"al ", "el ", "bin ", "ibn "}) {
    if (family.starts_with(article)) family.remove_prefix(article.size());
  }
  return family;
}

Fit fit_given(std::string_view a, std::string_view b) {
  if (a == b) return is_initial(a) ? Fit::initial : Fit::equal;
  if (is_initial(a) || is_initial(b)) return a.front() == b.front() ? Fit::initial : Fit::none;
  if (same_letters(a, b)) return Fit::equal;
  if (is_nickname(a, b)) return Fit::nickname;
  if (!differ(given_name_gender(a), given_name_gender(b)) && is_respelling(a, b)) return Fit::respelled;
  for (const std::string_view name : long_forms(a)) {  // Bob and Rob, both of Robert
    if (std::ranges::find(long_forms(b), name) != long_forms(b).end() && is_short_form(a, name) && is_short_form(b, name)) return Fit::nickname;
  }
  return Fit::none;
}

Fit fit_middle(const PersonName& a, const PersonName& b) {
  if (a.given.size() < 2 || b.given.size() < 2) return Fit::absent;
  return fit_given(a.given[1], b.given[1]);
}

bool is_double_of(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a != b && ((b.starts_with(a) && b[a.size()] == '-') || (b.ends_with(a) && b[b.size() - a.size() - 1] == '-'));
}

// How much an equal full name says alone: much for a rare one, nearly nothing for John Smith.
double rarity(const PersonName& name) {
  const bool common = is_common_surname(bare(name.surname));
  const bool given = is_common_given(name.given.front()) || is_initial(name.given.front());
  return common ? given ? 0.3 : 1.3 : given ? 1.9 : 2.4;
}

double middle_weight(const PersonName& a, const PersonName& b) {
  switch (fit_middle(a, b)) {
    case Fit::equal: case Fit::nickname: case Fit::respelled: return 1.2;
    case Fit::initial: return 0.8;
    default: return 0.0;
  }
}

std::string pair_of(std::string_view a, std::string_view b) { return std::string(a) + " = " + std::string(b); }

std::string shown(std::string_view word) {
  std::string out(word);
  bool start = true;
  for (char& c : out) {
    if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    start = c == ' ' || c == '-';
  }
  return out;
}

Evidence given_evidence(const PersonName& a, const PersonName& b, Fit fit) {
  const std::string x = shown(a.given.front()), y = shown(b.given.front());
  switch (fit) {
    case Fit::equal: return {0.0, middle_weight(a, b) > 0 ? "same full name and middle name" : "same full name"};
    case Fit::nickname: return {-0.7, "nickname " + pair_of(x, y)};
    case Fit::respelled: return {-0.5, "spelling " + pair_of(x, y)};
    case Fit::initial: return {-1.4, "initial and surname: " + pair_of(x, y) + ", " + shown(a.surname)};
    default: return {};
  }
}

// Elias Henry Proudfoot, called Henry.
bool is_called_by_middle(const PersonName& a, const PersonName& b) {
  if (a.surname_first || b.surname_first) return false;  // the two parts of Jong Un are one name
  const auto among = [](const std::string& name, const std::vector<std::string>& list) {
    return !is_initial(name) && std::find(list.begin() + 1, list.end(), name) != list.end();
  };
  return among(a.given.front(), b.given) || among(b.given.front(), a.given);
}

std::vector<std::string> words_of(const PersonName& name) {
  std::vector<std::string> out = name.given;
  out.push_back(name.surname);
  return out;
}

// "José Ibáñez" of "José Ibáñez Robledo", "López Obrador" of "Andrés Manuel López Obrador".
bool is_part(const PersonName& a, const PersonName& b) {
  if (a.given.size() == b.given.size() || a.given.empty() || b.given.empty()) return false;
  const std::vector<std::string> x = words_of(a), y = words_of(b);
  const auto& longer = x.size() > y.size() ? x : y;
  const auto& shorter = x.size() > y.size() ? y : x;
  return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

// Orban Viktor, Viktor Orban; not Thomas James and James Thomas, where both can be given names.
bool is_turned(const PersonName& a, const PersonName& b) {
  if (a.given.size() != 1 || b.given.size() != 1 || !same_letters(a.given[0], b.surname) || !same_letters(b.given[0], a.surname)) return false;
  return !(is_given_name(a.given[0]) && is_given_name(b.given[0]));
}

Evidence full_names(const Form& x, const Form& y) {
  const PersonName &a = x.name, &b = y.name;
  const std::string_view s = bare(a.surname), t = bare(b.surname);
  if (x.letters == y.letters) return {rarity(a) + middle_weight(a, b), "same full name"};
  Evidence family{0.0, ""};
  if (s != t && !same_letters(s, t)) {
    if (is_double_of(s, t)) family = {-0.7, "surname " + shown(s) + " in " + shown(t)};
    else if (is_respelling(s, t)) family = {-0.7, "spelling " + pair_of(shown(s), shown(t))};
    else if (is_turned(a, b)) return {rarity(a) - 0.5, "same name in the other order"};
    else if (is_part(a, b)) return {std::max(rarity(a), rarity(b)) - 1.3, "one name is part of the other"};
    else return {};
  }
  const Fit given = fit_given(a.given.front(), b.given.front());
  if (given == Fit::none) {
    if (is_part(a, b)) return {std::max(rarity(a), rarity(b)) - 1.1 + family.weight, "one name is part of the other"};
    if (is_called_by_middle(a, b)) return {std::max(rarity(a), rarity(b)) - 1.3 + family.weight, "called by a middle name"};
    return {};
  }
  Evidence out = given_evidence(a, b, given);
  out.weight += std::max(rarity(a), rarity(b)) + family.weight + middle_weight(a, b);
  if (!family.reason.empty()) out.reason = given == Fit::equal ? "same given name, " + family.reason : out.reason + ", " + family.reason;
  return out;
}

Evidence one_word(const Form& x, const Form& y) {
  if (!x.name.is_full() && !y.name.is_full()) {
    if (x.letters != y.letters) return {};
    const bool plain = is_common_surname(x.name.surname) || is_given_name(x.name.surname);
    return {plain ? -0.8 : 0.2, "same name of one word"};
  }
  const PersonName& full = x.name.is_full() ? x.name : y.name;
  const std::string& word = x.name.is_full() ? y.name.surname : x.name.surname;
  if (bare(full.surname) == bare(word)) return {is_common_surname(word) ? -1.3 : -0.8, "same surname alone"};
  const Fit given = fit_given(full.given.front(), word);
  if (given == Fit::equal || given == Fit::nickname) return {-1.6, "same given name alone"};
  return {};
}

Evidence fit(const Form& x, const Form& y) {
  if (!x.name.is_full() || !y.name.is_full()) {
    if ((x.other || y.other) && x.letters == y.letters) return {1.5, "a further name of it: " + shown(x.name.surname)};
    return one_word(x, y);
  }
  Evidence out = full_names(x, y);
  if ((x.other || y.other) && out.weight > 0) out = {out.weight + 1.0, (x.other ? "also named " + shown(x.letters) : "also named " + shown(y.letters))};
  return out;
}

void add_form(std::vector<Form>& out, std::string_view text, bool other) {
  Form form{parse_person(text), "", other};
  if (form.name.surname.empty()) return;
  form.letters = letters_of(fold_name(without_titles(text)));
  out.push_back(std::move(form));
}

// Two names that fit but for what tells people of one family apart.
std::optional<std::string> conflict(const Form& x, const Form& y) {
  const PersonName &a = x.name, &b = y.name;
  if (x.other || y.other || !a.is_full() || !b.is_full() || bare(a.surname) != bare(b.surname)) return {};
  const Fit given = fit_given(a.given.front(), b.given.front());
  if (given == Fit::none || fit_middle(a, b) != Fit::none) return {};
  return "different middle names: " + shown(a.given[1]) + " against " + shown(b.given[1]);
}

// A form of one name: in a story about two of a family, one may be taken for the other.
bool goes_with(const Form& name, const Form& form) {
  if (!name.name.is_full() || !form.name.is_full()) return true;
  return name.name.suffix == form.name.suffix && !full_names(name, form).reason.empty() && !conflict(name, form);
}

}  // namespace

bool shares_word(std::string_view form, std::string_view name) {
  const std::vector<std::string> words = split_words(fold_name(name));
  return std::ranges::any_of(split_words(fold_name(form)), [&](const std::string& word) { return std::ranges::find(words, word) != words.end(); });
}

bool may_be_called(std::string_view name, std::string_view form) {
  std::vector<Form> both;
  add_form(both, name, false);
  add_form(both, form, false);
  return both.size() == 2 && shares_word(form, name) && goes_with(both[0], both[1]);
}

// Full names where there are any: "Cole" of Ann Cole is not compared with another Cole.
std::vector<PersonForm> person_forms(const Sketch& sketch) {
  std::vector<PersonForm> out;
  add_form(out, sketch.name, false);
  for (const Counted& form : sketch.forms) {
    if (out.size() >= kForms) break;
    if (form.text == sketch.name || !shares_word(form.text, sketch.name)) continue;
    add_form(out, form.text, false);
    if (out.size() > 1 && !goes_with(out.front(), out.back())) out.pop_back();
  }
  if (std::ranges::any_of(out, [](const Form& f) { return f.name.is_full(); })) std::erase_if(out, [](const Form& f) { return !f.name.is_full(); });
  const std::vector<std::string> given = out.empty() ? std::vector<std::string>{} : out.front().name.given;
  for (const Counted& form : sketch.other_names) {
    if (out.size() >= 2 * kForms) break;
    const bool maiden = form.text.find(' ') == std::string::npos && !given.empty();
    add_form(out, maiden ? given.front() + " " + form.text : form.text, true);
    if (maiden && sketch.listed) add_form(out, form.text, true);  // as a list has it, it stands alone
  }
  return out;
}

NameEvidence compare_person_names(const Sketch& a, const std::vector<PersonForm>& xs, const Sketch& b, const std::vector<PersonForm>& ys) {
  NameEvidence out;
  out.fit.weight = -4.0;
  for (const Form& x : xs) {
    for (const Form& y : ys) {
      Evidence found = fit(x, y);
      if (!found.reason.empty() && found.weight > out.fit.weight) out.fit = std::move(found);
      if (out.against.reason.empty()) {
        if (auto reason = conflict(x, y)) out.against = {-5.0, std::move(*reason)};
      }
    }
  }
  if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) out.against = {-6.0, shown(a.suffix) + " against " + shown(b.suffix)};
  // Father and son: the one without the suffix may be either.
  if (!out.fit.reason.empty() && a.suffix.empty() != b.suffix.empty()) out.fit.weight -= 2.5, out.fit.reason += ", one without " + shown(a.suffix + b.suffix);
  const bool whole = out.fit.reason == "same full name" || out.fit.reason.starts_with("a further name");
  if (whole && (a.listed || b.listed)) out.fit.weight += kListed, out.fit.reason += ", in the list of known people";
  out.needs_context = out.fit.weight < 1.0;
  return out;
}

}  // namespace sayso::record
