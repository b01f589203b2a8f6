// Whom do people mean in what they tell? "My mother rang. She asked what it was worth": the mother, and nobody whom the
// story named before.
#pragma once

#include <optional>
#include <span>

#include "extract/resolve.h"

namespace sayso {

// The speaker of a statement inside another's content, as far as that content itself tells: for "he" and "she" the last
// person before them there, for a cue without a source the subject of its clause. None: ask outside. Looks back at most
// kInnerReach tokens.
std::optional<Who> inner_speaker(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                 const Attribution& inner, std::span<const TokenRange> around,
                                 const PhrasePlace& place);

}  // namespace sayso
