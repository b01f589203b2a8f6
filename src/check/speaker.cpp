#include "check/speaker.h"

#include <algorithm>
#include <string>
#include <vector>

#include "record/words.h"
#include "text/person_names.h"
#include "text/words/titles.h"

namespace sayso::check {
namespace {

// Without titles, unless nothing else is left.
NameWords name_words(std::string_view name) {
  NameWords words = record::words_of(name);
  const auto first = std::find_if(words.begin(), words.end(), [](const std::string& word) { return !is_title(word); });
  if (first != words.end()) words.erase(words.begin(), first);
  return words;
}

bool same_name(const NameWords& a, const NameWords& b) {
  if (a.empty() || b.empty()) return false;
  if (a == b || same_body_name(a, b)) return true;
  if (a.size() == 1 || b.size() == 1) {
    const NameWords& one = a.size() == 1 ? a : b;
    const NameWords& other = a.size() == 1 ? b : a;
    return surname(other) == one[0] || other.front() == one[0];
  }
  return same_person_name(a, b);
}

}  // namespace

SameSpeaker compare_speaker(const trace::Witness& witness, std::string_view who) {
  const NameWords wanted = name_words(who);
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
  std::erase(names, "");
  if (names.empty()) return SameSpeaker::unknown;
  const bool same = std::any_of(names.begin(), names.end(),
                                [&](const std::string& name) { return same_name(name_words(name), wanted); });
  return same ? SameSpeaker::yes : SameSpeaker::no;
}

}  // namespace sayso::check
