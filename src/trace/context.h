// What is known around two wordings: dates, speakers, the passages they stood in.
#pragma once

#include <string_view>

#include "trace/wording.h"

namespace sayso::trace {

// Days between two dates YYYY-MM-DD; -1 where one is none.
int days_between(std::string_view a, std::string_view b);

// 1: one name is the other or its end ("Ann Cole", "Cole"), -1: they differ, 0: one is not known.
int compare_speakers(std::string_view a, std::string_view b);

// Whether the texts before and after both wordings share a run of eight words.
bool share_surroundings(const Wording& a, const Wording& b);

}  // namespace sayso::trace
