// What quotation marks say about contents: a piece never cuts off a mark of the quotation that it holds the rest of.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// Moves the ends of content pieces over quotation marks that belong to them, and off those that do not. Linear but for a
// look-up of each end.
void respect_quotations(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
