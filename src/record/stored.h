// Rows -> documents, statements, and what the text index holds of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/extraction_pack.h"
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
// Who says it, to whom and where, as the index has it. `people` are those of the document's entities.
Tagged tagged(const Statement& statement, const std::vector<std::int64_t>& people, std::optional<std::int64_t> outlet,
              const std::optional<std::string>& published);
// Whom an entity is across documents.
std::optional<std::int64_t> person_of(const std::optional<std::uint32_t>& entity,
                                      const std::vector<std::int64_t>& people);

Document stored_head(Connection& db, std::int64_t document);  // without its text

// All that is kept of one document.
struct Stored {
  Document document;
  Extraction extraction;
  std::vector<std::int64_t> people;  // whom its entities are across documents
  std::int64_t first_statement = 0;  // the number of its first one in the record; the others follow
};
// Empty where there is no such document.
Stored stored(Connection& db, std::int64_t document);

std::vector<NamedEntity> stored_entities(Connection& db, std::int64_t document);
std::vector<std::int64_t> stored_people(Connection& db, std::int64_t document);

// One statement with the number it has in its document.
struct NumberedStatement {
  Statement statement;
  std::int64_t document = 0;
  std::uint32_t number = 0;
  std::optional<std::int64_t> person;
};
std::optional<NumberedStatement> stored_statement(Connection& db, std::int64_t statement);

// What statements say, one after the other. Knows the document it looked into last.
class Contents {
 public:
  explicit Contents(Connection& connection) : db_(connection) {}
  Contents(const Contents&) = delete;
  Contents& operator=(const Contents&) = delete;

  // Until the next call; empty where the document has no such statement.
  std::string_view of(std::int64_t document, std::int64_t statement);

 private:
  Connection& db_;
  std::int64_t document_ = 0, first_ = 0;
  std::string said_, text_, content_;
  std::optional<CodePoints> points_;
};

}  // namespace sayso::record
