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
// "direct · said · interview: by telephone · via Hill Herald · on 2025-03-30 · denies"; begins with the kind.
std::string circumstances_for_people(const Statement& statement);
// Behind " · ", unless the line or the item is empty.
void add_to_line(std::string& line, const std::string& item);
std::string summary_of(const Extraction& extraction);  // "3 statements (2 direct, 1 indirect) by 2 sources, 1 warning"

}  // namespace sayso::formats
