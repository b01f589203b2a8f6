// On which day each statement was said, by its number: what a search sorts thousands of them by without reading them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/sql.h"

namespace sayso::record {

// Days since the end of 1899; 0 where the day is unknown. What lies before or behind is the first or the last.
using DayNumber = std::uint16_t;
DayNumber day_number(std::string_view day);  // YYYY-MM-DD

class StatementDays {
 public:
  explicit StatementDays(Connection& connection) : db_(connection) {}

  // Knows the block that it looked into last: cheapest from the lowest number up.
  DayNumber of(std::int64_t statement);

  // Kept until flush() writes it.
  void note(std::int64_t statement, const std::optional<std::string>& day);
  void flush();
  void forget() { noted_.clear(); }

 private:
  const std::vector<DayNumber>& block(std::int64_t number);

  Connection& db_;
  std::map<std::int64_t, DayNumber> noted_;
  std::int64_t at_ = -1;
  std::vector<DayNumber> days_;  // of block at_
};

}  // namespace sayso::record
