// Quotations that no cue claims: those that go on with the statement before them, and those that merely follow.
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "extract/talk.h"

namespace sayso {

// Every outermost quotation that reads like speech (a sentence of its own in quotation marks, or a lone turn of a talk) and
// stands in no content yet is added: to the attribution that ends directly before it in the same paragraph or whose quotation it reopens,
// otherwise as an attribution without cue and source, for the resolver to place. `attributions` come in any order and
// leave in that order, new ones last. Linear but for sorting.
void add_uncued_quotations(const Analysis& analysis, const Talk& talk, std::vector<Attribution>& attributions);

}  // namespace sayso
