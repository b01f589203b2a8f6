#include "extract/source_span.h"

#include <algorithm>

namespace sayso {
namespace {

TokenRange paragraph_of(const Analysis& a, std::uint32_t token) {
  const auto after = std::upper_bound(a.paragraphs.begin(), a.paragraphs.end(), token,
                                      [](std::uint32_t at, const TokenRange& p) { return at < p.begin; });
  return *(after - 1);
}

// Who speaks is named in one place; a second piece is another's.
void keep_nearest(Attribution& a) {
  if (a.source.size() < 2 || a.cue.empty()) return;
  const auto distance = [&](const TokenRange& piece) { return piece.begin < a.cue.begin ? a.cue.begin - std::min(piece.end, a.cue.begin) : piece.begin - a.cue.begin; };
  a.source = {*std::ranges::min_element(a.source, {}, distance)};
}

}  // namespace

void keep_sources_in_paragraph(const Analysis& analysis, std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) {
    keep_nearest(a);
    for (TokenRange& piece : a.source) {
      const bool before_cue = piece.begin < a.cue.begin;
      const TokenRange paragraph = paragraph_of(analysis, before_cue ? piece.end - 1 : piece.begin);
      piece = {std::max(piece.begin, paragraph.begin), std::min(piece.end, paragraph.end)};
    }
  }
}

}  // namespace sayso
