// Documents that are near-duplicates of each other: wire copy, rewrites with little changed, another outlet's furniture around it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "record/buckets.h"
#include "record/near_bands.h"
#include "record/near_shingles.h"
#include "record/sql.h"

namespace sayso::record {

// Two texts are near where they share this much of their runs of three words (Jaccard index), counted out on the texts themselves.
inline constexpr double kLeastNear = 0.7;
// A shorter text is near to nothing: what is alike in it may be chance.
inline constexpr std::size_t kFewestShingles = 10;

// A group is what hangs together by such pairs, and is named by its first document, whatever the order in which they came. Every
// version of a document takes part. Nothing is taken away. The time for one document does not grow with the record, but for the texts
// that are like it, of which kMostOfBucket are looked at in each band.
class NearGroups {
 public:
  explicit NearGroups(Connection& connection) : db_(connection), bands_(near_bands(connection)) {}

  // After the document's row is there. Its group, where it is in one.
  std::optional<std::int64_t> add(std::int64_t document, std::string_view text);
  // Writes where documents have been filed.
  void flush() { bands_.flush(); }
  // The transaction was undone.
  void forget() { bands_.forget(); }

 private:
  static constexpr std::size_t kMostOfBucket = 128;
  static constexpr std::size_t kMostCompared = 256;  // documents that one is compared with

  struct Candidate {
    std::int64_t document = 0, group = 0;  // of its own, where it is in none
    std::size_t bands = 0;                 // shared
  };
  std::vector<Candidate> candidates(std::int64_t document, const Bands& bands);
  bool is_near(const ShingleSet& shingles, std::int64_t other);
  std::int64_t join(std::int64_t document, const std::vector<std::int64_t>& groups);

  Connection& db_;
  Buckets bands_;
};

}  // namespace sayso::record
