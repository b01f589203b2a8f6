// What a title says ends with the title.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// Cuts contents that begin in a title or subtitle, one of the first two lines without a sentence's end, and run on into
// the byline or the text below.
void keep_titles_apart(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
