// A file in memory, read only; pages come from the file as they are used and are shared between programs.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "sayso/error.h"

namespace sayso {

class Mapping {
 public:
  // Errors: not_found, unreadable. An empty file is an empty mapping.
  static Result<Mapping> of(const std::string& path);

  Mapping() = default;
  Mapping(Mapping&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  Mapping& operator=(Mapping&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~Mapping();

  const std::byte* data() const { return data_; }   // aligned to a page
  std::size_t size() const { return size_; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace sayso
