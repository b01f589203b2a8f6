// Lists of known people: CSV -> names, aliases, identifiers.
#pragma once

#include <string>
#include <vector>

#include "sayso/error.h"
#include "sayso/people.h"

namespace sayso {

struct PeopleList {
  std::vector<ListedPerson> people;
  std::vector<Error> wrong;  // rows that were passed over, with PATH:LINE
};

// The first row names the columns: name; aliases, wikidata, gender, type, role, organization, under their usual names, whatever their case.
// Several values of a cell stand between semicolons or bars. Error: it cannot be read, or has no column of names.
Result<PeopleList> read_people_list(const std::string& path);

}  // namespace sayso
