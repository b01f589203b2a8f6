#include "extract/titles.h"

#include <algorithm>

namespace sayso {
namespace {

constexpr std::size_t kTitleLines = 2;

bool ends_in_a_word(const Analysis& a, TokenRange line) {
  std::size_t at = a.tokens[line.end - 1].byte;
  return is_word(decode(a.text.utf8(), at));
}

void cut_at(std::uint32_t end, std::vector<TokenRange>& pieces) {
  std::erase_if(pieces, [&](const TokenRange& piece) { return piece.begin >= end; });
  for (TokenRange& piece : pieces) piece.end = std::min(piece.end, end);
}

}  // namespace

void keep_titles_apart(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const std::size_t lines = std::min(kTitleLines, analysis.paragraphs.size());
  for (std::size_t i = 0; i < lines; ++i) {
    const TokenRange line = analysis.paragraphs[i];
    if (!ends_in_a_word(analysis, line)) continue;
    for (Attribution& a : attributions) {
      const bool said_here = !a.cue.empty() && line.contains(a.cue.begin);
      if (said_here && !a.content.empty() && line.contains(a.content.front().begin)) cut_at(line.end, a.content);
    }
  }
}

}  // namespace sayso
