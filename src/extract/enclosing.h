// Which statement stands inside what another one says.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/analysis.h"

namespace sayso {

// For each attribution the index of the innermost other one whose content holds its source and cue (or, without both,
// all of its content); -1 for none. O(n log n) in the pieces of content.
std::vector<std::int32_t> enclosing_statements(std::span<const Attribution> attributions);

// Where an attribution is anchored for reading in order: its source, else its cue, else its content.
std::uint32_t anchor(const Attribution& attribution);

}  // namespace sayso
