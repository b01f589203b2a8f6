// Whether a name, title, noun or pronoun speaks of a woman or a man, where it says so.
#pragma once

#include <cstdint>

namespace sayso {

enum class Gender : std::uint8_t { unknown, female, male };

inline bool differ(Gender a, Gender b) { return a != Gender::unknown && b != Gender::unknown && a != b; }

}  // namespace sayso
