// The indexes over words, which every database has in a way of its own: src/record/words_sqlite.cpp, src/record/words_postgres.cpp.
// What goes in (src/record/text_index.h) and what is asked for (src/record/condition.h) is the same for all of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "record/condition.h"
#include "record/sql.h"

namespace sayso::record {

using WordCounts = std::map<std::string, std::int64_t, std::less<>>;

inline constexpr std::int64_t kAnyStatement = std::numeric_limits<std::int64_t>::max();

class WordIndex {
 public:
  virtual ~WordIndex() = default;

  virtual void add_statement(std::int64_t statement, std::string_view content, std::string_view tags) = 0;
  // With the very content and tags that it was added with.
  virtual void remove_statement(std::int64_t statement, std::string_view content, std::string_view tags) = 0;
  // The forms of a person's name, a line each.
  virtual void add_names(std::int64_t person, std::string_view names) = 0;
  virtual void remove_names(std::int64_t person, std::string_view names) = 0;
  // Adds to the counts of the table `words`.
  virtual void count_words(const WordCounts& counts) = 0;

  // From the lowest number up, none above `last`, at most so many.
  virtual std::vector<std::int64_t> find_all(const Condition& condition, std::int64_t last, std::size_t most = SIZE_MAX) = 0;
  // People one of whose names has all these words.
  virtual std::vector<std::int64_t> people_called(const std::vector<std::string>& words, std::size_t most) = 0;
};

inline std::int64_t limit_of(std::size_t most) { return static_cast<std::int64_t>(std::min<std::size_t>(most, kAnyStatement)); }

// The connection's own; the connection must outlive it.
std::unique_ptr<WordIndex> word_index(Connection& connection);
std::unique_ptr<WordIndex> sqlite_words(Connection& connection);
std::unique_ptr<WordIndex> postgres_words(Connection& connection);

}  // namespace sayso::record
