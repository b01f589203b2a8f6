// Why a source was told so, in words for people at a terminal.
#pragma once

#include <string>
#include <vector>

#include "sayso/statement.h"
#include "text/code_points.h"

namespace sayso::formats {

// "by the pronoun: Ann Cole 0.72, Jo Reyes 0.28", then a line for each candidate with what counts most.
std::vector<std::string> reasons_for_people(const Party& source);

// "Ann Cole = Cole (surname), Mrs Cole (surname; also Jo Cole’s)"; nothing where no other names were taken for it.
std::string merges_for_people(const Extraction& extraction, const Entity& entity, const CodePoints& text);

}  // namespace sayso::formats
