// Phrases that many people say: agreeing in one is no sign of one utterance.
#pragma once

#include <vector>

#include "trace/words.h"

namespace sayso::trace {

// For each word, whether it is part of a stock phrase. Linear.
std::vector<bool> in_stock_phrase(const std::vector<Word>& words);

}  // namespace sayso::trace
