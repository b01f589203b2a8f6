// All that the record says of one person or body, and the list of known people.
#pragma once

#include <cstdint>
#include <vector>

#include "record/sql.h"
#include "sayso/people.h"

namespace sayso::record {

// Throw SqlFailure. The filter narrows what is counted.
PersonPage person_page(Connection& db, std::int64_t person, const Filter& filter);
std::vector<Joining> joinings(Connection& db, std::int64_t person);

// Each becomes a person that later mentions of the names join, or gives name, identifier and gender to one that is there: the one
// with the same identifier, else the one of whom the names are the same beyond doubt. One transaction.
Listed add_listed(Connection& db, const std::vector<ListedPerson>& list);

}  // namespace sayso::record
