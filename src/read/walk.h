// The files below a directory, one after another.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sayso/error.h"

namespace sayso {

bool is_directory(const std::string& path);

// Whether a name's ending says that the file is no document: .css, .js, .ann, …
bool is_no_document(std::string_view name);
// Whether it says that the file is a table: .csv, .tsv. In directories they mostly lie beside documents.
bool is_table(std::string_view name);

// Sorted by path, bytewise. Hidden files and those whose ending says that they are no documents (.css, .js, .ann, …)
// are passed over, as are pipes, sockets and directories that were visited before (links may go in circles).
// Holds the names of one directory a level, so memory does not grow with the tree.
class Walk {
 public:
  explicit Walk(std::string directory);

  // The next file, or a directory that cannot be read; nothing at the end.
  std::optional<Result<std::string>> next();

 private:
  struct Level {
    std::string directory;
    std::vector<std::string> names;  // sorted backwards; those of directories end with "/"
  };
  std::optional<Error> enter(const std::string& directory);

  std::vector<Level> levels_;
  std::set<std::pair<unsigned long, unsigned long>> visited_;  // device and inode
  std::optional<Error> failed_;
};

}  // namespace sayso
