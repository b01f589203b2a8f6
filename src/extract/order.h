// The order in which results are given.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// By content's begin, then cue's. What has the same of both keeps its order.
void sort_by_content(std::vector<Attribution>& attributions);

// The reader's warnings and the extractor's, by place; both come sorted or not.
std::vector<Warning> merge_warnings(std::vector<Warning> reader, std::vector<Warning> extractor);

}  // namespace sayso
