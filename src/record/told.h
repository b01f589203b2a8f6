// Indirect speech with most of the words that are asked for.
#pragma once

#include <string>
#include <vector>

#include "record/documents.h"
#include "record/sql.h"

namespace sayso::record {

// Of latest versions, indirect and mixed: those that have `share` of the words by weight, in any inflection, those with
// most first. Throws SqlFailure.
std::vector<Told> told_like(Connection& db, const std::vector<WantedWord>& words, double share, std::size_t most);

}  // namespace sayso::record
