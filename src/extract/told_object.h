// "She urged Congress | to ban them": whom it is said to stays outside the content.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// Cuts what stands between a verb that addresses somebody and "to", "not to", "that", "whether", … from the content's
// beginning, or drops it where it is a piece of its own. addressee.cpp then finds it behind the cue. Linear.
void leave_out_the_told(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
