// What is known of single words: classes, spelling variants, number words, weight by rarity.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "trace/words.h"

namespace sayso::trace {

WordClass class_of(std::string_view key);      // lower case
float weight_of(std::string_view key);         // 0.4 for function words, 1 for ordinary, 1.8 for other words
std::string american(std::string_view key);    // "colour" -> "color", "organise" -> "organize", "ok" -> "okay"
std::optional<double> number_of(std::string_view key);  // of one word: "ten", "10", "1,000", "third", "3k"
// One form of a number: "ten" and "10", "third" and "3rd", "3k" and "3,000"; any other word as it is.
std::string figure_of(std::string key);
bool is_scale(std::string_view key);           // hundred, thousand, million
bool is_speech_verb(std::string_view key);
// One means what the other denies by a prefix or ending: likely and unlikely, harmless and harmful.
bool opposite_forms(std::string_view a, std::string_view b);

}  // namespace sayso::trace
