// Which statement stands inside what another one says.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/analysis.h"

namespace sayso {

// For each attribution the index of the innermost other one in one piece of whose content its cue and all of its content
// stand, and something else besides: so it never leads round in a circle. -1 for none. O(n log n) in the pieces of content.
std::vector<std::int32_t> enclosing_statements(std::span<const Attribution> attributions);

// In how many others each one stands, by what enclosing_statements() gives. Linear.
std::vector<std::uint32_t> depths(std::span<const std::int32_t> around);

// Where an attribution is anchored for reading in order: its source, else its cue, else its content.
std::uint32_t anchor(const Attribution& attribution);

}  // namespace sayso
