#include "record/sketch.h"

#include <algorithm>

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

}  // namespace

void count(Counts& tally, std::string_view text, std::uint32_t times) {
  if (text.empty()) return;
  auto at = std::ranges::find(tally, text, &Counted::text);
  if (at != tally.end()) {
    at->count += times;
  } else {
    if (tally.size() == kMaxCounts) tally.pop_back();
    tally.push_back({std::string(text), times});
    at = tally.end() - 1;
  }
  // Counts only grow, so one step of an insertion sort keeps the order.
  const auto place = std::find_if(tally.begin(), at, [&](const Counted& other) { return other.count < at->count; });
  std::rotate(place, at, at + 1);
}

void absorb(Sketch& person, const Sketch& mention) {
  if (mention.name.size() > person.name.size()) person.name = mention.name;
  if (person.suffix.empty()) person.suffix = mention.suffix;
  add_all(person.forms, mention.forms);
  add_all(person.other_names, mention.other_names);
  add_all(person.roles, mention.roles);
  add_all(person.bodies, mention.bodies);
  add_all(person.company, mention.company);
  add_all(person.outlets, mention.outlets);
  person.she += mention.she, person.he += mention.he;
  widen(person, mention);
  person.documents += mention.documents;
}

std::vector<Sketch> sketches(const Document& document, const Extraction& extraction) {
  std::vector<Sketch> out;
  out.reserve(extraction.entities.size());
  for (const Entity& entity : extraction.entities) {
    Sketch& sketch = out.emplace_back();
    sketch.name = entity.name, sketch.type = entity.type;
    count(sketch.forms, entity.name);
    for (const std::string& alias : entity.aliases) count(sketch.forms, alias);
    if (document.outlet) count(sketch.outlets, *document.outlet);
    if (document.published) sketch.first_day = sketch.last_day = *document.published;
  }
  return out;
}

}  // namespace sayso::record
