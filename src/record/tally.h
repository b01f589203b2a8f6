// CountTable of statements, by one thing or several.
#pragma once

#include <vector>

#include "record/sql.h"
#include "sayso/counts.h"

namespace sayso::record {

// Throws SqlFailure. Reads every statement that the filter lets through, once for all tables; the filter is that of the first.
std::vector<CountTable> tally(Connection& db, const std::vector<Counting>& tables);

}  // namespace sayso::record
