// Rules between the model and the statements: what layout, marks and set phrases say for certain.
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "extract/word_forms.h"

namespace sayso {

// What holds for every attribution that a network found, wherever it stands. Linear.
void mend_attributions(const Analysis& analysis, const WordForms& forms, std::vector<Attribution>& attributions);

// Mends, drops and adds attributions, one small stage after another (each a file of this room), and sorts them by content.
// Linear but for sorting.
void refine_attributions(const Analysis& analysis, const WordForms& forms, std::vector<Attribution>& attributions);

}  // namespace sayso
