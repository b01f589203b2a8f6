#include "extract/windows.h"

namespace sayso {

std::vector<TokenRange> windows_of(std::span<const TokenRange> paragraphs, std::span<const std::uint32_t> units,
                                   std::uint32_t limit) {
  const auto size = [&](TokenRange r) { return units.empty() ? r.size() : units[r.end] - units[r.begin]; };
  std::vector<TokenRange> out;
  for (const TokenRange& p : paragraphs) {
    if (!out.empty() && out.back().end == p.begin && size({out.back().begin, p.end}) <= limit) {
      out.back().end = p.end;
      continue;
    }
    out.push_back({p.begin, p.begin});
    for (std::uint32_t at = p.begin; at < p.end; ++at) {
      if (size({out.back().begin, at + 1}) > limit) out.push_back({at, at});
      ++out.back().end;
    }
  }
  return out;
}

}  // namespace sayso
