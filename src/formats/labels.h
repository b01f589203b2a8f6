// How statements are put in words for people, in text and html alike.
#pragma once

#include <string>

#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso::formats {

// "Ann Cole", "two officials", "(no source given)".
std::string name_for_people(const Party& party);
// What the text calls them where that says more than the name: "she"; else nothing.
std::string called_in_text(const Party& party);
std::string channel_for_people(const Channel& channel);  // "press conference: at a briefing"
std::string summary_of(const Extraction& extraction);  // "3 statements (2 direct, 1 indirect) by 2 sources, 1 warning"

}  // namespace sayso::formats
