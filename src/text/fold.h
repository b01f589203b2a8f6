// Letters without case and accents, as words are compared: "Café" and "cafe".
#pragma once

#include <string>

namespace sayso {

// A combining mark, which is written over the letter before it.
bool is_accent(char32_t c);

// Appends `c` in lower case and without its accents; combining marks become nothing.
void append_folded(std::string& out, char32_t c);

}  // namespace sayso
