// Edits put into invented sentences by a generator, each with what is to be found.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trace/comparison.h"

namespace sayso::testing {

struct Injected {
  std::string kind;  // "negation", "splice", …
  std::string a, b;
  trace::EditType type = trace::EditType::substitute;
  trace::Touches touches = trace::Touches::nothing;
  bool critical = false;
  trace::Relation relation = trace::Relation::altered;
};

// `count` of them, the same for the same seed.
std::vector<Injected> inject(std::size_t count, std::uint64_t seed);

}  // namespace sayso::testing
