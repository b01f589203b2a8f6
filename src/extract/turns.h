// Transcripts: paragraphs that begin with who speaks.
//
//   QUIST: And the ending?
//
//   DARIO: In a car park, on the day I came out.
//
//   I had an hour and a pencil.
//
// Labels are names with or without titles, roles and emphasis ("**Ann Cole:**", "MR. SMITH:", "STEVE HALL, HOST:"), words
// for people ("MODERATOR:") and Q and A. A text is a transcript where two or more such speakers take turns and at least one
// of them is known to be a person; Q and A, where the text speaks of an interview (readers' questions have no speakers).
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// Each turn becomes one direct statement: what stands behind its label, and the paragraphs up to the next one as far as they
// can be the same voice; cue: the colon; source: the label. See blocks.h for what the model found in it. Linear.
void add_turns(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
