// Rows -> documents, statements, and what the text index holds of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/sql.h"
#include "record/text_index.h"
#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso::record {

struct Indexed {
  std::int64_t statement = 0;
  std::string content;
  Tagged tags;
};

// What the index holds of a document's statements, in their order.
std::vector<Indexed> indexed_statements(Connection& db, std::int64_t document);

Document stored_document(Connection& db, std::int64_t document);
Document stored_head(Connection& db, std::int64_t document);  // without its text

// One statement with the number it has in its document.
struct NumberedStatement {
  Statement statement;
  std::int64_t document = 0;
  std::uint32_t number = 0;
  std::optional<std::int64_t> person;
};
std::optional<NumberedStatement> stored_statement(Connection& db, std::int64_t statement);

Extraction stored_extraction(Connection& db, std::int64_t document);

}  // namespace sayso::record
