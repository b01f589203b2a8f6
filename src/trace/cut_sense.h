// Whether what was cut off a sentence turns the sense of what is left.
#pragma once

#include <string_view>

namespace sayso::trace {

// `before` and `after`: what was cut off the sentence at its ends; empty where nothing was. True where it denies, conditions or restricts what
// is kept ("I would never say", "but only if", "Some of the"), and what is kept can be taken for a statement. Linear.
bool cut_turns_sense(std::string_view before, std::string_view kept, std::string_view after);

// The plainest of these alone, for wordings of which nobody asks what was cut: one to three words that deny or narrow ("No", "Some of the"), or a
// condition ("only if", "unless").
bool cut_plainly_turns_sense(std::string_view before, std::string_view kept, std::string_view after);

// Whether the sentence behind takes back what was said: "Unless …", "Only if …".
bool takes_back(std::string_view next_sentence);

}  // namespace sayso::trace
