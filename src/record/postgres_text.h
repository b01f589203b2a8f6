// PostgreSQL's texts are valid UTF-8 without U+0000; paths and articles may be any bytes. A byte that it refuses is written as U+10FFFF,
// which no text has, and two hexadecimal digits; so is U+10FFFF itself. What is read back is what was written.
#pragma once

#include <string>
#include <string_view>

namespace sayso::record {

std::string escaped_for_postgres(std::string_view text);
bool has_escapes(std::string_view text);
std::string unescaped_from_postgres(std::string_view text);

}  // namespace sayso::record
