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
// Name (but for one that a curator or a list gave), names, sketch.
void store_sketch(Connection& db, std::int64_t person, const Sketch& sketch);
void file_key(Connection& db, std::int64_t person, std::string_view key);
// A name that stays, whatever documents say; nothing: theirs again.
void name_person(Connection& db, std::int64_t person, const std::optional<std::string>& name);

}  // namespace sayso::record
