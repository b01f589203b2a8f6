// Sketches of people -> rows: their names, their keys, what the search for names has of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/sketch.h"
#include "record/sql.h"

namespace sayso::record {

std::int64_t insert_person(Connection& db, std::string_view name, SourceType type);
Sketch stored_sketch(Connection& db, std::int64_t person);
// Name (but for one that a curator or a list gave), sketch, and what is indexed of its names.
void store_sketch(Connection& db, std::int64_t person, const Sketch& sketch);

// What a person's row has beside the sketch, for one who stores it again and again and does not want to read it each time.
struct PersonRow {
  std::string name;
  bool stays = false;         // the name, whatever documents say
  std::uint64_t indexed = 0;  // a hash of the names that the search has; 0: none
};
PersonRow person_row(std::string_view name, bool stays, const Sketch& sketch);
void store_sketch(Connection& db, std::int64_t person, const Sketch& sketch, PersonRow& row);

// With a name that stays, whatever documents say; nothing: theirs again.
void store_sketch(Connection& db, std::int64_t person, const Sketch& sketch, const std::optional<std::string>& name);
void name_person(Connection& db, std::int64_t person, const std::optional<std::string>& name);
// All under which somebody goes, a line each, `name` first.
std::string names_text(std::string_view name, const Sketch& sketch);

// Keys of identity.h are kept as 31 bits of their hash: two that are alike by chance cost a look at one more candidate.
std::int64_t number_of_key(std::string_view key);

}  // namespace sayso::record
