#include "model/viterbi.h"

#include <algorithm>

namespace sayso {
namespace {

constexpr float kNever = -1e30f;

// steps with what the grammar forbids made hopeless; [from * labels + to].
struct Steps {
  float cost[25];

  Steps(const LabelGrammar& g, const float* steps) {
    for (int from = 0; from < g.labels; ++from)
      for (int to = 0; to < g.labels; ++to)
        cost[from * g.labels + to] = g.followers[from] >> to & 1 ? steps[from * g.labels + to] : kNever;
  }
};

// One step: the best way to reach each label, and from where.
void advance(int labels, const Steps& steps, const float* before, const float* scores, float* now, std::uint8_t* from) {
  for (int to = 0; to < labels; ++to) {
    float best = before[0] + steps.cost[to];
    std::uint8_t origin = 0;
    for (int label = 1; label < labels; ++label) {
      const float reach = before[label] + steps.cost[label * labels + to];
      if (reach > best) {
        best = reach;
        origin = static_cast<std::uint8_t>(label);
      }
    }
    now[to] = best + scores[to];
    from[to] = origin;
  }
}

}  // namespace

void best_labels(const LabelGrammar& grammar, const float* steps, const float* scores, std::size_t n, std::size_t stride,
                 std::vector<std::uint8_t>& scratch, std::vector<std::uint8_t>& labels) {
  labels.resize(n);
  if (n == 0) return;
  scratch.resize(n * 5);
  const Steps cost(grammar, steps);
  float before[5] = {0, kNever, kNever, kNever, kNever}, now[5];
  for (std::size_t i = 0; i < n; ++i) {
    advance(grammar.labels, cost, before, scores + i * stride, now, scratch.data() + i * 5);
    const float top = *std::max_element(now, now + grammar.labels);
    for (int label = 0; label < grammar.labels; ++label) before[label] = now[label] - top;  // keeps sums small
  }
  auto label = static_cast<std::uint8_t>(std::max_element(before, before + grammar.labels) - before);
  for (std::size_t i = n; i-- > 0;) {
    labels[i] = label;
    label = scratch[i * 5 + label];
  }
}

}  // namespace sayso
