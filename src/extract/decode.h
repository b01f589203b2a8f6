// From a network's scores to cues, and from a cue's links to an attribution.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "extract/analysis.h"
#include "extract/confidence.h"
#include "model/scores.h"
#include "model/viterbi.h"

namespace sayso {

// Memory that calls reuse.
struct DecodeScratch {
  std::vector<std::uint8_t> back, labels;
};

// The cues in a window of n scored words, in words of the window. steps: see best_labels.
std::vector<TokenRange> decode_cues(const Scores& scores, std::uint32_t n, const float* steps, DecodeScratch& scratch);

// The attribution of a cue whose links were scored, in tokens of the document that the window begins at; none without
// content.
std::optional<Attribution> decode_links(const Scores& scores, const CueWindow& cue, std::uint32_t window_begin, const float* steps,
                                        std::span<const float> calibration, DecodeScratch& scratch);

// Attributions of `window`, which `network` has encoded into ws; cues as decode_cues found them. Network: FastNetwork or
// EncoderNetwork.
template <class Network, class Workspace>
void link_cues(const Network& network, TokenRange window, const std::vector<TokenRange>& cues, Workspace& ws,
               DecodeScratch& scratch, std::vector<Attribution>& out) {
  for (const TokenRange& cue : cues) {
    const std::uint32_t low = cue.begin > Network::kLinkReach ? cue.begin - Network::kLinkReach : 0;
    const CueWindow near{cue.begin, cue.end, low, std::min(window.size(), cue.end + Network::kLinkReach)};
    network.link(near, ws);
    auto found = decode_links(ws.out, near, window.begin, network.link_steps(), network.calibration(), scratch);
    if (found) out.push_back(std::move(*found));
  }
}

}  // namespace sayso
