// Words that stand for somebody who was just named: "the teenager", "the winger".
#pragma once

#include <string_view>

namespace sayso {

// By age, fate, fame, part in a game or a show: "the striker said" is whoever was spoken of. Not so "the janitor" and
// "the driver", who are mostly somebody else.
bool is_epithet(std::string_view word);

// Those that say so little that they may as well be of somebody without a name who spoke before: "the man".
bool is_bare_epithet(std::string_view word);

}  // namespace sayso
