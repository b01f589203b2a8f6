// What an edit touches, and whether that can turn the sense.
#pragma once

#include <vector>

#include "trace/comparison.h"
#include "trace/words.h"

namespace sayso::trace {

// Sets `touches` and `sense_critical` of an edit by the words that only one side has.
void set_touches(Edit& edit, const Words& a, const Words& b);

// Whether a reader of one takes the speaker to have meant something else: not every sense-critical edit does that.
bool turns_sense(const std::vector<Edit>& edits, const Words& a, const Words& b);

}  // namespace sayso::trace
