// A source is named within one paragraph.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// Keeps of a source the piece nearest to the cue. Cuts source pieces that run over a paragraph's end (a byline, say, and the first words below it) to the part that is
// nearer to the cue.
void keep_sources_in_paragraph(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
