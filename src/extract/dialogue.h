// Who is asked, and who is answered, where the words name nobody: “Why?” Reyes asked. “It was late,” Cole replied.
#pragma once

#include <span>

#include "extract/circumstances.h"

namespace sayso {

// `order` are the statements that stand for themselves, in reading order. Whoever replies speaks to the one who spoke
// before; whoever asks, to the one who replies, or whose words stand on both sides of the question; in one call or
// exchange of messages people speak to each other.
void address_in_turn(const WordForms& forms, std::span<const Attribution> attributions, std::span<const Who> who,
                     std::span<const std::uint32_t> order, std::span<Circumstances> out);

}  // namespace sayso
