// A filter as a saved search keeps it: a line each, the key, a tab, the value.
#pragma once

#include <string>
#include <string_view>

#include "sayso/search.h"

namespace sayso::record {

std::string pack_filter(const Filter& filter);
// What it does not know is passed over.
Filter unpack_filter(std::string_view packed);
bool is_everything(const Filter& filter);

}  // namespace sayso::record
