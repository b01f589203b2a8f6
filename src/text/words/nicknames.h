// Given names and what they are shortened to: the wide table, for names that stand in different documents.
//
// Within one document is_short_form() of given_names.h decides, which has common short forms only.
#pragma once

#include <string_view>
#include <vector>

namespace sayso {

// Names that the nickname may stand for: "bill" -> "william", …; empty for none. Lower-cased.
const std::vector<std::string_view>& long_forms(std::string_view nickname);

// "bill" for "william", either way round. Lower-cased.
bool is_nickname(std::string_view a, std::string_view b);

}  // namespace sayso
