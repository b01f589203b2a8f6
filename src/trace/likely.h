// Which hits of the index are worth reading the documents for.
#pragma once

#include <span>
#include <vector>

#include "trace/cut_wording.h"
#include "trace/index/index.h"

namespace sayso::trace {

// Drops hits in whose surroundings the index has too little of the quotation's words, by weight, for them to be it; of
// those that have less than half the best few stay, for they are what is most like it. The others keep their order.
// Quotations of more than 64 words lose none.
void drop_unlikely(std::vector<Hit>& hits, const CutWording& quotation, const Index& index);

// The words of `words` that agree with the quotation in order, as many as can be, from the first to the last; all of
// `words` where none do. Time: the product of the sizes.
WordRange agreeing_range(std::span<const Print> quotation, std::span<const Print> words);

}  // namespace sayso::trace
