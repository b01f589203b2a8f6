// What stands inside a copied quotation and is not part of it.
#pragma once

#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace sayso::trace {

// For each token, whether it is site furniture (web addresses, lines such as "ADVERTISEMENT" or "Read more: …"),
// or the attribution between two pieces of an interrupted quotation (…," she said. "…), marks included.
std::vector<bool> hidden_tokens(std::string_view utf8, const std::vector<Token>& tokens);

}  // namespace sayso::trace
