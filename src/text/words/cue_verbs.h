// What kind of act a verb in a cue is.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

enum class CueVerb : std::uint8_t {
  none,
  saying,    // said, wrote, promised, denied: words went from somebody to somebody
  thinking,  // thinks, believed, knew
  wanting,   // wants, hopes, plans
  naming,    // nicknamed, titled, dubbed: gives a name and says nothing
};

// Of any form of the verb, lower case.
CueVerb cue_verb(std::string_view word);

}  // namespace sayso
