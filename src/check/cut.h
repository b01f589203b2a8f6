// What was left out of a sentence at the ends of a quotation.
#pragma once

#include <string_view>

#include "check/verdict.h"

namespace sayso::check {

// `kept` in code points of the utterance's text. turns_sense: what is cut denies, conditions or restricts what is kept
// ("I would never say", "but only if", "unless"), or the next sentence does ("Unless …").
Cut cut_around(std::string_view utterance, Span kept);

}  // namespace sayso::check
