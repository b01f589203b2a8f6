// Bytes -> UTF-8, whatever encoding they are in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sayso {

struct Decoded {
  std::string text;                // valid UTF-8, without byte order mark
  std::string encoding;            // what it was read as, "UTF-8", "windows-1252", …
  std::uint32_t replaced = 0;      // how many sequences meant nothing and became U+FFFD
  std::uint32_t mark = 0;          // bytes of the byte order mark
};

// Never fails. In order of trust: byte order mark, the NUL pattern of UTF-16 and UTF-32 without one, being valid UTF-8, `label`
// (what the input says of itself, may be empty), being UTF-8 with a few bad bytes, a guess from the letters.
// Linear; bytes that are valid UTF-8 are passed through.
Decoded decode_bytes(std::string&& bytes, std::string_view label = {});

// Whether the bytes look like UTF-16 or UTF-32: by a byte order mark or by their NULs.
bool is_wide(std::string_view head);

// The charset that an HTML page declares in its first 4096 bytes; empty if it declares none.
std::string declared_charset(std::string_view html);

}  // namespace sayso
