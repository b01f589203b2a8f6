#include "extract/source_span.h"

#include <algorithm>

namespace sayso {
namespace {

TokenRange paragraph_of(const Analysis& a, std::uint32_t token) {
  const auto after = std::upper_bound(a.paragraphs.begin(), a.paragraphs.end(), token,
                                      [](std::uint32_t at, const TokenRange& p) { return at < p.begin; });
  return *(after - 1);
}

}  // namespace

void keep_sources_in_paragraph(const Analysis& analysis, std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) {
    for (TokenRange& piece : a.source) {
      const bool before_cue = piece.begin < a.cue.begin;
      const TokenRange paragraph = paragraph_of(analysis, before_cue ? piece.end - 1 : piece.begin);
      piece = {std::max(piece.begin, paragraph.begin), std::min(piece.end, paragraph.end)};
    }
  }
}

}  // namespace sayso
