// Common given names of women and men in English-language news, diminutives included.
#pragma once

#include <span>
#include <string_view>

#include "text/words/gender.h"

namespace sayso {

// Lower-cased. Names that both bear ("jordan", "robin") are given names of unknown gender.
bool is_given_name(std::string_view word);
Gender given_name_gender(std::string_view word);

// "Bob" for "Robert", "Liz" for "Elizabeth", either way round.
bool is_short_form(std::string_view a, std::string_view b);
// "bob", "rob" and so on for "robert".
std::span<const std::string_view> short_forms(std::string_view name);

}  // namespace sayso
