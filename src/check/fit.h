// How the words of one witness are to a quotation.
#pragma once

#include "check/verdict.h"
#include "trace/cut_wording.h"

namespace sayso::check {

// A finding whose verdict is not_found where less than six tenths of the quotation's words are there, by weight, or less
// than seven where trace does not take both for one utterance.
Finding fit(trace::Witness witness, const trace::CutWording& quotation);

}  // namespace sayso::check
