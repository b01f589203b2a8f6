#include "record/people_store.h"

#include <xxhash.h>

#include <tuple>

#include "record/packer.h"
#include "record/sketch_pack.h"
#include "record/word_index.h"

namespace sayso::record {
namespace {

std::uint64_t hash_of(std::string_view names) { return XXH3_64bits(names.data(), names.size()) | 1; }

// As the row has them.
std::string stored_names(Connection& db, std::int64_t person) {
  Query& row = db.query("SELECT name, sketch FROM people WHERE id = $1");
  row.with({person});
  if (!row.next() || row.is_null(1)) return {};
  std::string out = names_text(row.text(0), unpack_sketch(db.packer().unpack(row.bytes(1))));
  row.next();
  return out;
}

}  // namespace

std::int64_t insert_person(Connection& db, std::string_view name, SourceType type) {
  return db.insert("INSERT INTO people (name, type) VALUES ($1, $2)", {name, sayso::name_of(type)});
}

// Of forms and other names as many as a row keeps, so that the row tells what is indexed.
std::string names_text(std::string_view name, const Sketch& sketch) {
  std::string out(name);
  const auto add = [&](const std::string& form) {
    if (("\n" + out + "\n").find("\n" + form + "\n") == std::string::npos) out.append("\n").append(form);
  };
  add(sketch.name);
  for (const Counts* forms : {&sketch.forms, &sketch.other_names}) {
    for (std::size_t i = 0; i < forms->size() && i < kMostPackedNames; ++i) add((*forms)[i].text);
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

PersonRow person_row(std::string_view name, bool stays, const Sketch& sketch) {
  return {std::string(name), stays, hash_of(names_text(name, sketch))};
}

void store_sketch(Connection& db, std::int64_t person, const Sketch& sketch, PersonRow& row) {
  if (!row.stays) row.name = sketch.name;
  const std::string names = names_text(row.name, sketch);
  if (const std::uint64_t hash = hash_of(names); hash != row.indexed) {
    const auto words = word_index(db);
    if (row.indexed != 0) words->remove_names(person, stored_names(db, person));
    words->add_names(person, names);
    row.indexed = hash;
  }
  const std::string packed = db.packer().pack(Packer::What::sketch, pack_sketch(sketch));
  db.query("UPDATE people SET name = $1, named = $2, sketch = $3 WHERE id = $4")
      .run({std::string_view(row.name), std::int64_t{row.stays}, Blob{packed}, person});
}

namespace {

// `becomes`: the name, and whether it stays; nothing: as it was.
void store(Connection& db, std::int64_t person, const Sketch& sketch, const std::optional<std::pair<std::string, bool>>& becomes) {
  Query& query = db.query("SELECT sketch, named, name FROM people WHERE id = $1");
  query.with({person});
  if (!query.next()) return;
  PersonRow row{std::string(query.text(2)), query.integer(1) != 0, 0};
  if (!query.is_null(0)) row = person_row(row.name, row.stays, unpack_sketch(db.packer().unpack(query.bytes(0))));
  query.next();
  if (becomes) std::tie(row.name, row.stays) = *becomes;
  store_sketch(db, person, sketch, row);
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
