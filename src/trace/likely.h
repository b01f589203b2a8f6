// Which hits of the index are worth reading the documents for.
#pragma once

#include <vector>

#include "trace/cut_wording.h"
#include "trace/index/index.h"

namespace sayso::trace {

// Drops hits in whose surroundings the index has too little of the quotation's words, by weight, for them to be it; of
// those that have less than half the best few stay, for they are what is most like it. The others keep their order.
// Quotations of more than 64 words lose none.
void drop_unlikely(std::vector<Hit>& hits, const CutWording& quotation, const Index& index);

}  // namespace sayso::trace
