// Which statements a search considers: all that it finds, or the newest of them where these are many.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/condition.h"
#include "record/ranking.h"
#include "record/sql.h"
#include "record/statement_days.h"
#include "record/stored.h"
#include "record/term_matcher.h"

namespace sayso::record {

struct Days {
  std::optional<std::string> since, until;
  bool include(std::string_view day) const { return (!since || (!day.empty() && day >= *since)) && (!until || (!day.empty() && day <= *until)); }
  bool all() const { return !since && !until; }
};

struct Range {
  std::int64_t above = 0, last = 0;  // numbers of statements: above < number <= last; the first number of one that was read again
};

struct Found {
  std::int64_t statement = 0;
  DayNumber day = 0;
};

struct Considered {
  std::vector<Found> newest;  // newest first, at most as many as were asked for
  bool all = true;            // there are no others
  std::size_t total = 0;      // how many there are
  bool at_least = false;      // there are more than total, which were not counted
};

inline constexpr std::size_t kCounted = 10'000;  // entries of the index cost little, statements much

// At most `most`, and how many there are in all, where these are no more than `counted`. What is more common is found month by month from the
// newest on, so that the cost does not grow with the record.
Considered newest(Connection& db, const Condition& condition, const Days& days, const Range& range, std::size_t most,
                  std::size_t counted = kCounted);

// Reads what ranking needs of a statement.
class CandidateReader {
 public:
  CandidateReader(Connection& connection, TermMatcher& matcher, const Days& days)
      : db_(connection), contents_(connection), matcher_(matcher), days_(days) {}

  // Nothing where it is not of one of the days.
  std::optional<Candidate> read(std::int64_t statement);

 private:
  Connection& db_;
  Contents contents_;
  TermMatcher& matcher_;
  const Days& days_;
  Matched matched_;
};

}  // namespace sayso::record
