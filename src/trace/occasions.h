// On which occasion words were said or written, by what stands around them: "in a letter", "told reporters".
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso::trace {

// Bits, one a kind of occasion; 0 where none is told.
using Occasions = std::uint32_t;

// `before` and `after` are the text on either side of the quotation, of which sentences_beside() is read. Posts are no occasion here: stories
// show posts about what somebody said elsewhere.
Occasions occasions_around(std::string_view before, std::string_view after);

}  // namespace sayso::trace
