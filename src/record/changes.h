// What became of the quotations of a document from one version to the next.
#pragma once

#include <string>
#include <vector>

#include "sayso/record.h"

namespace sayso::record {

// Contents in the order of their text. Equal ones stay, whatever their place; of the others, two that share at least half of their
// words are one reworded. Linear in the words but for pairs of contents that share a rare word.
std::vector<Change> changes_between(const std::vector<std::string>& before, const std::vector<std::string>& after);

}  // namespace sayso::record
