#include "trace/index/scan.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sayso::trace {
namespace {

Hit hit_in(const SegmentDocument& document, std::uint32_t begin, std::uint32_t end, std::uint32_t words,
           std::uint32_t agreed) {
  return {document.id, document.hash, {begin, end}, {0, words}, agreed};
}

// Myers' algorithm column by column over one document: the least distance of the pattern to a stretch that ends at each
// word.
class Column {
 public:
  explicit Column(std::span<const Print> pattern)
      : size_(static_cast<std::uint32_t>(pattern.size())), last_(std::uint64_t{1} << (size_ - 1)) {
    for (std::uint32_t i = 0; i < size_; ++i) where_[pattern[i]] |= std::uint64_t{1} << i;
  }

  void begin() { plus_ = ~std::uint64_t{0}, minus_ = 0, distance_ = size_; }

  std::uint32_t next(Print word) {
    const std::uint64_t equal = where_[word] | minus_;
    const std::uint64_t zero = (((where_[word] & plus_) + plus_) ^ plus_) | equal;
    std::uint64_t up = minus_ | ~(zero | plus_), down = plus_ & zero;
    distance_ += (up & last_) != 0;
    distance_ -= (down & last_) != 0;
    up <<= 1, down <<= 1;
    plus_ = down | ~(zero | up);
    minus_ = up & zero;
    return distance_;
  }

 private:
  std::array<std::uint64_t, 256> where_{};
  std::uint32_t size_ = 0, distance_ = 0;
  std::uint64_t last_, plus_ = 0, minus_ = 0;
};

}  // namespace

std::vector<Hit> scan_exact(const Segment& segment, std::span<const Print> quotation, std::size_t most) {
  std::vector<Hit> out;
  if (quotation.empty()) return out;
  const std::span<const Print> prints = segment.prints();
  const auto size = static_cast<std::uint32_t>(quotation.size());
  for (std::size_t at = 0; at < prints.size() && out.size() < most; ++at) {
    const void* found = memmem(prints.data() + at, prints.size() - at, quotation.data(), quotation.size());
    if (!found) break;
    at = static_cast<std::size_t>(static_cast<const Print*>(found) - prints.data());
    const SegmentDocument& document = segment.documents()[segment.document_at(static_cast<std::uint32_t>(at))];
    const auto begin = static_cast<std::uint32_t>(at - document.begin);
    out.push_back(hit_in(document, begin, begin + size, size, size));
  }
  return out;
}

std::vector<Hit> scan_near(const Segment& segment, std::span<const Print> quotation, std::uint32_t edits,
                           std::size_t most) {
  std::vector<Hit> out;
  if (quotation.empty()) return out;
  const std::span<const Print> pattern = quotation.first(std::min(quotation.size(), kMostScanned));
  const auto size = static_cast<std::uint32_t>(pattern.size());
  Column column(pattern);
  for (std::size_t i = 0; i < segment.documents().size(); ++i) {
    const std::span<const Print> words = segment.prints_of(i);
    std::uint32_t least = std::min(edits, size - 1) + 1, end = 0;
    column.begin();
    for (std::uint32_t at = 0; at < words.size(); ++at) {
      const std::uint32_t distance = column.next(words[at]);
      if (distance < least) least = distance, end = at + 1;
    }
    if (end == 0) continue;
    const std::uint32_t begin = end > size + least ? end - size - least : 0;
    out.push_back(hit_in(segment.documents()[i], begin, end, size, size - least));
    if (out.size() > 4 * most) keep_best(out, most);
  }
  keep_best(out, most);
  return out;
}

}  // namespace sayso::trace
