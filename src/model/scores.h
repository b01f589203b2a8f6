// What the networks give the decoder: scores of labels, and which words a cue is linked to.
#pragma once

#include <cstdint>
#include <vector>

namespace sayso {

// Columns of the scores of one word (stage one): three layers of outside, begin, inside; then the name tags, which only the
// fast model has.
enum WordScore : int { source_o, source_b, source_i, cue_o, cue_b, cue_i, content_o, content_b, content_i, name_first };
inline constexpr int kLayerScores = 9;
inline constexpr int kNameTags = 5;
inline constexpr int kWordScores = 16;   // 9 layers, 5 name tags, 2 of padding
// Columns of the scores of one word given a cue (stage two).
enum LinkScore : int { link_o, link_source_b, link_source_i, link_content_b, link_content_i };
inline constexpr int kLinkScores = 16;   // 5, the rest is padding

struct Scores {
  std::vector<float> words;   // of a window: n x kWordScores
  std::vector<float> links;   // of one cue: (high - low) x kLinkScores
};

// A cue in a window of n words and the words around it that may belong to it, half-open.
struct CueWindow {
  std::uint32_t begin, end;  // the cue
  std::uint32_t low, high;   // what stage two scores
};

}  // namespace sayso
