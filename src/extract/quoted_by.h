// "Cole was quoted by the Herald as saying that …", "the Herald quoted Cole as saying …": Cole's statement, through the Herald.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// The model reads the outlet as the source and "Cole … as saying that …" as the content, or two statements, one of
// "saying". Where the words stand in this order (somebody, "was quoted", an outlet, "as" and a verb in -ing), the
// somebody is made the source, the cue runs from the verb to the -ing, and the content begins behind it; relay.cpp then
// finds the outlet in the cue. Where the outlet quotes somebody, the cue is "as saying" and the outlet stands before. Linear.
void read_quoted_by(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
