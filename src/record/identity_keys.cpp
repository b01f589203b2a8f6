#include <algorithm>

#include "record/identity.h"
#include "record/identity_parts.h"
#include "record/names.h"
#include "text/person_names.h"
#include "text/words/nicknames.h"

namespace sayso::record {
namespace {

constexpr std::size_t kContextKeys = 3;  // of each kind
constexpr std::size_t kLongForms = 4;
constexpr std::size_t kForms = 4;
constexpr std::size_t kLongestKey = 300;  // bytes; longer ones are no names that anybody would write twice

void add(std::vector<std::string>& keys, std::string key) {
  if (key.size() <= kLongestKey && keys.size() < kMaxKeys && std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
}

void add_both(Keys& keys, const std::string& key) { add(keys.filed, key), add(keys.asked, key); }

// Either order: Orban Viktor, Viktor Orban.
std::string pair(std::string_view a, std::string_view b) {
  std::string x = letters_of(a), y = letters_of(b);
  if (y < x) std::swap(x, y);
  return "pair:" + x + "+" + y;
}

void add_context(Keys& keys, const Sketch& sketch, const std::string& word) {
  for (const Counts* list : {&sketch.roles, &sketch.bodies, &sketch.company}) {
    for (std::size_t i = 0; i < list->size() && i < kContextKeys; ++i) add_both(keys, "with:" + word + "|" + (*list)[i].text);
  }
}

void add_full(Keys& keys, const PersonName& name) {
  const std::string& first = name.given.front();
  const std::string family = letters_of(name.surname);
  if (is_initial(first)) {
    add_both(keys, "initial:" + first + "+" + family);
    add(keys.asked, "full:" + first + "+" + family);
  } else {
    add(keys.filed, "full:" + first.substr(0, 1) + "+" + family);
    add(keys.asked, "initial:" + first.substr(0, 1) + "+" + family);
    add_both(keys, pair(first, name.surname));
    add_both(keys, "sound:" + sound_of(letters_of(first)) + "+" + sound_of(family));
    for (std::size_t i = 0; i < long_forms(first).size() && i < kLongForms; ++i) add_both(keys, pair(long_forms(first)[i], name.surname));
  }
  // A part of a longer name: called by the middle name; one of two surnames.
  if (name.given.size() > 1 && !is_initial(name.given[1])) {
    add_both(keys, pair(name.given[1], name.surname));
    add_both(keys, pair(first, name.given.back()));
    if (name.given.size() > 2) add_both(keys, pair(name.given[1], name.given.back()));
  }
  const std::size_t hyphen = name.surname.find('-');
  if (hyphen == std::string::npos) return;
  add_both(keys, pair(first, std::string_view(name.surname).substr(0, hyphen)));
  add_both(keys, pair(first, std::string_view(name.surname).substr(hyphen + 1)));
}

// A stage name; or a maiden name, with the given name.
void add_other_name(Keys& keys, std::string_view text, const std::string& given) {
  PersonName name = parse_person(text);
  if (name.surname.empty()) return;
  if (!name.is_full() && !given.empty()) {
    add_both(keys, "one:" + letters_of(name.surname));
    name.given.push_back(given);
  }
  if (name.is_full()) add_full(keys, name);
}

Keys person_keys(const Sketch& sketch, const Compared& compared) {
  Keys keys;
  const std::vector<PersonForm>& forms = compared.person;
  if (forms.empty()) return keys;
  const PersonName name = forms.front().letters == letters_of(compared.folded) ? forms.front().name : parse_person(sketch.name);
  if (name.surname.empty()) return keys;
  const std::string given = name.is_full() ? name.given.front() : std::string();
  if (name.is_full()) add_full(keys, name);
  else add_both(keys, "one:" + letters_of(name.surname));
  for (const Counted& other : sketch.other_names) add_other_name(keys, other.text, given);
  for (std::size_t i = 1; i < forms.size() && i <= kForms; ++i) {
    if (forms[i].name.is_full() && !forms[i].other) add_full(keys, forms[i].name);
  }
  add_context(keys, sketch, letters_of(name.surname));
  return keys;
}

// Letters are asked for by names that may be written out, and these by letters: two names are not one for their initials.
void add_initials(Keys& keys, const std::string& letters) {
  add(keys.filed, "initials:" + letters);
  add(keys.asked, "letters:" + letters);
}

void add_letters(Keys& keys, const std::string& letters) {
  add(keys.filed, "letters:" + letters);
  add(keys.asked, "initials:" + letters);
}

// `kind`: documents and bodies are never one.
void add_body_form(Keys& keys, std::string_view kind, std::string_view text) {
  std::vector<std::string> words = body_words(text);
  std::vector<std::string> plain = split_words(fold_name(text));
  if (!plain.empty() && plain.front() == "the") plain.erase(plain.begin());
  std::vector<std::string> core = words;
  std::erase_if(core, [](const std::string& word) { return is_form_word(word); });
  if (core.empty()) core = words;
  std::ranges::sort(core);
  std::string joined;
  for (const std::string& word : core) joined += (joined.empty() ? "" : " ") + word;
  if (joined.empty()) return;
  const std::string same = std::string(kind) + ':';
  add_both(keys, same + joined);
  // "United States …" and "… of America" may be left out.
  const bool country = core.size() > 1 && (words.front() == "us" || words.front() == "uk" || words.front() == "federal" || words.front() == "national" || words.front() == "royal");
  if (country) {
    std::string rest;
    for (const std::string& word : core) {
      if (word != words.front()) rest += (rest.empty() ? "" : " ") + word;
    }
    add_both(keys, same + rest);
  }
  if (plain.size() > 1) {
    const bool has_form = is_form_word(body_words(plain.back()).back());
    for (const bool small : {false, true}) {
      const std::string letters = initials(plain, small);
      add_initials(keys, letters);
      if (has_form && letters.size() > 2) add_initials(keys, letters.substr(0, letters.size() - 1));
    }
  }
  if (words.size() == 1 && joined.size() < 8) add_letters(keys, joined);  // "U.N." too
}

// Of the forms those by which bodies are compared.
Keys body_keys(const Sketch& sketch, const std::vector<BodyForm>& forms) {
  Keys keys;
  const std::string_view kind = sketch.type == SourceType::document ? "document" : "body";
  add_body_form(keys, kind, sketch.name);
  for (const BodyForm& form : forms) {
    if (form.acronym.empty()) continue;
    add_both(keys, std::string(kind) + ':' + form.acronym);
    add_letters(keys, form.acronym);
  }
  return keys;
}

}  // namespace

Keys keys_of(const Sketch& sketch, const Compared& compared) {
  return sketch.type == SourceType::person ? person_keys(sketch, compared) : body_keys(sketch, compared.body);
}

Keys keys_of(const Sketch& sketch) { return keys_of(sketch, compared(sketch)); }

}  // namespace sayso::record
