// Statements inside statements: what somebody tells of what another said.
//
//   “My mother told me the house was cold,” Cole said.          parent: Cole's; source: my mother
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "extract/word_forms.h"
#include "model/networks.h"

namespace sayso {

// Adds what the contents of the statements attribute to somebody, two levels deep, and sorts all by content. Time is linear
// in the words of the contents.
void add_nested(const Networks& networks, const Analysis& analysis, const WordForms& forms, NetworkWorkspace& workspace,
                std::vector<Attribution>& attributions);

}  // namespace sayso
