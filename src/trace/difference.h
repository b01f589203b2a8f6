// One difference -> one edit: what kind it is, and which relation it makes.
#pragma once

#include "trace/edits.h"

namespace sayso::trace {

TypedEdit typed_difference(const Words& a, const Words& b, const Difference& difference);

}  // namespace sayso::trace
