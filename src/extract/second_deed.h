// "She rang me from the hotel and | said": what the speaker did right before speaking.
#pragma once

#include "extract/channel.h"

namespace sayso {

struct CallBefore {
  FoundChannel channel;
  TokenRange hearer;  // who was called
};

// A call that the cue's own clause tells of; none for others.
std::optional<CallBefore> call_before(const WordForms& forms, TokenRange cue);

}  // namespace sayso
