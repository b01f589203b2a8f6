// Statements of a document that is read again, or has a new version: which of them stood in it before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "record/sql.h"
#include "sayso/statement.h"

namespace sayso::record {

// The same words of the same source are the same statement, whatever number it has now.
class Carried {
 public:
  Carried() = default;
  // With the statements that the document has in the record now.
  Carried(Connection& db, std::int64_t document);

  // The number that this statement first had; each is given once.
  std::optional<std::int64_t> take(const Statement& statement);

 private:
  std::unordered_map<std::string, std::vector<std::int64_t>> first_;  // the last one of the document first
};

}  // namespace sayso::record
