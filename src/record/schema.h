// The tables of a record, as docs/record.md describes them, and how older ones become the present ones.
#pragma once

#include <cstdint>
#include <string>

#include "record/sql.h"

namespace sayso::record {

inline constexpr std::int64_t kSchemaVersion = 1;
inline constexpr std::int64_t kApplicationId = 0x53617973;  // "Says", in the header of the SQLite file

// Brings the tables from schema_version() to kSchemaVersion, one transaction each; nothing is lost on the way. For writing also where
// there are none yet.
void migrate(Connection& connection);

// The SQL from version - 1 to `version`.
std::string migration(Database database, std::int64_t version);

SqlFailure newer_record(std::int64_t version);

}  // namespace sayso::record
