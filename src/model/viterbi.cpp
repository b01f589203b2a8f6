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

// One step: the best way to reach each label, and from where. How many labels there are is known when it is compiled, so that nothing is
// left of its loops.
template <int labels>
void advance(const Steps& steps, const float* before, const float* scores, float* now, std::uint8_t* from) {
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

template <int labels>
void find_best(const Steps& cost, const float* scores, std::size_t n, std::size_t stride, std::uint8_t* origins, std::uint8_t* out) {
  float before[labels] = {}, now[labels];
  std::fill(before + 1, before + labels, kNever);
  for (std::size_t i = 0; i < n; ++i) {
    advance<labels>(cost, before, scores + i * stride, now, origins + i * labels);
    const float top = *std::max_element(now, now + labels);
    for (int label = 0; label < labels; ++label) before[label] = now[label] - top;  // keeps sums small
  }
  auto label = static_cast<std::uint8_t>(std::max_element(before, before + labels) - before);
  for (std::size_t i = n; i-- > 0;) {
    out[i] = label;
    label = origins[i * labels + label];
  }
}

}  // namespace

void best_labels(const LabelGrammar& grammar, const float* steps, const float* scores, std::size_t n, std::size_t stride,
                 std::vector<std::uint8_t>& scratch, std::vector<std::uint8_t>& labels) {
  labels.resize(n);
  if (n == 0) return;
  scratch.resize(n * static_cast<std::size_t>(grammar.labels));
  const Steps cost(grammar, steps);
  if (grammar.labels == 3) find_best<3>(cost, scores, n, stride, scratch.data(), labels.data());
  else find_best<5>(cost, scores, n, stride, scratch.data(), labels.data());
}

}  // namespace sayso
