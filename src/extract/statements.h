// Attributions -> statements: spans, the words they hold, kinds and parents. No resolution.
#pragma once

#include <span>
#include <vector>

#include "extract/analysis.h"
#include "sayso/statement.h"

namespace sayso {

// One statement for each attribution, in the same order. Kinds follow the quotation marks; sources have their passage only.
// Parents: the smallest statement in whose content all of a statement's cue and content stands.
std::vector<Statement> build_statements(const Analysis& analysis, std::span<const Attribution> attributions);

// Token ranges as a passage: spans in code points and what stands there.
Passage passage_of(const Analysis& analysis, std::span<const TokenRange> ranges);

}  // namespace sayso
