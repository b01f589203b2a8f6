// A UTF-8 text with its code points counted: the bridge between offsets (code points) and bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"

namespace sayso {

// A view of valid UTF-8 that finds a code point's byte and back in constant time.
// Holds one byte offset for each 64 code points; for pure ASCII it holds nothing. The text must outlive it.
class CodePoints {
 public:
  explicit CodePoints(std::string_view utf8);

  std::string_view utf8() const { return utf8_; }
  std::uint32_t size() const { return size_; }  // code points

  // Byte offset where code point `index` begins; utf8().size() for index >= size().
  std::size_t byte_of(std::uint32_t index) const;
  // The code point that the byte belongs to; size() for byte >= utf8().size().
  std::uint32_t index_of(std::size_t byte) const;
  // The bytes of a span; spans beyond the end are cut.
  std::string_view slice(Span span) const;

 private:
  static constexpr std::uint32_t kStride = 64;
  std::string_view utf8_;
  std::uint32_t size_ = 0;
  std::vector<std::uint32_t> samples_;  // byte offset of code points 0, 64, 128, …; empty for ASCII
};

// One code point of valid UTF-8 at `at` (must be the first byte of one); moves `at` behind it.
inline char32_t decode(std::string_view utf8, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return utf8[at++];
  if (lead < 0xE0) {
    const char32_t c = (lead & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu);
    at += 2;
    return c;
  }
  if (lead < 0xF0) {
    const char32_t c = (lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu);
    at += 3;
    return c;
  }
  const char32_t c =
      (lead & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12 | (byte(at + 2) & 0x3Fu) << 6 | (byte(at + 3) & 0x3Fu);
  at += 4;
  return c;
}

void append_utf8(std::string& out, char32_t c);

// Of valid UTF-8.
std::uint32_t count_code_points(std::string_view utf8);

}  // namespace sayso
