#include "extract/decode.h"

namespace sayso {
namespace {

// Runs of a begin label and the inside labels behind it, as token ranges shifted by `origin`.
std::vector<TokenRange> runs(std::span<const std::uint8_t> labels, std::uint8_t begin, std::uint8_t inside,
                             std::uint32_t origin) {
  std::vector<TokenRange> out;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    const std::uint32_t at = origin + i;
    if (labels[i] == begin) out.push_back({at, at + 1});
    else if (labels[i] == inside && !out.empty() && out.back().end == at) ++out.back().end;
  }
  return out;
}

}  // namespace

std::vector<TokenRange> decode_cues(const Scores& scores, std::uint32_t n, const float* steps, DecodeScratch& scratch) {
  best_labels(kBeginInsideOutside, steps, scores.words.data() + cue_o, n, kWordScores, scratch.back, scratch.labels);
  return runs(scratch.labels, 1, 2, 0);
}

std::optional<Attribution> decode_links(const Scores& scores, const CueWindow& cue, std::uint32_t window_begin, const float* steps,
                                        std::span<const float> calibration, DecodeScratch& scratch) {
  best_labels(kLinkGrammar, steps, scores.links.data(), cue.high - cue.low, kLinkScores, scratch.back, scratch.labels);
  const std::uint32_t origin = window_begin + cue.low;
  std::vector<TokenRange> content = runs(scratch.labels, link_content_b, link_content_i, origin);
  if (content.empty()) return std::nullopt;
  const float confidence = confidence_of(calibration, scores, cue, scratch.labels);
  return Attribution{{window_begin + cue.begin, window_begin + cue.end},
                     runs(scratch.labels, link_source_b, link_source_i, origin), std::move(content), confidence};
}

}  // namespace sayso
