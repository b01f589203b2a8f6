// The sentence that a quotation stands in, and the one before it, without what is quoted there.
#pragma once

#include <string>
#include <string_view>

namespace sayso::trace {

// `before` and `after` are the text on either side of the quotation; at most some hundred bytes of each are read. ASCII in lower case, with
// " | " in place of the quotation. Other quotations are left out, but those of four words and fewer: names of programmes, as a rule.
std::string sentences_beside(std::string_view before, std::string_view after);

}  // namespace sayso::trace
