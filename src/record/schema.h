// The tables of a record, as docs/record.md describes them, and how older ones become the present ones.
#pragma once

#include <cstdint>

#include "record/sql.h"

namespace sayso::record {

inline constexpr std::int64_t kSchemaVersion = 1;
inline constexpr std::int64_t kApplicationId = 0x53617973;  // "Says", in the header of the SQLite file

// From `version` (0: nothing there yet) to kSchemaVersion, in one transaction each; nothing is lost on the way.
void migrate_sqlite(Connection& connection, std::int64_t version);

}  // namespace sayso::record
