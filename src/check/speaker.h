// Whether a witness's speaker is the one that is asked about.
#pragma once

#include <string_view>

#include "trace/witness.h"

namespace sayso::check {

enum class SameSpeaker : std::uint8_t { yes, no, unknown };

// "Cole", "Mayor Cole" and "Ann Cole" are one; so is any other name that the document has for the speaker. "Karl Cole"
// is not, wherever the speaker's own given name is told. unknown: nobody is named.
SameSpeaker compare_speaker(const trace::Witness& witness, std::string_view who);

// Of a witness whose speaker is the same: by a surname alone, of somebody who is asked about with a given name.
bool fits_by_surname(const trace::Witness& witness, std::string_view who);

}  // namespace sayso::check
