// "Told the station", "the paper quoted": which outlet of the story that is.
#pragma once

#include "extract/entities.h"

namespace sayso {

// "The station", "the newspaper" at a token, where no name follows: the two words; empty for others.
TokenRange bare_outlet(const WordForms& forms, std::uint32_t token);

// The nearest outlet before it that its noun fits: no station is a paper. kNoEntity for none.
std::uint32_t outlet_meant(const WordForms& forms, const NameTable& names, TokenRange bare);

}  // namespace sayso
