// Which predicted attribution stands for which gold one.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "eval/attribution.h"

namespace sayso::eval {

// Sorted, each once.
using TokenSet = std::vector<std::int64_t>;
std::int64_t common(const TokenSet& a, const TokenSet& b);

// The tokens that the pieces touch, as indices into `grid`, which is by begin.
TokenSet tokens_of(const std::vector<Piece>& pieces, const std::vector<Piece>& grid);

using RoleTokens = std::array<TokenSet, 3>;

struct Pair {
  std::size_t gold = 0;
  std::size_t pred = 0;
  double score = 0.0;  // F1 of content tokens; 0 where only cues meet
};

// One-to-one, greedily, the best content overlap first; then the cue's, then the source's, then text order decide.
std::vector<Pair> align(const std::vector<RoleTokens>& gold, const std::vector<RoleTokens>& pred);

}  // namespace sayso::eval
