// A quotation that an archive has only as indirect speech.
#pragma once

#include <string>
#include <vector>

#include "check/verdict.h"
#include "sayso/error.h"

namespace sayso::check {

// Indirect statements with most of the quotation's content words, by that speaker if one is asked for; better ones
// first.
Result<std::vector<Finding>> paraphrases(trace::Archive& archive, const std::string& quotation, const std::string& by);

}  // namespace sayso::check
