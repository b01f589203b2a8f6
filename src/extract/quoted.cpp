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

// Where the quotations around each token end; 0 outside. Of nested ones the outer.
std::vector<std::uint32_t> ends_of_quotations(const Analysis& a, const MarkedTokens& marks) {
  std::vector<std::uint32_t> out(a.tokens.size());
  const auto& all = a.quotations.quotations;
  for (std::size_t q = 0; q < all.size(); ++q) {
    const TokenRange range = marks.range(q);
    if (all[q].parent < 0 && !range.empty()) std::fill(out.begin() + range.begin, out.begin() + range.end, range.end);
  }
  return out;
}

// A piece that begins with a quotation goes on to its closing mark, however far a network sees:  “We … | … in May.”  Of one that
// nobody closed, the stop at its end belongs to it.
void extend(const MarkedTokens& marks, const std::vector<std::uint32_t>& ends, const Attribution& a, TokenRange& piece) {
  const std::uint32_t end = ends[piece.end - 1];
  if (end <= piece.end || !marks.opens(piece.begin) || marks.end_of(piece.begin) != end) return;
  if (!marks.closes(end - 1) && end != piece.end + 1) return;
  const auto between = [&](const TokenRange& r) { return !r.empty() && r.begin >= piece.end && r.begin < end; };
  if (!between(a.cue) && std::ranges::none_of(a.source, between)) piece.end = end;
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
  const std::vector<std::uint32_t> ends = ends_of_quotations(analysis, marks);
  for (Attribution& a : attributions) {
    for (TokenRange& piece : a.content) respect(analysis, marks, piece);
    std::erase_if(a.content, [](const TokenRange& piece) { return piece.empty(); });
    for (TokenRange& piece : a.content) extend(marks, ends, a, piece);
    join_overlapping(a.content);
  }
  std::erase_if(attributions, [](const Attribution& a) { return a.content.empty(); });
}

}  // namespace sayso
