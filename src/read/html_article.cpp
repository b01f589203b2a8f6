#include "read/html_article.h"

#include <algorithm>
#include <string>
#include <utility>

#include "read/html_rescue.h"
#include "read/html_sentence.h"
#include "text/ascii.h"

namespace sayso {
namespace {

using enum HtmlTag;

// Sums over subtrees in constant time.
class NodeSums {
 public:
  explicit NodeSums(std::uint32_t nodes) : sums_(nodes + 1) {}
  void add(std::uint32_t node, double value) { sums_[node + 1] += value; }
  void finish() {
    for (std::size_t i = 1; i < sums_.size(); ++i) sums_[i] += sums_[i - 1];
  }
  double of(const HtmlNode& at, std::uint32_t node) const { return sums_[at.end] - sums_[node]; }
  double all() const { return sums_.back(); }  // the first node may be a doctype

 private:
  std::vector<double> sums_;
};

NodeSums prose_of(const HtmlTree& page, const std::vector<HtmlBlock>& blocks) {
  NodeSums sums(page.size());
  for (const auto& block : blocks) sums.add(block.first, std::max(0.0, worth(block)));
  sums.finish();
  return sums;
}

// Pages worth less than this have no article to be told from a frame: all that is prose is taken.
constexpr double kShortPage = 40;
constexpr double kMostFrame = 0.4;       // of a page's prose may stand in one box that is taken out
constexpr double kFewestHeadlined = 0.1; // of a page's prose in the <article> of the headline
constexpr std::uint32_t kMostHeadline = 200;  // nodes of a headline
constexpr std::uint32_t kMostHover = 200;     // nodes of a box shown on hovering
constexpr std::size_t kLongHover = 40;        // bytes: more than a name
constexpr std::uint32_t kMostNotice = 300;    // nodes of a notice about cookies
constexpr std::size_t kLongNotice = 4000;     // bytes
constexpr int kMostListed = 200;              // siblings that a heading over other articles takes with it
constexpr std::uint32_t kFewestEnding = 10;  // words of a paragraph that ends a list of other articles

// One paragraph may be worth more than the list behind it costs; the article is what is around it.
bool is_paragraph(HtmlTag tag) {
  return tag == p || tag == li || tag == ul || tag == ol || tag == blockquote || tag == tr || tag == tbody || tag == table ||
         tag == span || tag == a;
}

class Article {
 public:
  Article(const HtmlTree& page, HtmlHints& hints, std::string_view title)
      : page_(page), hints_(hints), headline_(headline_node(title)), hopeless_(hopeless_nodes(page)), skip_(hopeless_), posts_(posts_of(page, skip_)) {}

  ArticleParts find() {
    auto all = blocks_of(page_, skip_, posts_);
    if (drop_frame(all)) all = blocks_of(page_, skip_, posts_);
    const auto root = root_of(all);
    std::erase_if(all, [&](const HtmlBlock& block) { return block.first < root || block.first >= page_[root].end; });
    if (rescue_quotations(page_, hints_, root, all, hopeless_, skip_)) all = blocks_of(page_, skip_, posts_);
    ArticleParts out;
    for (auto& block : all) {
      if (block.first >= root && block.first < page_[root].end) out.blocks.push_back(std::move(block));
    }
    out.posts = std::move(posts_);
    out.skip = std::move(skip_);
    out.headline = headline_;
    return out;
  }

 private:
  // The heading that readers take for the headline: size() where there is none.
  std::uint32_t headline_node(std::string_view title) const {
    const std::string wanted = squeezed(title);
    std::uint32_t first = page_.size();
    for (std::uint32_t node = 0; node < page_.size(); ++node) {
      if (page_[node].tag != h1 || page_[node].end - node > kMostHeadline) continue;
      if (first == page_.size()) first = node;
      const std::string found = squeezed(page_.all_text(node));
      if (!wanted.empty() && found.size() > 8 && (wanted.find(found) != wanted.npos || found.find(wanted) != found.npos)) return node;
    }
    return first;
  }

  // What is no article, unless most of the page's prose stands in it.
  bool drop_frame(const std::vector<HtmlBlock>& blocks) {
    const NodeSums prose = prose_of(page_, blocks);
    const double limit = kMostFrame * prose.all();
    const auto drop = [&](std::uint32_t node) -> bool {
      if (skip_[node] || prose.of(page_[node], node) > limit || holds_headline(node)) return false;
      return skip_[node] = true;
    };
    bool any = false;
    for (std::uint32_t node = 0; node < page_.size(); ++node) {
      const HtmlTag tag = page_[node].tag;
      if (tag == text || skip_[node] || tag == html || tag == body || tag == article || tag == main) continue;
      if (is_frame(node)) any |= is_cookie_notice(node) ? skip_[node] = true : drop(node);
    }
    for (const auto& block : blocks) {
      if (is_teaser(block)) any |= drop_teaser(block.node, drop);
      if (block.words <= 10 && !ends_like_sentence(block.text) && opens_other_articles(block.text)) any |= drop_list(block, drop);
    }
    return any;
  }

  bool is_frame(std::uint32_t node) {
    switch (hints_.of(node)) {
      case HtmlHint::frame: return !is_inline(page_[node].tag) || !is_part_of_sentence(page_, node);
      case HtmlHint::part: return !is_inline(page_[node].tag) || page_[page_[node].parent].tag != p;
      case HtmlHint::hover: return is_hover_box(node);
      default: return false;
    }
  }

  // May be all that there is of a page whose text did not come.
  bool is_cookie_notice(std::uint32_t node) const {
    if (page_[node].end - node > kMostNotice || holds_headline(node)) return false;
    const std::string names = lower_ascii(page_.attribute(node, HtmlAttribute::class_)) + ' ' + lower_ascii(page_.attribute(node, HtmlAttribute::id));
    if (names.find("cookie") == names.npos && names.find("consent") == names.npos) return false;
    const std::string words = lower_ascii(page_.all_text(node, kLongNotice));
    return words.size() < kLongNotice && words.find("cookie") != words.npos;
  }

  static bool is_inline(HtmlTag tag) { return tag == span || tag == a || tag == time || tag == other; }

  // What is shown on hovering, not the name that shows it: the innermost element called so, with more than a few words.
  bool is_hover_box(std::uint32_t node) {
    const std::uint32_t end = std::min(page_[node].end, node + kMostHover);
    bool nested = false;
    for (auto i = node + 1; i < end && !nested; ++i) nested = page_[i].tag != text && hints_.of(i) == HtmlHint::hover && !page_.all_text(i).empty();
    if (nested) return false;
    return shown_bytes(node) >= kLongHover || hints_.of(page_[node].parent) == HtmlHint::hover;
  }

  std::size_t shown_bytes(std::uint32_t node) const {
    std::size_t bytes = 0;
    const std::uint32_t end = std::min(page_[node].end, node + kMostHover);
    for (auto i = node; i < end; i = skip_[i] ? page_[i].end : i + 1) bytes += skip_[i] ? 0 : page_[i].text_size;
    return bytes;
  }

  bool holds_headline(std::uint32_t node) const { return node <= headline_ && headline_ < page_[node].end; }

  // A heading that leads elsewhere.
  static bool is_teaser(const HtmlBlock& block) { return block.heading && block.link_share() > 0.8 && !opens_with_quotation(block.text); }

  // The item of a list, or the <article>, that a teaser's heading stands in.
  template <class Drop>
  bool drop_teaser(std::uint32_t node, const Drop& drop) {
    for (int up = 0; up < 8 && node != 0; ++up, node = page_[node].parent) {
      if (page_[node].tag == li || page_[node].tag == article) return drop(node);
    }
    return false;
  }

  // What follows "You may also like" until a paragraph of the article's own: the heading's siblings, or its box's where it is alone there.
  template <class Drop>
  bool drop_list(const HtmlBlock& heading, const Drop& drop) {
    std::uint32_t top = heading.node;
    if (top == 0 || page_[top].end - top > 40) return false;
    bool any = drop(top);
    int left = kMostListed;
    for (std::uint32_t node = page_[top].end; node < page_[page_[top].parent].end && left > 0; node = page_[node].end, --left) {
      if (skip_[node] || (page_[node].tag == p && !is_link_list(node))) break;
      if (page_[node].tag != text) any |= drop(node);
    }
    return any;
  }

  bool is_link_list(std::uint32_t node) const {
    std::size_t all = 0, linked = 0;
    std::uint32_t link_end = 0;
    for (auto i = node; i < page_[node].end; ++i) {
      if (page_[i].tag == a) link_end = std::max(link_end, page_[i].end);
      if (page_[i].tag != text) continue;
      all += page_[i].text_size;
      linked += i < link_end ? page_[i].text_size : 0;
    }
    return linked * 2 > all || all < kFewestEnding * 4;
  }

  // The <article> around the headline, if it holds the page's story: what is outside is other articles.
  std::uint32_t headlined_article(const std::vector<HtmlBlock>& blocks) const {
    if (headline_ == page_.size()) return 0;
    const NodeSums prose = prose_of(page_, blocks);
    const double least = std::max(std::min(kShortPage, kMostFrame * prose.all()), kFewestHeadlined * prose.all());
    for (auto node = headline_; node != 0; node = page_[node].parent) {
      if (page_[node].tag == article && prose.of(page_[node], node) >= least) return node;
    }
    return 0;
  }

  std::uint32_t root_of(const std::vector<HtmlBlock>& blocks) {
    NodeSums sums(page_.size());
    for (const auto& block : blocks) sums.add(block.first, worth(block));
    sums.finish();
    const std::uint32_t within = headlined_article(blocks);
    const std::uint32_t end = within == 0 ? page_.size() : page_[within].end;
    std::uint32_t best = within;
    double best_sum = -1e300;
    for (std::uint32_t node = within; node < end; ++node) {
      const HtmlTag tag = page_[node].tag;
      if (tag == text || tag == head || skip_[node]) continue;
      double sum = sums.of(page_[node], node);
      if (sum > 0 && (tag == article || hints_.of(node) == HtmlHint::article)) sum *= 1.25;
      if (sum >= best_sum) best = node, best_sum = sum;  // the innermost of equals
    }
    if (best_sum < kShortPage) best = within != 0 ? within : page_.find(body);
    if (best == page_.size()) return 0;
    while (is_paragraph(page_[best].tag)) best = page_[best].parent;
    return best;
  }

  const HtmlTree& page_;
  HtmlHints& hints_;
  std::uint32_t headline_;
  std::vector<bool> hopeless_;
  std::vector<bool> skip_;
  std::vector<PagePost> posts_;
};

}  // namespace

bool ends_like_sentence(std::string_view text) {
  for (const char* mark : {"\"", "”", "’", "'", ")", "»", "“", "」", "）"}) {
    if (text.ends_with(mark)) text.remove_suffix(std::string_view(mark).size());
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…") || text.ends_with(':') ||
         text.ends_with(',') || text.ends_with(';') || text.ends_with("。") || text.ends_with("！") || text.ends_with("？");
}

double worth(const HtmlBlock& block) {
  const double words = block.words;
  const double links = block.link_share();
  if (block.post >= 0) return words;
  if (links > 0.5) return -std::min(words, 20.0);
  const bool prose = ends_like_sentence(block.text) && words >= 6;
  if (block.heading) return -1;
  if (block.tag == p || prose) return words * (1 - 1.5 * links) - 4;
  if (block.tag == tr) return 0;
  return words >= 25 ? words * (0.7 - 1.5 * links) : -2;
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c & 0x80) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) out.push_back(c);
    if (c >= 'A' && c <= 'Z') out.push_back(static_cast<char>(c - 'A' + 'a'));
  }
  return out;
}

ArticleParts find_article(const HtmlTree& page, HtmlHints& hints, std::string_view title) { return Article(page, hints, title).find(); }

}  // namespace sayso
