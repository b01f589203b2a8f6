// Rows of CSV (RFC 4180), cell by cell, and the cells of documents and statements.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso::formats {

class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}

  CsvRow& operator<<(std::string_view cell);
  template <class Optional>
    requires std::same_as<Optional, std::optional<std::string>>
  CsvRow& operator<<(const Optional& cell) {
    return *this << std::string_view(cell ? *cell : std::string());
  }
  void end() { out_ += "\r\n"; }

 private:
  std::string& out_;
  std::size_t cells_ = 0;
};

// The columns of `sayso extract --format csv`, and their cells: those of the document, then those of the statement.
void add_csv_columns(CsvRow& row);
void add_csv_document(CsvRow& row, const Document& document);
void add_csv_statement(CsvRow& row, const Statement& statement, std::size_t index);

}  // namespace sayso::formats
