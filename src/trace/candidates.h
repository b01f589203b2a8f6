// A quotation -> the places in an archive that may have it.
#pragma once

#include <vector>

#include "trace/cut_wording.h"
#include "trace/witness.h"

namespace sayso::trace {

struct CandidateLimits {
  std::size_t most = 200;  // witnesses; the best by words that agree
  bool thorough = true;    // read all of the index for short quotations and where the look-up finds little
};

// Each utterance of a document once. Error bad_argument: no words. Others: the archive's.
Result<std::vector<Witness>> witnesses_like(Archive& archive, const CutWording& quotation,
                                            const CandidateLimits& limits = {});

}  // namespace sayso::trace
