// Attributions that give no words of anybody: "declined to comment" is no statement.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// Removes attributions whose whole content is one of a table of phrases that say that nothing was said.
void drop_refusals_to_speak(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
