// Plain sentences that a network passed over:
//
//   The rules state | that a board may be moved.
//   She said in a statement on Thursday | that she was leaving.
//   The club plans | to appeal.
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "extract/word_forms.h"

namespace sayso {

// Adds a statement for each verb of speech or thought with "that" or "whether" behind it, and of promise or intention with an
// infinitive, that is no cue yet and has a subject before it; not within quotation marks. Linear.
void add_plain_cues(const WordForms& forms, std::vector<Attribution>& attributions);

}  // namespace sayso
