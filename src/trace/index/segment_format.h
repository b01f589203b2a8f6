// Layout of a segment file; docs/index-format.md is the grammar.
#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

#include "trace/index/word_prints.h"

namespace sayso::trace {

static_assert(std::endian::native == std::endian::little, "segments are mapped as they lie");

struct SegmentHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t bits;
  std::uint64_t documents, words, postings;
  std::uint64_t check;
};
static_assert(sizeof(SegmentHeader) == 48 && std::is_trivially_copyable_v<SegmentHeader>);

struct SegmentDocument {
  std::int64_t id;
  std::uint64_t hash;
  std::uint32_t begin;
  std::uint32_t reserved;
};
static_assert(sizeof(SegmentDocument) == 24);

inline constexpr char kSegmentMagic[9] = "saysowrd";
inline constexpr std::uint32_t kSegmentVersion = 1;
inline constexpr std::uint32_t kMostBits = 28;
inline constexpr std::uint64_t kMostSegmentWords =
    std::uint64_t{1} << 26;  // of one that is merged or written anew: about 400 MB of text

inline constexpr std::uint32_t kGram = 4;                    // words in a run
inline constexpr std::uint32_t kWindow = 3;                  // neighbouring runs of which one is kept
inline constexpr std::uint32_t kSure = kGram + kWindow - 1;  // words in a row that are always found

// Four prints that begin at `at`, as a number that orders runs at random and tells their bucket.
inline std::uint64_t gram_hash(const Print* at) {
  const auto gram =
      std::uint64_t{at[0]} | std::uint64_t{at[1]} << 8 | std::uint64_t{at[2]} << 16 | std::uint64_t{at[3]} << 24;
  std::uint64_t hash = (gram + 1) * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 29;
  return hash * 0xBF58476D1CE4E5B9ULL;
}

inline std::uint32_t bucket_of(std::uint64_t hash, std::uint32_t bits) {
  return bits == 0 ? 0 : static_cast<std::uint32_t>(hash >> (64 - bits));
}

}  // namespace sayso::trace
