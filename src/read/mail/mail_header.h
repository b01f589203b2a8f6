// What stands in the header of a mail, in words (RFC 5322, 2047, 2231).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso {

// "=?utf-8?q?Caf=C3=A9?=" -> "Café"; bytes that are no ASCII are decoded by guess. Always valid UTF-8.
std::string decoded_words(std::string_view value);

// The names of an address list: "Ann Cole" of "Ann Cole <ann@herald.example>" and of "ann@herald.example (Ann Cole)"; an address without
// a name gives none.
std::vector<std::string> names_of_addresses(std::string_view value);

// The value of a header without its parameters, in lower case: "text/html".
std::string value_of(std::string_view header);

// A parameter of a header, "charset" or "filename", decoded; empty where it is missing.
std::string parameter_of(std::string_view header, std::string_view name);

}  // namespace sayso
