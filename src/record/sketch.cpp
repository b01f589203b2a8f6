#include "record/sketch.h"

#include <algorithm>
#include <tuple>

namespace sayso::record {
namespace {

void add_all(Counts& to, const Counts& from) {
  for (const Counted& entry : from) count(to, entry.text, entry.count);
}

void widen(Sketch& person, const Sketch& mention) {
  if (mention.first_day.empty()) return;
  if (person.first_day.empty() || mention.first_day < person.first_day) person.first_day = mention.first_day;
  if (mention.last_day > person.last_day) person.last_day = mention.last_day;
}

// The name under which most documents have it; of two as frequent the longer. A name of one word only where there is no other.
void rename(Sketch& person, const std::string& name) {
  const auto times = [&](const std::string& text) {
    const auto found = std::ranges::find(person.forms, text, &Counted::text);
    return found == person.forms.end() ? 0 : found->count;
  };
  const auto rank = [&](const std::string& text) { return std::tuple(text.find(' ') != std::string::npos, times(text), text.size()); };
  if (rank(name) > rank(person.name)) person.name = name;
}

}  // namespace

void count(Counts& counts, std::string_view text, std::uint32_t times) {
  if (text.empty()) return;
  auto at = std::ranges::find(counts, text, &Counted::text);
  if (at != counts.end()) {
    at->count += times;
  } else {
    if (counts.size() == kMaxCounts) counts.pop_back();
    counts.push_back({std::string(text), times});
    at = counts.end() - 1;
  }
  // Counts only grow, so one step of an insertion sort keeps the order.
  const auto place = std::find_if(counts.begin(), at, [&](const Counted& other) { return other.count < at->count; });
  std::rotate(place, at, at + 1);
}

void absorb(Sketch& person, const Sketch& mention) {
  add_all(person.forms, mention.forms);
  add_all(person.other_names, mention.other_names);
  add_all(person.roles, mention.roles);
  add_all(person.born, mention.born);
  add_all(person.bodies, mention.bodies);
  add_all(person.company, mention.company);
  add_all(person.outlets, mention.outlets);
  person.she += mention.she, person.he += mention.he;
  rename(person, mention.name);
  if (person.suffix.empty()) person.suffix = mention.suffix;
  widen(person, mention);
  person.documents += mention.documents;
  person.listed = person.listed || mention.listed;
}

}  // namespace sayso::record
