#include "record/people_store.h"

#include <xxhash.h>

#include "record/packer.h"
#include "record/sketch_pack.h"
#include "record/word_index.h"

namespace sayso::record {
namespace {

void index_names(Connection& db, std::int64_t person, const std::string& before, const std::string& after) {
  if (before == after) return;
  const auto words = word_index(db);
  if (!before.empty()) words->remove_names(person, before);
  words->add_names(person, after);
}

}  // namespace

std::int64_t insert_person(Connection& db, std::string_view name, SourceType type) {
  return db.insert("INSERT INTO people (name, type) VALUES ($1, $2)", {name, sayso::name_of(type)});
}

std::string names_text(std::string_view name, const Sketch& sketch) {
  std::string out(name);
  const auto add = [&](const std::string& form) {
    if (("\n" + out + "\n").find("\n" + form + "\n") == std::string::npos) out.append("\n").append(form);
  };
  add(sketch.name);
  for (const Counts* forms : {&sketch.forms, &sketch.other_names}) {
    for (const Counted& form : *forms) add(form.text);
  }
  return out;
}

Sketch stored_sketch(Connection& db, std::int64_t person) {
  Query& row = db.query("SELECT sketch FROM people WHERE id = $1");
  row.with({person});
  if (!row.next()) return {};
  Sketch out = row.is_null(0) ? Sketch() : unpack_sketch(db.packer().unpack(row.bytes(0)));
  row.next();
  return out;
}

namespace {

// `name`: what it becomes, and whether it stays; nothing: as it was.
void store(Connection& db, std::int64_t person, const Sketch& sketch, const std::optional<std::pair<std::string, bool>>& becomes) {
  Query& row = db.query("SELECT sketch, named, name FROM people WHERE id = $1");
  row.with({person});
  if (!row.next()) return;
  const std::string before = row.is_null(0) ? std::string() : names_text(row.text(2), unpack_sketch(db.packer().unpack(row.bytes(0))));
  const bool stays = becomes ? becomes->second : row.integer(1) != 0;
  const std::string name(becomes ? std::string_view(becomes->first) : stays ? row.text(2) : std::string_view(sketch.name));
  row.next();
  const std::string kept = pack_sketch(sketch), packed = db.packer().pack(Packer::What::sketch, kept);
  index_names(db, person, before, names_text(name, unpack_sketch(kept)));
  db.query("UPDATE people SET name = $1, named = $2, sketch = $3 WHERE id = $4")
      .run({std::string_view(name), std::int64_t{stays}, Blob{packed}, person});
}

}  // namespace

void store_sketch(Connection& db, std::int64_t person, const Sketch& sketch) { store(db, person, sketch, {}); }

void store_sketch(Connection& db, std::int64_t person, const Sketch& sketch, const std::optional<std::string>& name) {
  store(db, person, sketch, std::pair(name.value_or(sketch.name), name.has_value()));
}

void name_person(Connection& db, std::int64_t person, const std::optional<std::string>& name) {
  store_sketch(db, person, stored_sketch(db, person), name);
}

std::int64_t number_of_key(std::string_view key) { return static_cast<std::int64_t>(XXH3_64bits(key.data(), key.size()) >> 33); }

}  // namespace sayso::record
