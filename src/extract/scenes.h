// Sentences that tell of an occasion on which people then speak: "Birch held a news conference on Thursday.", "She rang
// him from the hotel on Monday night.", "By telephone, the singer was calmer.", "On the tape …".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/channel.h"
#include "extract/statement_frame.h"

namespace sayso {

struct Scene {
  FoundChannel channel;
  TokenRange run;       // the words of its sentence that tell of it: who takes part, and when
  bool record;          // it tells of a tape, a chat or messages that others have got hold of
  bool between;         // both sides of it are told of; false for "By telephone, she …", which is said to the writer
  bool open;            // a meeting, a hearing: whoever speaks next speaks there
  std::uint32_t owner;  // the statement in whose content it stands, as index + 1; 0 for the story itself
};

// In text order, at most one a sentence. What stands behind a cue belongs to that statement and sets no scene. Linear.
std::vector<Scene> find_scenes(const WordForms& forms, const FrameReader& frames);

// "apologised", "hit back", "resigned": acts of speech that no cue is.
bool is_deed_of_speech(std::string_view word);

// What a range of running text calls the talk that follows it: "This is an edited transcript of the interview.", "Here
// is the passage from Friday's broadcast." The last such word counts.
std::optional<FoundChannel> announced_talk(const WordForms& forms, TokenRange range);

}  // namespace sayso
