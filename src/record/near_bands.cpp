#include "record/near_bands.h"

namespace sayso::record {
namespace {

constexpr std::size_t kBins = kBands * kBinsOfBand;
constexpr std::uint32_t kEmpty = 0xFFFFFFFF;

using Signature = std::array<std::uint32_t, kBins>;

std::uint64_t hashed(std::uint64_t x) {
  x *= 0x9E3779B97F4A7C15;
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93;
  return x ^ (x >> 32);
}

Signature least_of(const std::vector<std::uint64_t>& shingles) {
  Signature out;
  out.fill(kEmpty);
  for (const std::uint64_t shingle : shingles) {
    const std::uint64_t hash = shingle * 0x9E3779B97F4A7C15;
    const auto bin = static_cast<std::size_t>(((hash >> 32) * kBins) >> 32);
    const auto value = static_cast<std::uint32_t>(shingle ^ (shingle >> 32));
    if (value < out[bin]) out[bin] = value;
  }
  return out;
}

// Each empty bin takes the value of the first full one in an order of its own, the same for all texts.
Signature without_gaps(const Signature& sparse) {
  Signature out = sparse;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    for (std::uint64_t attempt = 1; out[bin] == kEmpty && attempt < 100 * kBins; ++attempt)
      out[bin] = sparse[hashed(bin * 1'000'003 + attempt) % kBins];
  }
  return out;
}

}  // namespace

Bands bands_of(const std::vector<std::uint64_t>& shingles) {
  const Signature signature = without_gaps(least_of(shingles));
  Bands out{};
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t hash = band;
    for (std::size_t i = 0; i < kBinsOfBand; ++i) hash = hashed(hash + signature[band * kBinsOfBand + i]);
    out[band] = static_cast<std::uint32_t>(hash >> 33);
  }
  return out;
}

}  // namespace sayso::record
