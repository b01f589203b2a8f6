// A condition as an expression of SQLite's full-text search, FTS5.
#pragma once

#include <string>

#include "record/condition.h"

namespace sayso::record {

std::string fts5_match(const Condition& condition);

}  // namespace sayso::record
