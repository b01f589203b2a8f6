// Model files: named tensors in one checksummed container. Written by training/export.py.
//
//   file      = magic "SAYSOMDL", u32 version, u32 tensors, u64 checksum, entry*, data
//   entry     = u32 length, name, u32 kind, u32 rows, u32 columns, u64 offset, u64 bytes
//   data      = each tensor at its offset from the file's begin, a multiple of 64
//   kind      = 0: f32 rows x columns; 1: f32 scale a row, then i8 rows x columns; 2: u64 rows; 3: UTF-8 text
// All little-endian. The checksum is XXH3-64 of everything behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/error.h"

namespace sayso {

inline constexpr std::uint32_t kModelVersion = 1;

// f32 matrix, row-major. A view into the file's memory.
struct Matrix {
  const float* data = nullptr;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;

  std::span<const float> row(std::size_t r) const { return {data + r * columns, columns}; }
};

// Rows of i8 with one scale each: value = scale[row] * data[row][column].
struct Table {
  const float* scale = nullptr;
  const std::int8_t* data = nullptr;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
};

// Immutable once loaded; views stay good as long as it lives, moves included.
class ModelFile {
 public:
  // Errors: not_found, unreadable, bad_model (magic, version, checksum, directory).
  static Result<ModelFile> load(const std::string& path);

  bool has(std::string_view name) const { return entries_.contains(std::string(name)); }
  // A tensor of that name, kind and, where given, shape; empty and noted in missing() otherwise.
  Matrix matrix(std::string_view name, std::uint32_t columns = 0);
  Table table(std::string_view name);
  std::span<const std::uint64_t> numbers(std::string_view name);
  std::string_view text(std::string_view name);
  // Names that were asked for and are not there as asked: a model of another shape.
  const std::vector<std::string>& missing() const { return missing_; }

 private:
  struct Entry {
    std::uint32_t kind = 0, rows = 0, columns = 0;
    std::uint64_t offset = 0, bytes = 0;
  };
  bool read_directory();
  const Entry* find(std::string_view name, std::uint32_t kind);

  std::vector<std::byte> storage_;  // over-allocated so that base_ is aligned to 64
  std::byte* base_ = nullptr;
  std::size_t size_ = 0;
  std::map<std::string, Entry> entries_;
  std::vector<std::string> missing_;
};

}  // namespace sayso
