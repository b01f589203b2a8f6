#include "check/speaker.h"

#include <algorithm>
#include <string>
#include <vector>

#include "record/words.h"
#include "text/person_names.h"
#include "text/words/titles.h"

namespace sayso::check {
namespace {

// Behind the last title, unless nothing is left there: "former President Cole" tells a surname alone.
NameWords name_words(std::string_view name) {
  NameWords words = record::words_of(name);
  const auto last = std::find_if(words.rbegin(), words.rend(), [](const std::string& word) { return is_title(word); });
  if (last != words.rbegin()) words.erase(words.begin(), last.base());
  return words;
}

// "Kim Jong-un" and "Kim Jong Un".
std::string joined(const NameWords& words) {
  std::string out;
  for (const std::string& word : words) out += word;
  std::erase(out, '-');
  return out;
}

bool same_full_name(const NameWords& a, const NameWords& b) {
  return joined(a) == joined(b) || same_body_name(a, b) || (a.size() > 1 && b.size() > 1 && same_person_name(a, b));
}

// "Cole" or "Ann", and any name that has it.
bool same_short_name(const NameWords& a, const NameWords& b) {
  if (a.size() > 1 && b.size() > 1) return false;
  const NameWords& one = a.size() == 1 ? a : b;
  const NameWords& other = a.size() == 1 ? b : a;
  return surname(other) == one[0] || other.front() == one[0];
}

// Two people of one surname: both given names are told.
bool is_namesake(const NameWords& a, const NameWords& b) {
  return a.size() > 1 && b.size() > 1 && surname(a) == surname(b) && !same_full_name(a, b);
}

bool is_among(const std::vector<NameWords>& names, const NameWords& wanted) {
  const auto any = [&](auto fits) {
    return std::any_of(names.begin(), names.end(), [&](const NameWords& name) { return fits(name, wanted); });
  };
  if (wanted.empty()) return false;
  return any(same_full_name) || (any(same_short_name) && !any(is_namesake));
}

// Of its speaker, as words.
std::vector<NameWords> names_of(const trace::Witness& witness) {
  std::vector<std::string> names = {witness.wording.speaker};
  if (witness.statement) {
    const Party& source = witness.source->extraction.statements[*witness.statement].source;
    std::vector<std::uint32_t> entities = source.entities;
    if (source.entity) entities.push_back(*source.entity);
    for (const std::uint32_t entity : entities) {
      const Entity& e = witness.source->extraction.entities[entity];
      names.push_back(e.name);
      names.insert(names.end(), e.aliases.begin(), e.aliases.end());
    }
  }
  std::vector<NameWords> known;
  for (const std::string& name : names)
    if (NameWords words = name_words(name); !words.empty()) known.push_back(std::move(words));
  return known;
}

}  // namespace

SameSpeaker compare_speaker(const trace::Witness& witness, std::string_view who) {
  const std::vector<NameWords> known = names_of(witness);
  if (known.empty()) return SameSpeaker::unknown;
  return is_among(known, name_words(who)) ? SameSpeaker::yes : SameSpeaker::no;
}

bool fits_by_surname(const trace::Witness& witness, std::string_view who) {
  const NameWords wanted = name_words(who);
  const std::vector<NameWords> known = names_of(witness);
  return wanted.size() > 1 &&
         std::none_of(known.begin(), known.end(), [&](const NameWords& name) { return same_full_name(name, wanted); });
}

}  // namespace sayso::check
