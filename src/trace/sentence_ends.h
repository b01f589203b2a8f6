// Where sentences end, roughly: for showing words with what stands around them, and for telling a cut inside a
// sentence.
#pragma once

#include "text/code_points.h"

namespace sayso::trace {

// The span widened to whole sentences, at most a few hundred code points to either side. Paragraphs end sentences.
Span sentences_around(const CodePoints& text, Span span);

}  // namespace sayso::trace
