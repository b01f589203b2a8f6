// Numbers and texts one after the other in a string of bytes: how a document's extraction lies in its row.
//
// A number takes seven bits a byte, the least first, the eighth tells that more follow (LEB128); a difference has its
// sign in the lowest bit; a text stands behind its length.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "record/sql.h"

namespace sayso::record {

class BytesOut {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void difference(std::int64_t value) {
    number(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
  }
  void text(std::string_view value) {
    number(value.size());
    bytes(value);
  }
  void bytes(std::string_view value) { bytes_ += value; }
  std::string take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Throws SqlFailure where the bytes end too early or make no sense.
class BytesIn {
 public:
  explicit BytesIn(std::string_view bytes) : rest_(bytes) {}

  std::string_view rest() const { return rest_; }
  std::uint64_t number() {
    std::uint64_t out = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) damaged();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      out |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return out;
    }
    damaged();
  }
  std::int64_t difference() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  // How many things follow, each of at least one byte.
  std::size_t count() {
    const std::uint64_t out = number();
    if (out > rest_.size()) damaged();
    return static_cast<std::size_t>(out);
  }
  std::string_view text() {
    const std::string_view out = rest_.substr(0, count());
    rest_.remove_prefix(out.size());
    return out;
  }
  [[noreturn]] static void damaged() {
    throw SqlFailure(ErrorCode::malformed, "what was found in a document is damaged");
  }

 private:
  std::string_view rest_;
};

}  // namespace sayso::record
