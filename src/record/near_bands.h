// Where near-duplicates of a text are looked for: locality-sensitive hashing over one-permutation MinHash.
//
// One hash of each shingle puts it into a bin and gives its value there; the least value of each bin is the text's signature (Li, Owen,
// Zhang 2012). Empty bins borrow from others (Shrivastava 2017). Signatures of two texts agree in a bin with about the chance of their
// Jaccard index J; four bins make a band, and two texts meet where all of one band agree: 99.6 % of those with J = 0.7 do, 0.2 % of
// those with J = 0.1.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sayso::record {

inline constexpr std::size_t kBands = 20;
inline constexpr std::size_t kBinsOfBand = 4;

// Below 2^31. Of at least one shingle, in any order, repeated or not.
using Bands = std::array<std::uint32_t, kBands>;
Bands bands_of(const std::vector<std::uint64_t>& shingles);

}  // namespace sayso::record
