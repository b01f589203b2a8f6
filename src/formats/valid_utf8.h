// Bytes of any kind -> valid UTF-8, a code point at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sayso::formats {

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// Bytes of the well-formed code point at `at` (Unicode 15, table 3-7); 0 where none stands.
std::size_t code_point_bytes(std::string_view bytes, std::size_t at);

// The next code point of `bytes` as UTF-8, U+FFFD for a byte that belongs to none; moves `at` behind it.
std::string_view next_code_point(std::string_view bytes, std::size_t& at);

// All of `bytes`, with U+FFFD for what is not valid.
std::string valid_utf8(std::string_view bytes);

}  // namespace sayso::formats
