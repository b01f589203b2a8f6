// Genders that no title and no given name tells, from the pronouns that follow a lone name.
#pragma once

#include "extract/entities.h"
#include "extract/word_forms.h"

namespace sayso {

// "Janelle Berg filed the suit. She lives …": one person named in the sentence or the one before, and a pronoun after it.
// Also makes persons of unknown lone names that he or she follows. Linear.
void learn_genders(const WordForms& forms, NameTable& names);

}  // namespace sayso
