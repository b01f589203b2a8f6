// Sentences in which one speaker does two acts of speech:
//
//   The captain said the goal was onside | and called the decision “a joke”.
//   The club said it was sorry, | and denied having known.
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "extract/word_forms.h"

namespace sayso {

// Ends the first content where "and" or "but" brings a second verb of speech with the same subject, and makes the rest a
// statement of the same source where no network did. Verbs that could as well go on with what was said are left alone. Linear.
void part_second_cues(const WordForms& forms, std::vector<Attribution>& attributions);

}  // namespace sayso
