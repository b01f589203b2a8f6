#include "extract/confidence.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sayso {
namespace {

// Log-probability of one label among `count` scores.
float log_probability(const float* scores, int count, int label) {
  const float top = *std::max_element(scores, scores + count);
  float sum = 0;
  for (int i = 0; i < count; ++i) sum += std::exp(scores[i] - top);
  return scores[label] - top - std::log(sum);
}

struct Mean {
  float sum = 0;
  float least = 0;
  int count = 0;

  void add(float value) {
    sum += value;
    least = std::min(least, value);
    ++count;
  }
  float value() const { return count > 0 ? sum / static_cast<float>(count) : 0; }
};

std::array<float, kConfidenceFeatures> features_of(const Scores& scores, const CueWindow& cue,
                                                   const std::vector<std::uint8_t>& labels) {
  Mean cue_words, source, content;
  for (std::uint32_t i = cue.begin; i < cue.end; ++i) {
    cue_words.add(log_probability(scores.words.data() + std::size_t{i} * kWordScores + cue_o, 3, i == cue.begin ? 1 : 2));
  }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == link_o) continue;
    const float p = log_probability(scores.links.data() + i * kLinkScores, 5, labels[i]);
    (labels[i] <= link_source_i ? source : content).add(p);
  }
  return {cue_words.value(), source.value(), content.value(), content.least, source.count > 0 ? 1.f : 0.f, 1.f};
}

}  // namespace

float confidence_of(std::span<const float> weights, const Scores& scores, const CueWindow& cue,
                    const std::vector<std::uint8_t>& labels) {
  const auto features = features_of(scores, cue, labels);
  float sum = 0;
  for (std::size_t i = 0; i < features.size() && i < weights.size(); ++i) sum += weights[i] * features[i];
  return 1.f / (1.f + std::exp(-sum));
}

}  // namespace sayso
