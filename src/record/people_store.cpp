#include "record/people_store.h"

#include "record/sketch_pack.h"
#include "record/word_index.h"

namespace sayso::record {
namespace {

// A line each, the name it goes by first.
std::string names_text(const std::string& name, const Sketch& sketch) {
  std::string out = name;
  const auto add = [&](const std::string& form) {
    if (("\n" + out + "\n").find("\n" + form + "\n") == std::string::npos) out.append("\n").append(form);
  };
  add(sketch.name);
  for (const Counts* forms : {&sketch.forms, &sketch.other_names}) {
    for (const Counted& form : *forms) add(form.text);
  }
  return out;
}

void index_names(Connection& db, std::int64_t person, const std::string& before, const std::string& after) {
  if (before == after) return;
  const auto words = word_index(db);
  if (!before.empty()) words->remove_names(person, before);
  words->add_names(person, after);
}

}  // namespace

std::int64_t insert_person(Connection& db, std::string_view name, SourceType type) {
  return *db.query("INSERT INTO people (name, type) VALUES ($1, $2) RETURNING id").number({name, sayso::name_of(type)});
}

Sketch stored_sketch(Connection& db, std::int64_t person) {
  Query& row = db.query("SELECT sketch FROM people WHERE id = $1");
  row.with({person});
  if (!row.next()) return {};
  Sketch out = unpack_sketch(row.text(0));
  row.next();
  return out;
}

void store_sketch(Connection& db, std::int64_t person, const Sketch& sketch) {
  Query& row = db.query("SELECT names, named, name FROM people WHERE id = $1");
  row.with({person});
  if (!row.next()) return;
  const std::string before(row.text(0)), name(row.integer(1) != 0 ? row.text(2) : std::string_view(sketch.name));
  row.next();
  const std::string names = names_text(name, sketch), packed = pack_sketch(sketch);
  index_names(db, person, before, names);
  db.query("UPDATE people SET name = $1, names = $2, sketch = $3 WHERE id = $4")
      .run({std::string_view(name), std::string_view(names), std::string_view(packed), person});
}

void file_key(Connection& db, std::int64_t person, std::string_view key) {
  db.query("INSERT INTO person_keys (key, person) VALUES ($1, $2) ON CONFLICT DO NOTHING").run({key, person});
}

void name_person(Connection& db, std::int64_t person, const std::optional<std::string>& name) {
  const Sketch sketch = stored_sketch(db, person);
  const std::string& given = name ? *name : sketch.name;
  db.query("UPDATE people SET name = $1, named = $2 WHERE id = $3").run({std::string_view(given), std::int64_t{name.has_value()}, person});
  store_sketch(db, person, sketch);
}

}  // namespace sayso::record
