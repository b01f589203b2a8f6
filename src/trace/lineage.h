// Who had it from whom, as far as the documents show it. Never by time alone.
#pragma once

#include "trace/tracing.h"

namespace sayso::trace {

// Needs witnesses and readings. Edges by `from`, then type.
std::vector<Edge> lineage_of(const Tracing& tracing);

}  // namespace sayso::trace
