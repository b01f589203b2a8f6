// CountTable of statements, by one thing or several.
#pragma once

#include "record/sql.h"
#include "sayso/counts.h"

namespace sayso::record {

// Throws SqlFailure. Reads every statement that the filter lets through.
CountTable tally(Connection& db, const Counting& counting);

}  // namespace sayso::record
