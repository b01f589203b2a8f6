// Which statements a search considers: all that it finds, or the newest of them where these are many.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/condition.h"
#include "record/ranking.h"
#include "record/sql.h"
#include "record/term_matcher.h"

namespace sayso::record {

struct Days {
  std::optional<std::string> since, until;
  bool include(std::string_view day) const { return (!since || (!day.empty() && day >= *since)) && (!until || (!day.empty() && day <= *until)); }
  bool all() const { return !since && !until; }
};

struct Range {
  std::int64_t above = 0, last = 0;  // numbers of statements: above < number <= last
};

struct Considered {
  std::vector<Candidate> newest;  // newest first, at most as many as were asked for
  bool all = true;                // there are no others
};

// At most `most`. What is common is found month by month from the newest on, so that the cost grows with `most`, not with the record.
Considered newest(Connection& db, const Condition& condition, const Days& days, const Range& range, std::size_t most, TermMatcher& matcher);

}  // namespace sayso::record
