#include "eval/story_alignment.h"

#include <algorithm>
#include <tuple>

namespace sayso::eval {
namespace {

void append_words(std::u32string_view words, std::int64_t offset, TokenSet& out) {
  for (const Piece word : tokens_in(words, Grid::words)) out.push_back(offset + word.begin);
}

void make_set(TokenSet& tokens) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
}

std::size_t find_piece(std::u32string_view text, const GoldPiece& piece, std::size_t start) {
  if (!piece.nth) {
    const std::size_t at = text.find(piece.text, start);
    return at == text.npos ? text.find(piece.text) : at;
  }
  std::size_t at = text.npos;  // npos + 1 is 0
  for (std::int64_t left = *piece.nth; left > 0; --left) {
    at = text.find(piece.text, at + 1);
    if (at == text.npos) return at;
  }
  return at;
}

}  // namespace

std::optional<TokenSet> word_positions(std::u32string_view text, const GoldPassage& passage) {
  TokenSet out;
  std::size_t start = 0;
  for (const GoldPiece& piece : passage) {
    const std::size_t at = find_piece(text, piece, start);
    if (at == text.npos) return std::nullopt;
    append_words(piece.text, static_cast<std::int64_t>(at), out);
    start = at + piece.text.size();
  }
  make_set(out);
  return out;
}

TokenSet word_positions(std::u32string_view text, const std::vector<Piece>& spans) {
  TokenSet out;
  for (const Piece span : spans) append_words(slice(text, span), span.begin, out);
  make_set(out);
  return out;
}

double overlap_f1(const TokenSet& a, const TokenSet& b) {
  const std::size_t total = a.size() + b.size();
  return total ? static_cast<double>(2 * common(a, b)) / static_cast<double>(total) : 0.0;
}

std::vector<std::int64_t> align_statements(const std::vector<TokenSet>& gold, const std::vector<TokenSet>& pred) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < gold.size(); ++i)
    for (std::size_t j = 0; j < pred.size(); ++j)
      if (const double score = overlap_f1(gold[i], pred[j]); score >= 0.5) pairs.emplace_back(score, i, j);
  std::sort(pairs.rbegin(), pairs.rend());
  std::vector<std::int64_t> out(gold.size(), -1);
  std::vector<bool> done(pred.size());
  for (const auto& [score, i, j] : pairs) {
    if (out[i] >= 0 || done[j]) continue;
    out[i] = static_cast<std::int64_t>(j);
    done[j] = true;
  }
  return out;
}

}  // namespace sayso::eval
