// How sure the model is of one attribution: a calibrated probability that it would be found in a careful annotation.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/scores.h"

namespace sayso {

// Logistic regression over the mean log-probabilities of the cue's, the source's and the content's labels, the least sure
// content word, whether there is a source, and the bias; `weights` are the model's, in this order. Platt's method.
inline constexpr int kConfidenceFeatures = 6;

float confidence_of(std::span<const float> weights, const Scores& scores, const CueWindow& cue,
                    const std::vector<std::uint8_t>& labels);

}  // namespace sayso
