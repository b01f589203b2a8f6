// Myers' bit-parallel edit distance over all documents of a segment, eight of them side by side.
#include <algorithm>
#include <array>
#include <cstdint>

#include "trace/index/scan.h"

// Compiled for several instruction sets; the loader takes the best one that the machine has.
#if defined(__x86_64__) && defined(__linux__)
#define SAYSO_FOR_EACH_MACHINE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define SAYSO_FOR_EACH_MACHINE
#endif

namespace sayso::trace {
namespace {

constexpr std::size_t kLanes = 8;
using Lanes = std::uint64_t __attribute__((vector_size(kLanes * sizeof(std::uint64_t))));

// Where each print stands in the pattern, a bit a place.
struct Pattern {
  explicit Pattern(std::span<const Print> pattern) : size(static_cast<std::uint32_t>(pattern.size())) {
    for (std::uint32_t i = 0; i < size; ++i) where[pattern[i]] |= std::uint64_t{1} << i;
  }
  std::array<std::uint64_t, 256> where{};
  std::uint32_t size;
};

// One document in each lane: the column of the alignment at the word that was read last. `now` is the distance of the
// pattern to the best stretch that ends there, in its upper half, and how many words were read in its lower one;
// `least` the first of the least ones.
struct Columns {
  Lanes plus, minus, now, least;
  std::array<const Print*, kLanes> next;
};
constexpr unsigned kUpper = 32;

void begin(Columns& columns, std::size_t lane, const Print* first, std::uint32_t size, std::uint32_t edits) {
  columns.plus[lane] = ~std::uint64_t{0};
  columns.minus[lane] = 0;
  columns.now[lane] = std::uint64_t{size} << kUpper;
  columns.least[lane] = (std::uint64_t{std::min(edits, size - 1)} + 1) << kUpper;  // with no word: there is none
  columns.next[lane] = first;
}

// Reads so many words in every lane.
SAYSO_FOR_EACH_MACHINE void read(Columns& columns, const Pattern& pattern, std::size_t words) {
  const std::uint64_t* const where = pattern.where.data();
  const std::uint32_t last = pattern.size - 1;
  const auto [n0, n1, n2, n3, n4, n5, n6, n7] = columns.next;
  Lanes plus = columns.plus, minus = columns.minus, now = columns.now, least = columns.least;
  for (std::size_t i = 0; i < words; ++i) {
    const Lanes here = {where[n0[i]], where[n1[i]], where[n2[i]], where[n3[i]],
                        where[n4[i]], where[n5[i]], where[n6[i]], where[n7[i]]};
    const Lanes zero = (((here & plus) + plus) ^ plus) | here | minus;
    const Lanes up = minus | ~(zero | plus), down = plus & zero;
    now += ((((up >> last) & 1) - ((down >> last) & 1)) << kUpper) + 1;
    plus = (down << 1) | ~(zero | (up << 1));
    minus = (up << 1) & zero;
    least = now < least ? now : least;
  }
  for (const Print*& next : columns.next) next += words;
  columns.plus = plus, columns.minus = minus, columns.now = now, columns.least = least;
}

class Scan {
 public:
  Scan(const Segment& segment, std::span<const Print> pattern, std::uint32_t edits, std::size_t most)
      : segment_(segment), pattern_(pattern), edits_(edits), most_(most) {}

  std::vector<Hit> all() && {
    left_.fill(kNothing);
    for (std::size_t lane = 0; lane < kLanes; ++lane) take_next(lane);
    for (std::size_t words = least_left(); words != kNothing; words = least_left()) {
      read(columns_, pattern_, words);
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        if (left_[lane] == kNothing)
          columns_.next[lane] = idle_.data();
        else if ((left_[lane] -= words) == 0)
          finish(lane), take_next(lane);
      }
    }
    keep_best(out_, most_);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kNothing = SIZE_MAX;
  static constexpr std::size_t kIdle = 4096;  // words that a lane without a document reads at a time

  void take_next(std::size_t lane) {
    left_[lane] = kNothing;
    std::span<const Print> words;
    while (words.empty() && next_ < segment_.documents().size()) words = segment_.prints_of(next_++);
    begin(columns_, lane, words.empty() ? idle_.data() : words.data(), pattern_.size, edits_);
    if (words.empty()) return;
    left_[lane] = words.size();
    document_[lane] = next_ - 1;
  }

  // Until one of the lanes is at its end.
  std::size_t least_left() const {
    const std::size_t least = std::ranges::min(left_);
    return least == kNothing ? kNothing : std::min(least, kIdle);
  }

  void finish(std::size_t lane) {
    const auto end = static_cast<std::uint32_t>(columns_.least[lane]),
               least = static_cast<std::uint32_t>(columns_.least[lane] >> kUpper);
    const std::uint32_t size = pattern_.size;
    if (end == 0) return;
    const SegmentDocument& document = segment_.documents()[document_[lane]];
    out_.push_back(
        {document.id, document.hash, {end > size + least ? end - size - least : 0, end}, {0, size}, size - least});
    if (out_.size() > 4 * most_) keep_best(out_, most_);
  }

  const Segment& segment_;
  const Pattern pattern_;
  const std::uint32_t edits_;
  const std::size_t most_;
  std::array<Print, kIdle> idle_{};
  Columns columns_{};
  std::array<std::size_t, kLanes> left_{}, document_{};
  std::size_t next_ = 0;
  std::vector<Hit> out_;
};

}  // namespace

std::vector<Hit> scan_near(const Segment& segment, std::span<const Print> quotation, std::uint32_t edits,
                           std::size_t most) {
  if (quotation.empty()) return {};
  return Scan(segment, quotation.first(std::min(quotation.size(), kMostScanned)), edits, most).all();
}

}  // namespace sayso::trace
