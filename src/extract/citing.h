// "State media reported, citing military leaders": the leaders' statement, through the media.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// The model reads the outlet as the source. Whoever is cited by a description becomes it; relay.cpp finds the outlet
// before "citing". A name behind "citing" may be another outlet's and stays (outer_report.h). Linear.
void read_citing(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
