// Given names that are less common in English-language news, or come from other languages, by gender.
#pragma once

#include "text/words/word_set.h"

namespace sayso {

// Lower-cased. Beside those of given_names.h, which holds none of them. From the lists of given names of the US Census of 1990 (public
// domain), without those that are rather surnames or ordinary words, and names of other languages written without accents.
const WordSet& rarer_female_names();
const WordSet& rarer_male_names();

}  // namespace sayso
