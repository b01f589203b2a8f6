// How many sources there are behind the witnesses, and who stands alone.
#pragma once

#include "trace/tracing.h"

namespace sayso::trace {

// Sets independent_sources, odd_witnesses, circles and origin from the lineage and near_groups. What the documents say
// themselves (stated, credited, linked), one publisher, the same article and the same words around make witnesses one
// source for sure; shared changes and containment may. `most` counts what is one for sure, `least` also what may be.
void set_independence(Tracing& tracing);

}  // namespace sayso::trace
