// The text index, asked: which statements fulfil a condition, which people have a name. What is special to SQLite's FTS5 is here.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "record/condition.h"
#include "record/sql.h"

namespace sayso::record {

inline constexpr std::int64_t kAnyStatement = std::numeric_limits<std::int64_t>::max();

class TextSearch {
 public:
  explicit TextSearch(Connection& connection) : db_(connection) {}

  // The highest numbers first, none above `last`, at most so many. Costs what is found, not what there is.
  std::vector<std::int64_t> find(const Condition& condition, std::int64_t last, std::size_t most);
  // All, from the lowest number up.
  std::vector<std::int64_t> find_all(const Condition& condition, std::int64_t last);
  // People one of whose names has all these words.
  std::vector<std::int64_t> people_called(const std::vector<std::string>& words, std::size_t most);

 private:
  Connection& db_;
};

// The expression of FTS5 for it.
std::string fts5_match(const Condition& condition);

}  // namespace sayso::record
