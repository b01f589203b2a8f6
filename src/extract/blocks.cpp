#include "extract/blocks.h"

#include <algorithm>

#include "extract/layout.h"
#include "extract/marks.h"
#include "text/words/nouns.h"

namespace sayso {
namespace {

constexpr std::int32_t kNone = -1;
constexpr std::uint32_t kGap = 2;  // tokens between a cue and the post that it brings in: a colon, a mark

class Blocks {
 public:
  Blocks(const Analysis& analysis, const Layout& layout, std::vector<Block>& blocks)
      : layout_(layout), marks_(analysis), blocks_(blocks), content_(analysis.tokens.size(), kNone), extent_(analysis.tokens.size(), kNone) {
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      mark(extent_, blocks[b].extent, b);
      for (const TokenRange piece : blocks[b].attribution.content) mark(content_, piece, b);
    }
    given_.assign(blocks.size(), false);
  }

  // False: the attribution goes.
  bool keep(Attribution& a) {
    if (!a.cue.empty() && content_[a.cue.begin] != kNone) return nested(a, content_[a.cue.begin]);
    const std::int32_t b = block_of(a);
    if (b == kNone) return true;
    Block& block = blocks_[static_cast<std::size_t>(b)];
    const bool labelled = (!a.cue.empty() && extent_[a.cue.begin] == b) || (!a.source.empty() && labels(a.source.front().begin, b));
    if (labelled || block.exclusive) return !labelled && a.cue.empty() && !a.source.empty() && content_[a.source.front().begin] == b;
    if (a.cue.empty() && a.source.empty()) return false;
    return brought_in(a, block, static_cast<std::size_t>(b));
  }

  void add_rest(std::vector<Attribution>& out) {
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      blocks_[b].attribution.set_off = true;
      blocks_[b].attribution.turn = blocks_[b].exclusive;
      if (!given_[b]) out.push_back(std::move(blocks_[b].attribution));
    }
  }

 private:
  static void mark(std::vector<std::int32_t>& of, TokenRange range, std::size_t block) {
    std::fill(of.begin() + range.begin, of.begin() + range.end, static_cast<std::int32_t>(block));
  }

  bool labels(std::uint32_t token, std::int32_t block) const { return extent_[token] == block && content_[token] == kNone; }

  // The first block that some of the content stands in.
  std::int32_t block_of(const Attribution& a) const {
    for (const TokenRange piece : a.content) {
      for (std::uint32_t t = piece.begin; t < piece.end; ++t) {
        if (content_[t] != kNone) return content_[t];
      }
    }
    return kNone;
  }

  // Words told within a block: cut where the block ends; its label speaks the block, not them.
  bool nested(Attribution& a, std::int32_t block) const {
    std::erase_if(a.source, [&](const TokenRange& piece) { return labels(piece.begin, block); });
    for (TokenRange& piece : a.content) {
      while (!piece.empty() && content_[piece.begin] != block) ++piece.begin;
      while (!piece.empty() && content_[piece.end - 1] != block) --piece.end;
    }
    std::erase_if(a.content, [](const TokenRange& piece) { return piece.empty(); });
    return !a.content.empty();
  }

  // Not "The next post read:".
  bool names_speaker(const Attribution& a) const {
    if (a.source.empty()) return false;
    for (std::uint32_t t = a.source.front().begin; t < a.source.back().end; ++t) {
      const NounKind kind = noun(layout_.lower(t)).kind;
      if (kind == NounKind::document || kind == NounKind::expression) return false;
      if (layout_.is_capital(t) && t > a.source.front().begin) break;
    }
    return true;
  }

  // "“…,” Cole said." above words that another signs: what stands beside the cue is Cole's, whatever the model joined to it.
  bool speaks_beside(Attribution& a) const {
    if (a.cue.empty() || a.source.empty()) return false;
    const std::uint32_t first = std::min(a.cue.begin, a.source.front().begin), last = std::max(a.cue.end, a.source.back().end);
    TokenRange quoted;
    if (first > 0 && marks_.closes(first - 1)) quoted = {marks_.opening_of(first - 1), first};
    else if (const std::uint32_t next = last + (layout_.is(last, ",") || layout_.is(last, ":")); next < content_.size() && marks_.opens(next)) quoted = {next, marks_.end_of(next)};
    if (quoted.empty() || content_[quoted.begin] != kNone) return false;
    a.content = {quoted};
    return true;
  }

  // "Cole wrote:" and the post under it.
  bool brought_in(Attribution& a, const Block& block, std::size_t b) {
    std::uint32_t common = 0, all = 0;
    for (const TokenRange piece : block.attribution.content) all += piece.size();
    for (const TokenRange piece : a.content) {
      for (std::uint32_t t = piece.begin; t < piece.end; ++t) common += content_[t] == static_cast<std::int32_t>(b);
    }
    const std::uint32_t first = block.attribution.content.front().begin;
    const bool right_before = !a.cue.empty() && a.cue.end <= first && first - a.cue.end <= kGap;  // "Cole wrote:"
    if (2 * common < all && !right_before) return true;
    if (block.is_signed && (!right_before || layout_.is_stop(first - 1)) && speaks_beside(a)) return true;
    if (given_[b] || (block.is_signed && !names_speaker(a))) return false;
    a.content = block.attribution.content;
    return a.set_off = given_[b] = true;
  }

  const Layout& layout_;
  const MarkedTokens marks_;
  std::vector<Block>& blocks_;
  std::vector<std::int32_t> content_, extent_;  // of each token: the block in whose content or extent it stands
  std::vector<bool> given_;                     // a statement of the model has the block's content
};

}  // namespace

void add_blocks(const Analysis& analysis, std::vector<Block> blocks, std::vector<Attribution>& attributions) {
  if (blocks.empty()) return;
  const Layout layout(analysis);
  Blocks all(analysis, layout, blocks);
  std::erase_if(attributions, [&](Attribution& a) { return !all.keep(a); });
  all.add_rest(attributions);
}

}  // namespace sayso
