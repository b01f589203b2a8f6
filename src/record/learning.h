// When and from what a record learns the dictionaries of its packer (packer.h).
#pragma once

#include <cstdint>

#include "record/sql.h"

namespace sayso::record {

// After the document of that number was added: once there are enough of them; where nothing could be learned, when there are twice as many.
bool is_time_to_learn(Connection& db, std::int64_t document);
// From the first documents and the people in them, whose rows are then packed anew. What people are must have been stored.
void learn_to_pack(Connection& db);

}  // namespace sayso::record
