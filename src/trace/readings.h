// Witnesses sorted by the words that they print.
#pragma once

#include "trace/cut_wording.h"
#include "trace/tracing.h"

namespace sayso::trace {

// Sets readings, and of each witness its reading, spans and cut. The first reading is the one that most witnesses have
// whole.
void set_readings(Tracing& tracing, const CutWording& asked);

}  // namespace sayso::trace
