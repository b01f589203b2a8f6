// Quotations in what somebody tells, with who said them right before: “I said, ‘You two are a riot.’ They went, ‘Why?’”
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// Adds each that a verb of speech brings in and no statement has yet: cue the verb, source a subject of a word or a few
// before it. Linear but for sorting.
void add_inner_quotations(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
