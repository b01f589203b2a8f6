// Quotation marks around names, titles and words as words: they quote nobody.
//
//   Ed “Big Ed” Cole     the song “Cold Water”     her memoir, “Late Again,” sold well     not to use the word “defect”
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "extract/marks.h"

namespace sayso {

// One entry a quotation of the analysis: whether it only names. Told by the noun before it, by the name around it or by its
// capitals; not told of whole paragraphs, which are speech. Linear.
std::vector<bool> names_in_marks(const Analysis& analysis, const MarkedTokens& marks);

// Removes attributions that only give a name: "nicknamed “Ace”", "the singer known as …"; "sang “Cold Water”", where the cue
// tells no speech or thought. Linear.
void drop_namings(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
