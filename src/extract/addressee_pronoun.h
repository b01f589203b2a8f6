// "One man rang. She told | him": people whom a story tells of, but names by no name.
#pragma once

#include "extract/entities.h"
#include "extract/word_forms.h"

namespace sayso {

// Whether "him" or "her" at a token is somebody who was brought in by "a man", "one woman", and nobody of that gender
// was named since.
bool is_stranger(const WordForms& forms, const NameTable& names, std::uint32_t token);

}  // namespace sayso
