// What is known around two wordings: dates, speakers, the passages they stood in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "trace/cut_wording.h"

namespace sayso::trace {

// Days between two dates YYYY-MM-DD; -1 where one is none.
int days_between(std::string_view a, std::string_view b);

// 1: one name is the other or its end ("Ann Cole", "Cole"), -1: they differ, 0: one is not known.
int compare_speakers(std::string_view a, std::string_view b);

// The same of their last words alone, which are what it goes by.
std::string last_name(std::string_view speaker);
int compare_last_names(const std::string& a, const std::string& b);

// Hashes of all runs of eight words before and after, in ascending order; whether two wordings have one in common.
std::vector<std::uint64_t> runs_around(const Wording& wording);
bool share_surroundings(const CutWording& a, const CutWording& b);

}  // namespace sayso::trace
