// A Filter -> a condition on the text index, with what its words were taken for.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "record/condition.h"
#include "record/sql.h"
#include "sayso/search.h"

namespace sayso::record {

struct Filtered {
  Condition condition;      // of all but the days
  Condition words;          // of the query alone
  bool nothing = false;     // nothing can fulfil it: nobody of the name, no such outlet
  std::vector<Understood> who;
  std::vector<std::pair<std::string, std::string>> corrected;
  std::vector<std::string> notes;
};

// correct: words that nobody has used are replaced by similar ones. Throws SqlFailure (bad_argument) for numbers of nobody.
Filtered understand(Connection& db, const Filter& filter, bool correct);

}  // namespace sayso::record
