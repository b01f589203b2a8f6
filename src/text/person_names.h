// When two written names can be those of one person or one body.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso {

using NameWords = std::vector<std::string>;  // folded, in order

// The last word that is no "Jr".
std::string_view surname(const NameWords& words);
std::string_view suffix_of(const NameWords& words);  // "jr", "iii", or empty

// "Donald Trump" and "Donald J. Trump", "Bob Cole" and "Robert Cole", "López Obrador" and "Andrés Manuel López Obrador";
// not "Ann Cole" and "Bob Cole". Both have two words or more.
bool same_person_name(const NameWords& a, const NameWords& b);

// "Halcyon Fields" and "Halcyon Fields Festival", "Supreme Court" and "U.S. Supreme Court".
bool same_body_name(const NameWords& a, const NameWords& b);

// First letters of its words, small words left out: "nhb" for National Health Board; with_small: also of "of", "and".
std::string initials(const NameWords& words, bool with_small);

}  // namespace sayso
