// CSV exports -> documents, a row each.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "read/document_source.h"

namespace sayso {

// The rows of a table (RFC 4180; also with semicolons, tabs or bars between the cells, told by the first row). Cells in quotation
// marks may hold line ends. Holds one row at a time.
class TableRows {
 public:
  TableRows(std::unique_ptr<PeekableBytes> bytes, std::size_t max_bytes) : bytes_(std::move(bytes)), max_bytes_(max_bytes) {}

  struct Row {
    std::vector<std::string> cells;
    std::size_t line = 0;    // where it begins, from 1
    bool too_large = false;  // over the limit; passed over
    bool cut_off = false;    // the input ends in quotation marks
  };
  // The next row that is not blank; false at the end.
  Result<bool> next(Row& row);

 private:
  Result<void> tell_delimiter();
  Result<int> take();  // the next byte, -1 at the end

  std::unique_ptr<PeekableBytes> bytes_;
  std::size_t max_bytes_;
  std::string buffer_;
  std::size_t used_ = 0;
  std::size_t line_ = 1;
  char delimiter_ = 0;
};

// A document for each row that has a text. The first row names the columns, known as the fields of JSON are.
std::unique_ptr<DocumentSource> table_documents(std::unique_ptr<PeekableBytes> bytes, std::string path, const ReadOptions& options);

}  // namespace sayso
