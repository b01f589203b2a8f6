#include "record/person_page.h"

#include <algorithm>

#include "record/curator.h"
#include "record/people_finder.h"
#include "record/people_store.h"
#include "record/stored.h"
#include "record/tally.h"

namespace sayso::record {
namespace {

void add_counts(std::vector<TextCount>& out, const Counts& counts, std::size_t most) {
  for (const Counted& one : counts) {
    if (out.size() == most) return;
    out.emplace_back(one.text, one.count);
  }
}

}  // namespace

PersonPage person_page(Connection& db, std::int64_t person, const Filter& filter) {
  constexpr std::size_t kMost = 12;
  PeopleFinder finder(db);
  PersonPage out;
  out.person = finder.known(person);
  Query& row = db.query("SELECT wikidata, gender FROM people WHERE id = $1");
  row.with({person});
  if (row.next()) {
    out.wikidata = row.text_or_none(0);
    out.gender = row.text_or_none(1);
    row.next();
  }
  Sketch sketch;
  for (const std::int64_t one : finder.merged(person)) {
    const Sketch part = stored_sketch(db, one);
    if (sketch.name.empty()) sketch = part;
    else absorb(sketch, part);
    if (one != person) {
      Query& name = db.query("SELECT name, type FROM people WHERE id = $1");
      name.with({one});
      if (name.next()) out.merged.push_back({one, std::string(name.text(0)), std::string(name.text(1)), 0});
      name.next();
    }
  }
  for (Decision& one : Curator(db).decisions()) {
    const auto about = [&](std::int64_t id) { return id == person || std::ranges::find(out.merged, id, &Person::id) != out.merged.end(); };
    if (about(one.person) || (one.other != 0 && about(one.other))) out.decisions.push_back(std::move(one));
  }
  add_counts(out.names, sketch.forms, kMost);
  add_counts(out.names, sketch.other_names, 2 * kMost);
  add_counts(out.roles, sketch.roles, kMost);
  add_counts(out.bodies, sketch.bodies, kMost);
  add_counts(out.company, sketch.company, kMost);
  Counting by_outlet, by_month;
  by_outlet.filter = filter;
  by_outlet.filter.by = {std::to_string(person)};
  by_outlet.by = {CountBy::outlet};
  by_month.by = {CountBy::month};
  std::vector<CountTable> tables = tally(db, {by_outlet, by_month});
  out.counts = std::move(tables[0].all);
  out.outlets = std::move(tables[0].rows);
  out.months = std::move(tables[1].rows);
  return out;
}

std::vector<Joining> joinings(Connection& db, std::int64_t person) {
  std::vector<Joining> out;
  Query& row = db.query(
      "SELECT d.id, o.name, d.published, d.title FROM person_documents a "
      "JOIN documents d ON d.id = a.document AND d.latest = 1 LEFT JOIN outlets o ON o.id = d.outlet "
      "WHERE a.person = $1 ORDER BY d.id");
  for (const std::int64_t one : PeopleFinder(db).merged(person)) {
    for (row.with({one}); row.next();) {
      const std::int64_t document = row.integer(0);
      const std::vector<std::int64_t> people = stored_people(db, document);
      const std::vector<NamedEntity> entities = stored_entities(db, document);
      for (std::size_t i = 0; i < entities.size() && i < people.size(); ++i) {
        if (people[i] != one) continue;
        out.push_back({document, entities[i].entity.name, row.text_or_none(1), row.text_or_none(2), row.text_or_none(3),
                       entities[i].score, entities[i].reasons});
      }
    }
  }
  return out;
}

}  // namespace sayso::record
