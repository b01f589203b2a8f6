#include "extract/enclosing.h"

#include <algorithm>

namespace sayso {
namespace {

constexpr std::size_t kMaxDepth = 32;  // statements within statements that are looked through

// A piece of content, or all that a statement must stand with inside another.
struct Piece {
  TokenRange range;
  std::int32_t statement;
  bool whole;
};

// Cue and content from end to end; also a source within them.
TokenRange whole_of(const Attribution& a) {
  TokenRange out{a.content.front().begin, a.content.back().end};
  if (a.cue.empty()) return out;
  return {std::min(out.begin, a.cue.begin), std::max(out.end, a.cue.end)};
}

// By begin, the longer first; of two that are alike the content first.
std::vector<Piece> all_pieces(std::span<const Attribution> attributions) {
  std::vector<Piece> out;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    if (attributions[i].content.empty()) continue;
    for (const TokenRange range : attributions[i].content) out.push_back({range, static_cast<std::int32_t>(i), false});
    out.push_back({whole_of(attributions[i]), static_cast<std::int32_t>(i), true});
  }
  std::ranges::sort(out, [](const Piece& a, const Piece& b) {
    if (a.range.begin != b.range.begin) return a.range.begin < b.range.begin;
    if (a.range.end != b.range.end) return a.range.end > b.range.end;
    return std::pair(a.whole, a.statement) < std::pair(b.whole, b.statement);
  });
  return out;
}

}  // namespace

std::uint32_t anchor(const Attribution& a) {
  if (!a.source.empty()) return a.source.front().begin;
  if (!a.cue.empty()) return a.cue.begin;
  return a.content.empty() ? 0 : a.content.front().begin;
}

// A stack holds the pieces of content that are open, each inside the one below it.
std::vector<std::int32_t> enclosing_statements(std::span<const Attribution> attributions) {
  std::vector<std::int32_t> out(attributions.size(), -1);
  std::vector<Piece> open;
  for (const Piece& p : all_pieces(attributions)) {
    while (!open.empty() && open.back().range.end <= p.range.begin) open.pop_back();
    if (!p.whole) {
      while (!open.empty() && open.back().range.end < p.range.end) open.pop_back();
      open.push_back(p);
      continue;
    }
    std::size_t looked = 0;
    for (auto at = open.rbegin(); at != open.rend() && looked < kMaxDepth; ++at, ++looked) {
      const bool around = at->range.end >= p.range.end && at->range.size() > p.range.size();  // strictly: no cycles
      if (at->statement == p.statement || !around) continue;
      out[static_cast<std::size_t>(p.statement)] = at->statement;
      break;
    }
  }
  return out;
}

std::vector<std::uint32_t> depths(std::span<const std::int32_t> around) {
  constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
  std::vector<std::uint32_t> out(around.size(), kUnknown);
  std::vector<std::size_t> path;
  for (std::size_t i = 0; i < around.size(); ++i) {
    std::size_t at = i;
    for (; out[at] == kUnknown && around[at] >= 0; at = static_cast<std::size_t>(around[at])) path.push_back(at);
    if (out[at] == kUnknown) out[at] = 0;
    std::uint32_t depth = out[at];
    for (; !path.empty(); path.pop_back()) out[path.back()] = ++depth;
  }
  return out;
}

}  // namespace sayso
