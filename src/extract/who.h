// Who is speaking: entities, and of each statement the source and its circumstances.
#pragma once

#include <span>

#include "extract/analysis.h"
#include "extract/word_forms.h"
#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso {

// Fills Extraction::entities and each statement's source (type, name, entity), addressee, via, channel, said_at and stance.
// statements[i] comes from attributions[i] and has its source.passage set. Linear in the text; the result depends on the arguments alone.
void resolve_sources(const Analysis& analysis, const WordForms& forms, const Document& document,
                     std::span<const Attribution> attributions, Extraction& result);

}  // namespace sayso
