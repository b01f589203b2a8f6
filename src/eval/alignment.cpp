#include "eval/alignment.h"

#include <algorithm>
#include <tuple>

namespace sayso::eval {
namespace {

struct Candidate {
  double score;
  std::int64_t cue, source;
  std::size_t gold, pred;

  bool operator<(const Candidate& other) const {  // the better one first
    return std::tie(other.score, other.cue, other.source, gold, pred) <
           std::tie(score, cue, source, other.gold, other.pred);
  }
};

std::vector<Candidate> candidates(const std::vector<RoleTokens>& gold, const std::vector<RoleTokens>& pred) {
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    for (std::size_t j = 0; j < pred.size(); ++j) {
      const std::int64_t content = common(gold[i][kContent], pred[j][kContent]);
      const std::int64_t cue = common(gold[i][kCue], pred[j][kCue]);
      if (content == 0 && cue == 0) continue;
      const auto total = static_cast<double>(gold[i][kContent].size() + pred[j][kContent].size());
      const double score = total > 0 ? static_cast<double>(2 * content) / total : 0.0;
      out.push_back({score, cue, common(gold[i][kSource], pred[j][kSource]), i, j});
    }
  }
  return out;
}

}  // namespace

std::int64_t common(const TokenSet& a, const TokenSet& b) {
  if (a.empty() || b.empty() || a.back() < b.front() || b.back() < a.front()) return 0;
  std::int64_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    count += *x == *y;
    if (*x < *y) ++x;
    else if (*y < *x) ++y;
    else ++x, ++y;
  }
  return count;
}

TokenSet tokens_of(const std::vector<Piece>& pieces, const std::vector<Piece>& grid) {
  TokenSet out;
  for (const Piece piece : pieces) {
    const auto ends_before = [](const Piece& token, std::int64_t begin) { return token.end <= begin; };
    auto token = std::lower_bound(grid.begin(), grid.end(), piece.begin, ends_before);
    for (; token != grid.end() && token->begin < piece.end; ++token) out.push_back(token - grid.begin());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<Pair> align(const std::vector<RoleTokens>& gold, const std::vector<RoleTokens>& pred) {
  std::vector<Candidate> all = candidates(gold, pred);
  std::sort(all.begin(), all.end());
  std::vector<bool> gold_done(gold.size()), pred_done(pred.size());
  std::vector<Pair> out;
  for (const Candidate& best : all) {
    if (gold_done[best.gold] || pred_done[best.pred]) continue;
    gold_done[best.gold] = pred_done[best.pred] = true;
    out.push_back({best.gold, best.pred, best.score});
  }
  return out;
}

}  // namespace sayso::eval
