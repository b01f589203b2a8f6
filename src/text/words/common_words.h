// Ordinary words: a capital on one of them at the start of a sentence makes no name.
#pragma once

#include <string_view>

namespace sayso {

bool is_common_word(std::string_view word);  // lower-cased

}  // namespace sayso
