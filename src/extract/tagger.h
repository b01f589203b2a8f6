// The model's part of the extractor: words -> attributions and name tags.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "extract/analysis.h"
#include "model/networks.h"

namespace sayso {

// Longest stretch of words that the fast network sees at once: whole paragraphs, and longer paragraphs in pieces.
inline constexpr std::uint32_t kWindowWords = 2048;

// Attributions of a whole document in the order of their cues, none without content; fills analysis.features and names.
// With an encoder, only the paragraphs go to it in which the fast network sees a possible cue or which hold quotation
// marks. Time is linear in the words: stage one sees each word once, stage two the words near each cue.
std::vector<Attribution> tag_attributions(const Networks& networks, Analysis& analysis, NetworkWorkspace& workspace);

// Whether an attribution is wanted that a cue in a stretch may have.
using CueFilter = std::function<bool(TokenRange stretch, TokenRange cue)>;

// Attributions in each of the stretches, none longer than kWindowWords, read as texts of their own: training data has
// no attribution inside another one's content, so that in context the networks are silent there. After
// tag_attributions; cues that are not wanted cost no stage two.
std::vector<Attribution> tag_inside(const Networks& networks, const Analysis& analysis,
                                    std::span<const TokenRange> stretches, const CueFilter& wanted,
                                    NetworkWorkspace& workspace);

}  // namespace sayso
