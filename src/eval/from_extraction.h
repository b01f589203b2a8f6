// The engine's results as the scorers want them, without a detour over files. Equal to writing brat or JSON and reading it.
#pragma once

#include <string_view>
#include <vector>

#include "eval/attribution.h"
#include "eval/story.h"
#include "sayso/statement.h"

namespace sayso::eval {

std::vector<RolePieces> attributions_of(const Extraction& extraction, std::u32string_view text);
PredictedStory story_of(const Extraction& extraction);

}  // namespace sayso::eval
