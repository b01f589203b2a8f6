// Model files: named tensors in checksummed containers. Written by training/container.py.
//
//   file      = magic "SAYSOMDL", u32 version, u32 tensors, u64 checksum, entry*, data
//   entry     = u32 length, name, u32 kind, u32 rows, u32 columns, u64 offset, u64 bytes
//   data      = each tensor at its offset from the file's begin, a multiple of 64
//   kind      = 0: f32 rows x columns; 1: f32 scale a row, then i8 rows x columns; 2: u64 rows; 3: UTF-8 text;
//               4: f32 factor a row, f32 scale and i32 sum a column, then i8 rows x columns in the order of pack_bytes
// All little-endian. The checksum is XXH3-64 of everything behind it.
//
// A model too large for one file lies in several: the first, "best.sayso", has the text "parts" ("3") and the text "set", a
// name for these weights; "best-2.sayso" and "best-3.sayso" beside it have the same "set". Their tensors are read as one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/mapping.h"
#include "sayso/error.h"

namespace sayso {

inline constexpr std::uint32_t kModelVersion = 2;  // newest that is read; 1 lacks kind 4 and parts

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

// depth x columns of i8 in the order of pack_bytes, for x whose channels are multiplied by `channel` before rounding.
struct PackedBytes {
  const float* channel = nullptr;
  const float* scale = nullptr;
  const std::int32_t* sum = nullptr;
  const std::int8_t* data = nullptr;
  std::uint32_t depth = 0;
  std::uint32_t columns = 0;
};

// Mapped into memory; immutable once loaded. Views stay good as long as it lives, moves included.
class ModelFile {
 public:
  // Errors: not_found, unreadable, bad_model (magic, version, checksum, directory, parts of different models).
  static Result<ModelFile> load(const std::string& path);
  // The text "kind" of a model, empty where it has none: as load, but without its other parts and the check of its sums.
  static Result<std::string> kind_of(const std::string& path);

  bool has(std::string_view name) const { return entries_.contains(name); }
  // A tensor of that name, kind and, where given, shape; empty and noted in missing() otherwise.
  Matrix matrix(std::string_view name, std::uint32_t columns = 0);
  Table table(std::string_view name);
  // depth and columns are multiples of 16.
  PackedBytes packed(std::string_view name);
  std::span<const std::uint64_t> numbers(std::string_view name);
  std::string_view text(std::string_view name);
  // Of all parts.
  std::uint64_t checksum() const { return checksum_; }
  // Names that were asked for and are not there as asked: a model of another shape.
  const std::vector<std::string>& missing() const { return missing_; }

 private:
  struct Entry {
    std::uint32_t kind = 0, rows = 0, columns = 0;
    const std::byte* data = nullptr;
  };
  enum class Check { directory, all };
  Result<void> add_part(const std::string& path, Check check);
  bool read_directory(const Mapping& part);
  const Entry* find(std::string_view name, std::uint32_t kind);

  std::vector<Mapping> parts_;
  std::uint64_t checksum_ = 0;
  std::map<std::string, Entry, std::less<>> entries_;
  std::vector<std::string> missing_;
};

}  // namespace sayso
