// Posts and quotations that are set off, with who wrote them underneath.
//
//   Gutted. The stage deposit was never paid.
//
//   — Roz Tempest (@roztempest) July 7, 2025
//
//   @roztempest: Gutted.                                   Roz Tempest (@roztempest) wrote: Gutted.
//
//   “Let them have their vote.” — Commissioner Alan Pruett
//
//   The court went on to explain:
//
//   The standard that we apply is an old one.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// Each becomes a direct statement; cue: the dash, the colon or the verb before it; source: name and account. A post that
// "Cole wrote:" already brings in keeps that cue and source. See blocks.h. Linear.
void add_posts(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
