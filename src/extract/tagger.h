// The model's part of the extractor: words -> attributions and name tags.
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "model/fast_network.h"

namespace sayso {

// Longest stretch of words that the network sees at once: whole paragraphs, and longer paragraphs in pieces.
inline constexpr std::uint32_t kWindowWords = 2048;

// Attributions of a whole document in the order of their cues, none without content; fills analysis.names.
// Time is linear in the words: stage one sees each word once, stage two the words near each cue.
std::vector<Attribution> tag_attributions(const FastNetwork& network, Analysis& analysis, FastWorkspace& workspace);

// Windows of whole paragraphs of at most kWindowWords, covering all tokens in order.
std::vector<TokenRange> windows_of(const std::vector<TokenRange>& paragraphs);

}  // namespace sayso
