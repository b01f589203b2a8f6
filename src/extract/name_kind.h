// Is it a person, a body, a place? What a single mention tells by its words and its neighbours.
#pragma once

#include "extract/mentions.h"

namespace sayso {

// Fills kind, certain and gender. `tags` may be empty.
void classify(const WordForms& forms, const std::vector<NameTag>& tags, Mention& mention);

// Nouns of people that are as often said of bodies: "maker", "rival".
bool is_person_or_body(std::string_view noun);

}  // namespace sayso
