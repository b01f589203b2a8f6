// Who is meant: a name as people type it, or a number -> people and bodies of the record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/sql.h"
#include "sayso/search.h"

namespace sayso::record {

inline constexpr std::size_t kMostMeant = 1000;  // people whom one name means

class PeopleFinder {
 public:
  explicit PeopleFinder(Connection& connection) : db_(connection) {}

  // All who have the name among their variants; where there is nobody, all whose names hold its words; else those of a
  // similar name. The most quoted first.
  Understood find(const std::string& asked);
  // The person that a number means, whoever it was merged into; throws SqlFailure (bad_argument) where there is none.
  std::int64_t number(std::string_view asked);

  // Everybody that was merged into this one, itself first.
  std::vector<std::int64_t> merged(std::int64_t person);
  std::int64_t root(std::int64_t person);
  Person known(std::int64_t person);  // with its statements counted

 private:
  std::vector<std::int64_t> called(const std::string& asked);
  std::vector<std::int64_t> similar(const std::string& asked);

  Connection& db_;
};

// "12" or "#12"; 0 for what is no number.
std::int64_t number_in(std::string_view asked);

}  // namespace sayso::record
