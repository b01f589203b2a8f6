// Two wordings -> are they one utterance, how are they related, what changed.
#pragma once

#include "trace/comparison.h"
#include "trace/wording.h"

namespace sayso::trace {

// Never fails: any text gives a result. Pure; safe from any number of threads. Time is linear in the words beside the
// alignment, which is bounded (align.h). Edits are those of a to b; swapped wordings give swapped edits in nearly all cases.
Comparison compare(const Wording& a, const Wording& b);

}  // namespace sayso::trace
