// Who brings word of another's words:
//
//   “Two is greedy,” Quill told Channel Six, according to Overlay.       Quill's statement; Overlay only relays it
//   The Herald, citing the Echo, reported that …                         the Echo says nothing of its own
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// Where "according to" takes in a whole statement, quotation, speaker and verb, that statement stays, with the quotations that
// follow, and the other goes; so does one whose content is only a name that is cited. Linear but for a sort.
void drop_outer_reports(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
