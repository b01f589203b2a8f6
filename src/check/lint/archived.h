// What an archive has of the quotations of a draft.
#pragma once

#include <cstddef>
#include <vector>

#include "check/lint/draft.h"
#include "check/verdict.h"
#include "sayso/error.h"
#include "trace/archive.h"

namespace sayso::lint {

// Looks up each quotation of the draft that has words enough to be known again, by the speaker that the draft names. In the order of the
// draft's quotations. Errors: those of the archive.
Result<std::vector<Archived>> look_up(const Draft& draft, trace::Archive& archive);

}  // namespace sayso::lint
