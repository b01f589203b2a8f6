// Set phrases that give words to somebody and that the networks seldom know: "put the cost at", "in the words of", "came the
// answer".
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "extract/word_forms.h"

namespace sayso {

// Adds what is missing; a quotation before "came the answer" leaves the statement that it was taken for. Linear.
void read_set_phrases(const WordForms& forms, std::vector<Attribution>& attributions);

}  // namespace sayso
