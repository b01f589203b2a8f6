// Two wordings -> are they one utterance, how are they related, what changed.
#pragma once

#include "trace/comparison.h"
#include "trace/cut_wording.h"

namespace sayso::trace {

// Never fails: any text gives a result. Pure; safe from any number of threads. Time is linear in the words beside the
// alignment, which is bounded (align.h). Edits are those of a to b; swapped wordings give swapped edits in nearly all cases.
Comparison compare(const Wording& a, const Wording& b);
Comparison compare(const CutWording& a, const CutWording& b);

// The same, with edits and a relation (other than `different_utterance`, if anything agrees) however unlike the two are: for
// those who know already, or have to say, how one is told from the other.
Comparison compare_words(const CutWording& a, const CutWording& b);

}  // namespace sayso::trace
