#include "eval/score_attributions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace sayso::eval {
namespace {

constexpr std::array<std::string_view, 4> kSectionNames{"all", "direct", "mixed", "indirect"};

std::size_t section_of(Kind kind) { return kind == Kind::direct ? 1 : kind == Kind::mixed ? 2 : 3; }

// A section counts the attributions of its kind; the first one all of them.
bool counted_in(std::size_t section, Kind kind) { return section == 0 || section == section_of(kind); }

std::int64_t size(const TokenSet& tokens) { return static_cast<std::int64_t>(tokens.size()); }

// Characters of the gold content that the prediction covers.
std::int64_t covered(const std::vector<Piece>& gold, const std::vector<Piece>& pred) {
  std::int64_t sum = 0;
  for (const Piece g : gold)
    for (const Piece p : pred) sum += std::max<std::int64_t>(0, std::min(g.end, p.end) - std::max(g.begin, p.begin));
  return sum;
}

// F1 is multiplied out in two orders, one for figures of a kind and one for the rest, as in the reference: their last
// bits differ, and with them, rarely, the rounding.
Row row_of(std::string name, const Count& count, bool of_kind) {
  const double p = count.precision(), r = count.recall();
  double f1 = 0.0;
  if (p + r > 0) f1 = of_kind ? 200 * p * r / (p + r) : 100 * (2 * p * r / (p + r));
  return {std::move(name), {{"P", one_decimal(100 * p)}, {"R", one_decimal(100 * r)}, {"F1", one_decimal(f1)}},
          {{"gold", count.gold}, {"pred", count.pred}}};
}

Row cover_row(std::string name, const Count& count) {
  return {std::move(name), {{"R", one_decimal(100 * count.recall())}}, {{"gold", count.gold}}};
}

std::string words_of(const std::vector<Piece>& pieces, std::u32string_view text) {
  std::u32string out;
  for (const Piece piece : pieces) (out += out.empty() ? U"" : U" … ") += slice(text, piece);
  if (out.size() > 90) out.resize(90);
  return encode_text(out);
}

}  // namespace

struct AttributionScorer::Side {
  Side(std::u32string_view text, const std::vector<Piece>& grid, const std::vector<RolePieces>& all) : attributions(all) {
    for (const RolePieces& one : all) {
      kinds.push_back(kind_of(one, text));
      RoleTokens& mine = tokens.emplace_back();
      for (std::size_t role = 0; role < 3; ++role) mine[role] = tokens_of(one.of[role], grid);
    }
  }

  // The distinct pieces of a role among the attributions of a section.
  std::set<Piece> pieces(std::size_t role, std::size_t section) const {
    std::set<Piece> out;
    for (std::size_t i = 0; i < attributions.size(); ++i)
      if (counted_in(section, kinds[i])) out.insert(attributions[i].of[role].begin(), attributions[i].of[role].end());
    return out;
  }

  std::int64_t count(std::size_t section) const {
    return std::count_if(kinds.begin(), kinds.end(), [section](Kind kind) { return counted_in(section, kind); });
  }

  const std::vector<RolePieces>& attributions;
  std::vector<RoleTokens> tokens;
  std::vector<Kind> kinds;
};

struct AttributionScorer::Matched {
  Side gold, pred;
  std::vector<Pair> pairs;

  static bool found(const Pair& pair) { return pair.score >= 0.5; }
  bool source_right(const Pair& pair) const {
    const TokenSet& g = gold.tokens[pair.gold][kSource];
    const TokenSet& p = pred.tokens[pair.pred][kSource];
    return common(g, p) > 0 || (g.empty() && p.empty());
  }
};

void AttributionScorer::add(const std::string& name, std::u32string_view text, const std::vector<RolePieces>& gold,
                            const std::vector<RolePieces>& pred) {
  const std::vector<RolePieces> outer = without_nested(pred);
  const std::vector<Piece> grid = tokens_in(text, Grid::words_and_marks);
  Matched m{Side(text, grid, gold), Side(text, grid, outer), {}};
  m.pairs = align(m.gold.tokens, m.pred.tokens);
  count_spans(m);
  count_found(m);
  count_tokens(m);
  count_whole(m);
  count_sources(m);
  count_cover(m);
  if (options_.misses) note_misses(name, text, m);
}

void AttributionScorer::count_spans(const Matched& m) {
  const auto both = [](const std::set<Piece>& a, const std::set<Piece>& b) {
    return std::count_if(a.begin(), a.end(), [&b](Piece piece) { return b.contains(piece); });
  };
  for (std::size_t role = 0; role < 3; ++role) {
    const std::set<Piece> all_gold = m.gold.pieces(role, 0), all_pred = m.pred.pieces(role, 0);
    for (std::size_t section = 0; section < sections(); ++section) {
      const std::set<Piece> gold = m.gold.pieces(role, section), pred = m.pred.pieces(role, section);
      Count& count = counts_[section].span[role];
      count.add_pred(both(pred, all_gold), static_cast<std::int64_t>(pred.size()));
      count.add_gold(both(gold, all_pred), static_cast<std::int64_t>(gold.size()));
    }
  }
}

void AttributionScorer::count_found(const Matched& m) {
  for (std::size_t section = 0; section < sections(); ++section) {
    std::int64_t of_gold = 0, of_pred = 0;
    for (const Pair& pair : m.pairs) {
      if (!Matched::found(pair)) continue;
      of_gold += counted_in(section, m.gold.kinds[pair.gold]);
      of_pred += counted_in(section, m.pred.kinds[pair.pred]);
    }
    counts_[section].found.add_gold(of_gold, m.gold.count(section));
    counts_[section].found.add_pred(of_pred, m.pred.count(section));
  }
}

void AttributionScorer::count_tokens(const Matched& m) {
  for (std::size_t role = 0; role < 3; ++role) {
    std::int64_t right = 0, gold = 0, pred = 0;
    for (const Pair& pair : m.pairs)
      if (pair.score > 0) right += common(m.gold.tokens[pair.gold][role], m.pred.tokens[pair.pred][role]);
    for (const RoleTokens& tokens : m.gold.tokens) gold += size(tokens[role]);
    for (const RoleTokens& tokens : m.pred.tokens) pred += size(tokens[role]);
    counts_[0].token[role].add(right, pred, gold);
    counts_[0].joint.add(right, pred, gold);
  }
}

void AttributionScorer::count_whole(const Matched& m) {
  std::map<RolePieces, std::int64_t> left;
  for (const RolePieces& gold : m.gold.attributions) ++left[gold];
  std::int64_t right = 0;
  for (const RolePieces& pred : m.pred.attributions) {
    const auto same = left.find(pred);
    if (same != left.end() && same->second-- > 0) ++right;
  }
  counts_[0].whole.add(right, m.pred.count(0), m.gold.count(0));
}

void AttributionScorer::count_sources(const Matched& m) {
  for (std::size_t section = 0; section < sections(); ++section) {
    for (const Pair& pair : m.pairs) {
      if (!Matched::found(pair) || !counted_in(section, m.gold.kinds[pair.gold])) continue;
      counts_[section].source_found.add(m.source_right(pair), 1, 1);
    }
  }
}

void AttributionScorer::count_cover(const Matched& m) {
  for (std::size_t i = 0; i < m.gold.attributions.size(); ++i) {
    const std::vector<Piece>& content = m.gold.attributions[i].of[kContent];
    const auto whole = static_cast<double>(covered(content, content));
    std::int64_t best = 0;
    for (const RolePieces& pred : m.pred.attributions) best = std::max(best, covered(content, pred.of[kContent]));
    const double share = whole > 0 ? static_cast<double>(best) / whole : 0.0;
    for (std::size_t section = 0; section < sections(); ++section) {
      if (!counted_in(section, m.gold.kinds[i])) continue;
      counts_[section].cover3.add_gold(share > 0.3, 1);
      counts_[section].cover8.add_gold(share > 0.8, 1);
    }
  }
}

void AttributionScorer::note_misses(const std::string& name, std::u32string_view text, const Matched& m) {
  std::vector<bool> gold_found(m.gold.tokens.size()), pred_found(m.pred.tokens.size());
  const auto words = [text](const RolePieces& attribution, Role role) { return words_of(attribution.of[role], text); };
  for (const Pair& pair : m.pairs) {
    if (!Matched::found(pair)) continue;
    gold_found[pair.gold] = pred_found[pair.pred] = true;
    const RolePieces &gold = m.gold.attributions[pair.gold], &pred = m.pred.attributions[pair.pred];
    Miss miss{name, words(gold, kContent), words(gold, kSource), words(pred, kSource), {}};
    for (std::size_t role = 0; role < 3; ++role)
      if (gold.of[role] != pred.of[role]) miss.wrong.emplace_back(kRoleNames[role]);
    if (!miss.wrong.empty()) misses_.push_back(std::move(miss));
  }
  for (std::size_t i = 0; i < gold_found.size(); ++i) {
    const RolePieces& gold = m.gold.attributions[i];
    if (!gold_found[i]) misses_.push_back({name, words(gold, kContent), words(gold, kSource), "nothing", {}});
  }
  for (std::size_t j = 0; j < pred_found.size(); ++j) {
    const RolePieces& pred = m.pred.attributions[j];
    if (!pred_found[j]) misses_.push_back({name, words(pred, kContent), "nothing", words(pred, kSource), {}});
  }
}

Section AttributionScorer::section(std::size_t index) const {
  const Counts& c = counts_[index];
  const bool of_kind = index > 0;
  Section out{std::string(kSectionNames[index]), {}};
  for (std::size_t role = 0; role < 3; ++role)
    out.rows.push_back(row_of(fmt::format("span.{}", kRoleNames[role]), c.span[role], of_kind));
  out.rows.push_back(row_of("found", c.found, of_kind));
  if (!of_kind) {
    for (std::size_t role = 0; role < 3; ++role)
      out.rows.push_back(row_of(fmt::format("token.{}", kRoleNames[role]), c.token[role], false));
    out.rows.push_back(row_of("token.joint", c.joint, false));
    out.rows.push_back(row_of("whole", c.whole, false));
  }
  out.rows.push_back(row_of("source|found", c.source_found, false));
  out.rows.push_back(cover_row("cover.3", c.cover3));
  out.rows.push_back(cover_row("cover.8", c.cover8));
  return out;
}

Report AttributionScorer::report() const {
  Report out;
  for (std::size_t index = 0; index < sections(); ++index) out.sections.push_back(section(index));
  out.misses = misses_;
  return out;
}

}  // namespace sayso::eval
