// The lines of a plain mail -> its paragraphs.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

// RFC 3676: a line that ends with a space goes on in the next one, but for the line above a signature.
std::string unflowed(std::string_view text, bool deletes_space);

// Joins the lines that a mailer has broken: those that had no room for the first word of the next. Lists, quoted lines (">"), indented
// ones and texts with lines over 80 characters stay as they are.
std::string unwrapped(std::string_view text);

}  // namespace sayso
