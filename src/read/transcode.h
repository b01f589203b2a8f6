// Checked conversion to UTF-8: what means nothing becomes U+FFFD and is counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "read/encoding.h"

namespace sayso {

bool valid_utf8(std::string_view bytes);

struct Utf8Census {
  std::size_t multibyte = 0;  // good sequences of two bytes and more
  std::size_t bad = 0;        // maximal bad pieces, each one U+FFFD
  bool cut_at_end = false;    // the last piece is two bytes or more of a good sequence
};
Utf8Census count_utf8(std::string_view bytes);

// Appends `bytes` with each maximal bad piece replaced (Unicode 15, section 3.9); how many.
std::uint32_t append_repaired_utf8(std::string_view bytes, std::string& out);

bool known_encoding(const std::string& encoding);
// From an encoding that ICU knows.
Decoded transcode(std::string_view bytes, const std::string& encoding);

// Calls with the bytes, [begin, end), that each code point of the converted text comes from. Slow.
void each_decoded(std::string_view bytes, const std::string& encoding, const std::function<void(std::size_t, std::size_t)>& use);

}  // namespace sayso
