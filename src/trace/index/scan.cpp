#include "trace/index/scan.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <ranges>

namespace sayso::trace {
namespace {

Hit hit_in(const SegmentDocument& document, std::uint32_t begin, std::uint32_t end, std::uint32_t words,
           std::uint32_t agreed) {
  return {document.id, document.hash, {begin, end}, {0, words}, agreed};
}

// The print of the pattern that is the rarest in a sample of the segment: where it stands, the whole may.
std::size_t rarest_in(std::span<const Print> pattern, std::span<const Print> prints) {
  constexpr std::size_t kSample = 4096;
  std::array<std::uint32_t, 256> count{};
  const std::size_t step = prints.size() / kSample + 1;
  for (std::size_t at = 0; at < prints.size(); at += step) ++count[prints[at]];
  const auto rarest = std::ranges::min_element(pattern, {}, [&count](Print print) { return count[print]; });
  return static_cast<std::size_t>(rarest - pattern.begin());
}

}  // namespace

std::vector<Hit> scan_exact(const Segment& segment, std::span<const Print> quotation, std::size_t most) {
  std::vector<Hit> out;
  if (quotation.empty()) return out;
  const std::span<const Print> prints = segment.prints();
  const auto size = static_cast<std::uint32_t>(quotation.size());
  const std::size_t anchor = rarest_in(quotation, prints);
  for (std::size_t at = 0; at + size <= prints.size() && out.size() < most; ++at) {
    const void* found = std::memchr(prints.data() + at + anchor, quotation[anchor], prints.size() - at - size + 1);
    if (!found) break;
    at = static_cast<std::size_t>(static_cast<const Print*>(found) - prints.data()) - anchor;
    if (std::memcmp(prints.data() + at, quotation.data(), size) != 0) continue;
    const SegmentDocument& document = segment.documents()[segment.document_at(static_cast<std::uint32_t>(at))];
    const auto begin = static_cast<std::uint32_t>(at - document.begin);
    out.push_back(hit_in(document, begin, begin + size, size, size));
  }
  return out;
}

}  // namespace sayso::trace
