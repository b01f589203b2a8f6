#include "extract/enclosing.h"

#include <algorithm>
#include <numeric>

namespace sayso {
namespace {

struct Piece {
  TokenRange range;
  std::int32_t owner;
};

std::vector<Piece> all_pieces(std::span<const Attribution> attributions) {
  std::vector<Piece> out;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    for (const TokenRange range : attributions[i].content) out.push_back({range, static_cast<std::int32_t>(i)});
  }
  std::ranges::sort(out, [](const Piece& a, const Piece& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
  return out;
}

}  // namespace

std::uint32_t anchor(const Attribution& a) {
  if (!a.source.empty()) return a.source.front().begin;
  if (!a.cue.empty()) return a.cue.begin;
  return a.content.empty() ? 0 : a.content.front().begin;
}

std::vector<std::int32_t> enclosing_statements(std::span<const Attribution> attributions) {
  std::vector<std::int32_t> out(attributions.size(), -1);
  std::vector<std::uint32_t> order(attributions.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(anchor(attributions[i]), i); });
  const std::vector<Piece> pieces = all_pieces(attributions);
  std::vector<Piece> open;  // pieces begun and not ended, outermost first
  std::size_t next = 0;
  constexpr std::size_t kMaxDepth = 32;
  for (const std::uint32_t i : order) {
    const std::uint32_t at = anchor(attributions[i]);
    for (; next < pieces.size() && pieces[next].range.begin <= at; ++next) {
      while (!open.empty() && open.back().range.end <= pieces[next].range.begin) open.pop_back();
      if (open.size() < kMaxDepth) open.push_back(pieces[next]);
    }
    while (!open.empty() && open.back().range.end <= at) open.pop_back();
    for (auto it = open.rbegin(); it != open.rend(); ++it) {
      if (it->owner == static_cast<std::int32_t>(i) || !it->range.contains(at)) continue;
      out[i] = it->owner;
      break;
    }
  }
  return out;
}

}  // namespace sayso
