// What quotations are looked for in: a record or files, opened with words for people where that fails or takes long.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "trace/archive.h"
#include "trace/pair_documents.h"

namespace sayso::cli {

struct Opened {
  std::unique_ptr<trace::Archive> archive;  // null: nothing could be opened, and it was said
  bool failed = false;                      // some of it could not be read, and it was said
};

// Whether the first of several inputs is a record: an address of PostgreSQL or an SQLite file.
bool names_record(const std::string& input);
Opened open_record(const std::string& record);
Opened open_files(const std::vector<std::string>& files, const std::string& model);

struct OpenedPairs {
  std::unique_ptr<trace::PairDocuments> documents;  // null: nothing could be opened, and it was said
  bool failed = false;                              // as above
};

// What pairs of quotations were taken from.
OpenedPairs open_pair_documents(const std::vector<std::string>& files, const std::string& model);

}  // namespace sayso::cli
