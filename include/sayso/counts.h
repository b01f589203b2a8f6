// Counting statements of a record by what they have in common. Asked through Record (record.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/search.h"

namespace sayso {

enum class CountBy : std::uint8_t { outlet, person, kind, channel, month, year, stance, type, gender };

struct Counting {
  Filter filter;
  std::vector<CountBy> by;  // none: one row for everything
  std::size_t limit = 0;    // rows; 0: all
  bool named_only = false;   // only what has a source of the record: a person or body
  bool people_only = false;  // and of these only persons
};

struct CountRow {
  struct Key {
    std::string text;       // "Ann Cole", "2019-05", "interview"; empty: not given
    std::int64_t id = 0;    // of a person, else 0
  };
  std::vector<Key> keys;    // one for each of Counting::by
  std::size_t statements = 0, documents = 0;
  std::size_t direct = 0, mixed = 0, indirect = 0;
  std::size_t anonymous = 0;   // sources that are not named
  std::size_t no_source = 0;   // none is given at all
  std::size_t women = 0, men = 0, other_gender = 0;  // by a person whose gender a list of known people gives
  std::string first_day, last_day;
};

struct CountTable {
  std::vector<CountRow> rows;   // the most statements first; months and years in their order
  CountRow all;                 // of everything that was counted, without keys
  std::size_t left_out = 0;     // rows beyond the limit
  bool has_gender = false;      // the record has a list of known people with genders
  std::vector<Understood> who;  // as in SearchResult
  std::vector<std::pair<std::string, std::string>> corrected;
  std::vector<std::string> notes;
};

std::string_view name_of(CountBy);
std::optional<CountBy> count_by_named(std::string_view name);

}  // namespace sayso
