// Which database a place names.
#include "record/postgres.h"
#include "record/sql.h"
#include "record/sqlite.h"

namespace sayso::record {

std::unique_ptr<Connection> open_database(const std::string& where, Access access) {
  return is_postgres(where) ? open_postgres(where, access) : open_sqlite(where, access);
}

std::string place_for_people(const std::string& where) { return is_postgres(where) ? address_for_people(where) : where; }

}  // namespace sayso::record
