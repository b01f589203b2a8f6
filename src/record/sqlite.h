// A record in one SQLite file.
#pragma once

#include <memory>
#include <string>

#include "record/sql.h"

namespace sayso::record {

// Opens the file, for writing also a new one. Write-ahead logging: readers and one writer do not wait for each other. Another
// writer is waited for. Throws SqlFailure: not_found, malformed (no database, or another program's), unreadable.
std::unique_ptr<Connection> open_sqlite(const std::string& path, Access access);

}  // namespace sayso::record
