// What two texts share, whatever their marks and letters' case: runs of three words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sayso::record {

inline constexpr std::size_t kShingleWords = 3;

// A hash of each run of three words, in the order of the text; a shorter text has none. Words are runs of letters and digits without
// case; quotation marks, apostrophes and dashes of any font end them.
std::vector<std::uint64_t> shingles_of(std::string_view text);

// Shingles, each once.
class ShingleSet {
 public:
  explicit ShingleSet(const std::vector<std::uint64_t>& shingles);

  std::size_t size() const { return size_; }
  bool contains(std::uint64_t shingle) const { return slots_[slot_of(shingle)] == shingle; }
  // What both have, as a share of what either has.
  friend double jaccard(const ShingleSet& a, const ShingleSet& b);

 private:
  std::size_t slot_of(std::uint64_t shingle) const;

  std::vector<std::uint64_t> slots_;  // open addressing, a power of two, 0 where empty: no shingle is 0
  std::size_t size_ = 0;
};
double jaccard(const ShingleSet& a, const ShingleSet& b);

}  // namespace sayso::record
