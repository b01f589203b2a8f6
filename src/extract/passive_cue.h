// "He was told to leave": who is told stands before the cue, and is no part of what was said.
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "extract/word_forms.h"

namespace sayso {

// Drops the pieces of a content that stand before a passive cue of telling, asking or ordering. Linear.
void drop_who_was_told(const Analysis& analysis, std::vector<Attribution>& attributions);

// Adds the questions that no network saw:  Asked on Monday | whether he would sign,  she laughed.  Linear.
void add_opening_questions(const WordForms& forms, std::vector<Attribution>& attributions);

// "was told", "'m asked", "had been ordered": by whom is not said, or behind "by".
bool is_passive_telling(const Analysis& analysis, TokenRange cue);

}  // namespace sayso
