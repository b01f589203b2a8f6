// Best label sequences under constraints: the decoder of both stages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sayso {

// Which label may follow which; a bit set of allowed followers for each label. At the start what may follow label 0 may stand.
struct LabelGrammar {
  int labels;
  std::uint8_t followers[5];
};

// Outside, begin, inside: inside follows begin or inside only.
inline constexpr LabelGrammar kBeginInsideOutside = {3, {0b011, 0b111, 0b111}};
// Outside, begin and inside source, begin and inside content.
inline constexpr LabelGrammar kLinkGrammar = {5, {0b01011, 0b01111, 0b01111, 0b11011, 0b11011}};

// The sequence of n labels with the largest sum of scores and steps. scores has `stride` floats a word, the labels' first;
// steps[from * labels + to] is added for each step, the first one from label 0. Ties go to the smaller label. `scratch` is
// reused memory.
void best_labels(const LabelGrammar& grammar, const float* steps, const float* scores, std::size_t n, std::size_t stride,
                 std::vector<std::uint8_t>& scratch, std::vector<std::uint8_t>& labels);

}  // namespace sayso
