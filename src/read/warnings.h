// The doubts of readers, with their places.
#pragma once

#include <cstdint>

#include "sayso/document.h"

namespace sayso {

// `encoding-replaced` at the first U+FFFD of the text; at 0 if none of them is in it.
void warn_of_replaced(Document& document, std::uint32_t count);

// `control-characters` at the first one, if there is any but tabs, line ends and form feeds.
void warn_of_control_characters(Document& document);

}  // namespace sayso
