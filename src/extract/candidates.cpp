#include "extract/candidates.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace sayso {
namespace {

struct Weight {
  std::string_view feature;
  float weight;
};

// In the order of Feature; written by training/ranker.py, described in models/README.md.
constexpr Weight kWeights[kFeatures] = {
#include "extract/ranker_weights.inc"
};

float sum_of(const Features& features) {
  float out = 0;
  for (std::size_t i = 0; i < kFeatures; ++i) out += kWeights[i].weight * features.values[i];
  return out;
}

}  // namespace

std::string_view name_of(Feature feature) { return kWeights[static_cast<std::size_t>(feature)].feature; }
float weight_of(Feature feature) { return kWeights[static_cast<std::size_t>(feature)].weight; }

void rank(std::vector<ScoredEntity>& candidates) {
  if (candidates.empty()) return;
  for (ScoredEntity& c : candidates) c.score = sum_of(c.features);
  std::ranges::stable_sort(candidates, std::greater(), &ScoredEntity::score);
  const float top = candidates.front().score;
  float total = 0;
  for (ScoredEntity& c : candidates) total += c.score = std::exp(c.score - top);
  for (ScoredEntity& c : candidates) c.score /= total;
}

std::vector<ScoredEntity> taken(std::uint32_t entity, float share, std::vector<ScoredEntity> others) {
  std::erase_if(others, [&](const ScoredEntity& c) { return c.entity == entity; });
  float total = std::numeric_limits<float>::min();  // scores may be too small to be told from 0
  for (const ScoredEntity& c : others) total += c.score;
  for (ScoredEntity& c : others) c = {c.entity, {}, c.score * (1 - share) / total};
  others.insert(others.begin(), {entity, {}, share});
  std::ranges::stable_sort(others, std::greater(), &ScoredEntity::score);
  return others;
}

}  // namespace sayso
