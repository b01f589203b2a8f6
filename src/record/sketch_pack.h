// Sketches as the column people.sketch has them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "record/sketch.h"

namespace sayso::record {

inline constexpr std::size_t kMostPackedNames = 6;  // of forms, and of other names

// Only the most frequent of each tally are kept.
std::string pack_sketch(const Sketch& sketch);
Sketch unpack_sketch(std::string_view packed);

}  // namespace sayso::record
