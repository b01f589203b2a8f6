#include "read/html_body.h"

#include <algorithm>
#include <utility>

#include "read/dates.h"
#include "read/html_article.h"
#include "read/html_entries.h"
#include "read/html_origin.h"
#include "read/html_repeats.h"
#include "read/html_top.h"
#include "read/page_warnings.h"
#include "text/code_points.h"
#include "text/quotation_marks.h"

namespace sayso {
namespace {

using enum HtmlTag;

constexpr std::size_t kTopBlocks = 4;      // among which the subhead is looked for
constexpr std::uint32_t kMostSubhead = 70;  // words
constexpr std::size_t kSignOffs = 4;       // blocks at the end that may be none of the article
constexpr int kEntryReach = 6;             // elements up from a block in which a live blog's entry is looked for
constexpr std::uint32_t kEntryNodes = 200;  // of an entry in which its time is
constexpr std::uint32_t kMostTopLine = 60;  // words
constexpr std::size_t kFewestQuoted = 8;   // letters of a headline's quotation

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c & 0x80) != 0 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

bool is_prose(const HtmlBlock& block) {
  if (!has_letters(block.text)) return false;
  if (block.post >= 0 || block.cites || opens_with_quotation(block.text)) return true;
  if (is_boilerplate(block.text)) return false;
  const double links = block.link_share();
  if (links > 0.5) return ends_like_sentence(block.text) && block.words >= 12 && links < 0.8;
  if (block.heading || block.tag == li || block.tag == p || block.tag == blockquote || block.tag == tr) return true;
  return ends_like_sentence(block.text) || block.words >= 10;
}

class Body {
 public:
  Body(const HtmlTree& page, const PageMetadata& metadata, const SourceMap* map)
      : page_(page), metadata_(metadata), map_(map), hints_(page), parts_(find_article(page, hints_, metadata.title.value_or(""))) {}

  PageArticle read() {
    filter();
    take_subhead();
    drop_end();
    PageArticle out;
    out.subhead = std::move(subhead_);
    out.authors = top_.authors();
    out.published = top_.published();
    entries_ = entries_of(page_, kept_);
    write(out);
    warn_of_page(page_, metadata_, out.text, out.warnings);
    return out;
  }

 private:
  // What is prose, and says what was not said before it.
  void filter() {
    const auto repeats = repeats_of(page_, hints_, parts_.blocks);
    const std::string headline = squeezed(metadata_.title.value_or(""));
    for (std::size_t i = 0; i < parts_.blocks.size(); ++i) {
      HtmlBlock& block = parts_.blocks[i];
      if (repeats[i] || is_credited_caption(block.text, block.words) || is_top_line(block) || !is_prose(block)) continue;
      if (!headline.empty() && is_as_long(block.text, *metadata_.title) && squeezed(block.text) == headline) continue;
      kept_.push_back(std::move(block));
    }
    if (!kept_.empty() && kept_.front().cites) kept_.erase(kept_.begin());
  }

  // The headline, a byline or the day over the body.
  bool is_top_line(const HtmlBlock& block) {
    if (!kept_.empty() || block.words > kMostTopLine) return false;
    if (parts_.headline <= block.first && parts_.headline < page_.size() && block.first < page_[parts_.headline].end) {
      headline_ = block.text;
      return true;
    }
    return !block.line_ends.empty() && top_.read(block, metadata_.title.value_or(""));
  }

  // So that not every block is squeezed.
  static bool is_as_long(std::string_view a, std::string_view b) { return a.size() < 2 * b.size() + 20 && b.size() < 2 * a.size() + 20; }

  // The lines over the body: by their name, or as the page describes itself in words that stand apart from the paragraphs.
  void take_subhead() {
    const std::string described = squeezed(metadata_.description.value_or(""));
    for (std::size_t i = 0; i < std::min(kTopBlocks, kept_.size()); ++i) {
      const HtmlBlock& block = kept_[i];
      if (block.words > kMostSubhead || block.post >= 0) continue;
      const bool apart = i + 1 < kept_.size() && page_[block.node].parent != page_[kept_[i + 1].node].parent;
      const bool describes = !described.empty() && squeezed(block.text) == described && (apart || block.heading);
      if (!named_subhead(block) && !describes && !(block.heading && i == 0 && block.words >= 6)) continue;
      subhead_ = block.text;
      if (!opens_with_quotation(block.text)) kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
    if (!subhead_) subhead_ = metadata_.subhead;
  }

  bool named_subhead(const HtmlBlock& block) {
    auto node = block.node;
    for (int up = 0; up < 3 && node != 0; ++up, node = page_[node].parent) {
      if (hints_.of(node) == HtmlHint::subhead) return true;
    }
    return false;
  }

  // Headings that nothing follows, and what outlets put under their articles.
  void drop_end() {
    std::size_t left = kSignOffs;
    while (kept_.size() > 1) {
      const HtmlBlock& last = kept_.back();
      if (last.post >= 0 || opens_with_quotation(last.text)) break;
      const bool sign_off = left > 0 && is_sign_off(last.text);
      if (!last.heading && !sign_off) break;
      left -= sign_off;
      kept_.pop_back();
    }
  }

  void write(PageArticle& out) {
    add_headline(out);
    std::uint32_t at = count_code_points(out.text);
    for (const auto& block : kept_) {
      if (!out.text.empty()) out.text += "\n\n", at += 2;
      const bool dash = block.cites && !block.text.starts_with("—") && !block.text.starts_with("–") && !block.text.starts_with('-');
      if (dash) out.text += "— ", at += 2;
      const Span span{at, at + count_code_points(block.text)};
      if (map_ != nullptr) HtmlOrigin(page_, parts_.skip, *map_).add(block, block.text, at, out.origin);
      out.text += block.text;
      at = span.end;
      add_entry(block, span, out.set_off);
      set_off(block, span, out.set_off);
    }
  }

  // What a live blog's entry holds, with its time.
  void add_entry(const HtmlBlock& block, Span span, std::vector<SetOff>& to) {
    auto node = block.node;
    int up = 0;
    while (up < kEntryReach && node != 0 && hints_.of(node) != HtmlHint::entry && !std::binary_search(entries_.begin(), entries_.end(), node)) ++up, node = page_[node].parent;
    if (up == kEntryReach || node == 0) return;
    if (entry_ == node) return static_cast<void>(to[entry_at_].span.end = span.end);
    entry_ = node;
    entry_at_ = to.size();
    to.push_back({SetOff::Kind::entry, span, {}, time_in(node)});
  }

  std::optional<std::string> time_in(std::uint32_t node) const {
    for (auto i = node; i < std::min(page_[node].end, node + kEntryNodes); ++i) {
      if (page_[i].tag != HtmlTag::time) continue;
      const auto given = page_.attribute(i, HtmlAttribute::datetime);
      if (given.size() <= 40 && iso_date(given)) return std::string(given);
    }
    return {};
  }

  void set_off(const HtmlBlock& block, Span span, std::vector<SetOff>& to) {
    if (block.post >= 0) {
      const PagePost& post = parts_.posts[static_cast<std::size_t>(block.post)];
      span.end = span.begin + count_code_points(post.text);
      to.push_back({SetOff::Kind::post, span, post.url, post.date});
    } else if (block.quotation != 0 && !block.cites) {
      const bool goes_on = !to.empty() && to.back().kind == SetOff::Kind::quotation && to.back().span.end + 2 == span.begin &&
                           quotation_ == block.quotation;
      quotation_ = block.quotation;
      if (goes_on) return static_cast<void>(to.back().span.end = span.end);
      const auto cites = page_.attribute(block.quotation, HtmlAttribute::cite);
      to.push_back({SetOff::Kind::quotation, span, cites.empty() ? std::nullopt : std::optional<std::string>(cites), {}});
    }
  }

  // Quoted words that stand in the headline alone are not lost.
  void add_headline(PageArticle& out) const {
    if (metadata_.title && quotes_more(*metadata_.title)) out.text = *metadata_.title;
    else if (quotes_more(headline_)) out.text = headline_;
    if (!out.text.empty() && map_ != nullptr && parts_.headline < page_.size()) {
      HtmlOrigin(page_, parts_.skip, *map_).add_found(parts_.headline, out.text, 0, out.origin);
    }
  }

  bool quotes_more(const std::string& title) const {
    const CodePoints points(title);
    const auto quotations = parse_quotations(points).quotations;
    if (quotations.empty()) return false;
    std::string body;
    for (const auto& block : kept_) body += squeezed(block.text);
    return std::any_of(quotations.begin(), quotations.end(), [&](const Quotation& quotation) {
      const std::string words = squeezed(points.slice(quotation.inside));
      return words.size() >= kFewestQuoted && body.find(words) == body.npos;
    });
  }

  const HtmlTree& page_;
  const PageMetadata& metadata_;
  const SourceMap* map_;
  HtmlHints hints_;
  ArticleParts parts_;
  std::vector<HtmlBlock> kept_;
  std::optional<std::string> subhead_;
  std::string headline_;  // as readers see it, where it stood over the body
  HtmlTop top_;
  std::vector<std::uint32_t> entries_;
  std::uint32_t quotation_ = 0;  // whose block was written last
  std::uint32_t entry_ = 0;      // the same of a live blog
  std::size_t entry_at_ = 0;     // where in what is set off
};

}  // namespace

PageArticle read_article(const HtmlTree& page, const PageMetadata& metadata, const SourceMap* map) {
  return page.size() == 0 ? PageArticle() : Body(page, metadata, map).read();
}

}  // namespace sayso
