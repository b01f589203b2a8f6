// Claims whose source nobody gives.
//
//   The pair allegedly carried drugs.            The pair … carried drugs
//   The bridge is said to be sinking.            The bridge … to be sinking
//   He left the country, it is rumoured.         He left the country
//   Reports have emerged that it is sinking.     that it is sinking
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "extract/word_forms.h"

namespace sayso {

// Gives such a claim its clause as content, whatever of it a network took, and adds the claims that none found. Words in
// quotation marks are left alone, and claims that somebody tells. Linear.
void read_hearsay(const WordForms& forms, std::vector<Attribution>& attributions);

}  // namespace sayso
