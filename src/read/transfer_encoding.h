// The encodings in which bytes travel through mail and XML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sayso {

// RFC 2045. What is no character of the alphabet is passed over; `strange` counts it, white space and padding apart.
std::string decode_base64(std::string_view text, std::size_t* strange = nullptr);

// RFC 2045; "=" that begins no pair of digits stays. `in_header`: "_" is a space (RFC 2047).
std::string decode_quoted_printable(std::string_view text, bool in_header = false);

}  // namespace sayso
