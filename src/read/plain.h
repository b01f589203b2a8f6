// What the top of a plain text says about it: headline, date line, byline, dateline.
#pragma once

#include <string_view>
#include <vector>

#include "sayso/document.h"

namespace sayso {

// Fills title, published, authors and outlet from the first lines of document.text, where they are not set yet.
void read_top(Document& document);

// The names of a byline without its "By": "Ann Cole and Jo Reyes, Hill Herald | Nov 20" -> Ann Cole; Jo Reyes.
std::vector<std::string> names_of_byline(std::string_view names);

// Those of a field that holds nothing but authors, with "By" or without; the whole where it is no list of names.
std::vector<std::string> names_in_field(std::string_view field);

}  // namespace sayso
