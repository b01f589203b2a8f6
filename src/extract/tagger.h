// The model's part of the extractor: words -> attributions and name tags.
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "model/networks.h"

namespace sayso {

// Longest stretch of words that the fast network sees at once: whole paragraphs, and longer paragraphs in pieces.
inline constexpr std::uint32_t kWindowWords = 2048;

// Attributions of a whole document in the order of their cues, none without content; fills analysis.names. With an encoder,
// only the paragraphs go to it in which the fast network sees a possible cue or which hold quotation marks.
// Time is linear in the words: stage one sees each word once, stage two the words near each cue.
std::vector<Attribution> tag_attributions(const Networks& networks, Analysis& analysis, NetworkWorkspace& workspace);

}  // namespace sayso
