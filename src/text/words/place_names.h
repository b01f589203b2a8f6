// Places and peoples: names that are neither persons nor bodies, until they speak.
#pragma once

#include <string_view>

namespace sayso {

bool is_place(std::string_view name);        // "london", "new york", "u.s.": one or more lower-cased words
bool is_group_name(std::string_view word);   // "republicans", "americans", "catholics": a named collective
bool is_people_adjective(std::string_view word);  // "republican", "german": before a name or a noun, no part of it
bool is_calendar_word(std::string_view word);     // months and days; no names

}  // namespace sayso
