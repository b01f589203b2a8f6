// What became of a document that was added, in JSON and in words for people.
#pragma once

#include <cstddef>
#include <string>

#include "sayso/record.h"

namespace sayso::record {

// Which document it was, as it came.
struct Named {
  std::string id, path;
};

// One object on one line.
void append_json(std::string& out, const Named& document, const Added& added);
// Of a new version: which of its quotations changed, wrapped at `width`. Nothing for the others.
void append_text(std::string& out, const Named& document, const Added& added, std::size_t width);

// What became of many.
struct AddedTotals {
  std::size_t added = 0, known = 0, new_versions = 0, again = 0;
  std::size_t statements = 0;  // of all but the known ones

  void count(const Added& one);
  void count(const AddedTotals& more);
  // "3 documents added, 1 known, 2 new versions; 41 statements"
  std::string summary() const;
};

}  // namespace sayso::record
