#include "extract/quoted.h"

#include <algorithm>

#include "extract/marks.h"

namespace sayso {
namespace {

bool is_punctuation(const Analysis& a, std::uint32_t token) {
  std::size_t at = a.tokens[token].byte;
  return !is_word(decode(a.text.utf8(), at));
}

// Moves one piece's ends; leaves it empty where nothing but marks was in it.
void respect(const Analysis& a, const MarkedTokens& marks, TokenRange& piece) {
  while (!piece.empty() && marks.closes(piece.begin)) ++piece.begin;
  while (!piece.empty() && marks.opens(piece.end - 1)) --piece.end;
  if (piece.empty()) return;
  while (piece.begin > 0 && marks.opens(piece.begin - 1)) --piece.begin;
  // A closing mark behind, perhaps after a stop that stands inside the quotation.
  std::uint32_t end = piece.end;
  if (end < a.tokens.size() && is_punctuation(a, end) && !marks.opens(end) && !marks.closes(end)) ++end;
  if (end < a.tokens.size() && marks.closes(end) && marks.opening_of(end) >= piece.begin) piece.end = end + 1;
  while (piece.end < a.tokens.size() && marks.closes(piece.end) && marks.opening_of(piece.end) >= piece.begin) ++piece.end;
}

// Pieces that grew into each other become one; they are in order of their begins.
void join_overlapping(std::vector<TokenRange>& pieces) {
  std::size_t kept = 0;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (pieces[i].begin < pieces[kept].end) pieces[kept].end = std::max(pieces[kept].end, pieces[i].end);
    else pieces[++kept] = pieces[i];
  }
  if (!pieces.empty()) pieces.resize(kept + 1);
}

}  // namespace

void respect_quotations(const Analysis& analysis, std::vector<Attribution>& attributions) {
  if (analysis.quotations.marks.empty()) return;
  const MarkedTokens marks(analysis);
  for (Attribution& a : attributions) {
    for (TokenRange& piece : a.content) respect(analysis, marks, piece);
    std::erase_if(a.content, [](const TokenRange& piece) { return piece.empty(); });
    join_overlapping(a.content);
  }
  std::erase_if(attributions, [](const Attribution& a) { return a.content.empty(); });
}

}  // namespace sayso
