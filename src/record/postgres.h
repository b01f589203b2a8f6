// A record in a PostgreSQL database: the tables of the schema `sayso`, beside whatever else the database holds.
#pragma once

#include <memory>
#include <string>

#include "record/sql.h"

namespace sayso::record {

bool is_postgres(const std::string& where);  // postgresql://…, postgres://…

// Connects as libpq does, with its environment and password file. Throws SqlFailure: bad_argument (no address), not_found (no
// record there), unreadable (no such server, refused), malformed (another program's tables, a newer record).
std::unique_ptr<Connection> open_postgres(const std::string& address, Access access);

// The address without its password; of what is no address only that it is one.
std::string address_for_people(const std::string& address);

}  // namespace sayso::record
