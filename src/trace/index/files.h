// Files that are whole or not there, whatever happens while they are written.
#pragma once

#include <string>
#include <string_view>

#include "sayso/error.h"

namespace sayso::trace {

// Errors: not_found, unreadable.
Result<std::string> read_file(const std::string& path);
// Written beside `path`, synced, then renamed; the folder is synced too. Error: write_failed.
Result<void> replace_file(const std::string& path, std::string_view bytes);

// Held until it goes out of scope; other processes and threads wait for it.
class FolderLock {
 public:
  // Makes the folder where it is not there. Error: write_failed.
  static Result<FolderLock> take(const std::string& folder);
  FolderLock(FolderLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
  FolderLock& operator=(FolderLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
  }
  ~FolderLock();

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace sayso::trace
