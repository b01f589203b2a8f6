#include "read/html_body.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "read/html_blocks.h"
#include "read/html_hints.h"

namespace sayso {
namespace {

using enum HtmlTag;

bool ends_like_sentence(std::string_view text) {
  for (const char* mark : {"\"", "”", "’", "'", ")", "»", "“", "」", "）"}) {
    if (text.ends_with(mark)) text.remove_suffix(std::string_view(mark).size());
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…") || text.ends_with(':') ||
         text.ends_with(',') || text.ends_with(';') || text.ends_with("。") || text.ends_with("！") || text.ends_with("？");
}

// Sums over subtrees in constant time.
class NodeSums {
 public:
  explicit NodeSums(std::uint32_t nodes) : sums_(nodes + 1) {}
  void add(std::uint32_t node, double value) { sums_[node + 1] += value; }
  void finish() {
    for (std::size_t i = 1; i < sums_.size(); ++i) sums_[i] += sums_[i - 1];
  }
  double of(const HtmlNode& at, std::uint32_t node) const { return sums_[at.end] - sums_[node]; }

 private:
  std::vector<double> sums_;
};

// How much a block speaks for being article text: its words, less for links; short ones speak against it.
double worth(const HtmlBlock& block) {
  const double words = block.words;
  const double links = block.link_share();
  if (links > 0.5) return -std::min(words, 20.0);
  const bool prose = ends_like_sentence(block.text) && words >= 6;
  if (block.heading) return -1;
  if (block.tag == p || prose) return words * (1 - 1.5 * links) - 4;
  if (block.tag == tr) return 0;
  return words >= 25 ? words * (0.7 - 1.5 * links) : -2;
}

// Pages worth less than this have no article to be told from a frame: all that is prose is taken.
constexpr double kShortPage = 40;

// One paragraph may be worth more than the list behind it costs; the article is what is around it.
bool is_paragraph(HtmlTag tag) {
  return tag == p || tag == li || tag == ul || tag == ol || tag == blockquote || tag == tr || tag == tbody || tag == table ||
         tag == span || tag == a;
}

class Article {
 public:
  explicit Article(const HtmlTree& page) : page_(page), skip_(hopeless_nodes(page)), hints_(page.size()) {
    for (std::uint32_t node = 0; node < page.size(); ++node) {
      if (page[node].tag != text && !skip_[node]) hints_[node] = hint_of(page, node);
    }
  }

  std::vector<HtmlBlock> blocks() {
    auto all = blocks_of(page_, skip_);
    if (drop_frame(all)) all = blocks_of(page_, skip_);
    const auto root = root_of(all);
    std::vector<HtmlBlock> inside;
    for (auto& block : all) {
      if (block.first >= root && block.first < page_[root].end) inside.push_back(std::move(block));
    }
    return inside;
  }

 private:
  // Marks boxes named as frame, unless most of the page's prose stands in them.
  bool drop_frame(const std::vector<HtmlBlock>& blocks) {
    NodeSums prose(page_.size());
    double total = 0;
    for (const auto& block : blocks) {
      const double value = std::max(0.0, worth(block));
      prose.add(block.first, value);
      total += value;
    }
    prose.finish();
    bool any = false;
    for (std::uint32_t node = 0; node < page_.size(); ++node) {
      const HtmlTag tag = page_[node].tag;
      if (tag == text || skip_[node] || tag == html || tag == body || tag == article || tag == main) continue;
      if (prose.of(page_[node], node) > 0.4 * total || hints_[node] != HtmlHint::frame) continue;
      skip_[node] = true;
      any = true;
    }
    return any;
  }

  std::uint32_t root_of(const std::vector<HtmlBlock>& blocks) const {
    NodeSums sums(page_.size());
    for (const auto& block : blocks) sums.add(block.first, worth(block));
    sums.finish();
    std::uint32_t best = 0;
    double best_sum = -1e300;
    for (std::uint32_t node = 0; node < page_.size(); ++node) {
      const HtmlTag tag = page_[node].tag;
      if (tag == text || tag == head || skip_[node]) continue;
      double sum = sums.of(page_[node], node);
      if (tag == article || hints_[node] == HtmlHint::article) sum *= sum > 0 ? 1.25 : 1;
      if (sum >= best_sum) best = node, best_sum = sum;  // the innermost of equals
    }
    if (best_sum < kShortPage) best = page_.find(body);
    if (best == page_.size()) return 0;
    while (is_paragraph(page_[best].tag)) best = page_[best].parent;
    return best;
  }

  const HtmlTree& page_;
  std::vector<bool> skip_;
  std::vector<HtmlHint> hints_;
};

bool is_prose(const HtmlBlock& block) {
  if (opens_with_quotation(block.text)) return true;
  if (is_boilerplate(block.text)) return false;
  const double links = block.link_share();
  if (links > 0.5) return ends_like_sentence(block.text) && block.words >= 12 && links < 0.8;
  if (block.heading || block.tag == li || block.tag == p || block.tag == blockquote || block.tag == tr) return true;
  return ends_like_sentence(block.text) || block.words >= 10;
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c & 0x80) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) out.push_back(c);
    if (c >= 'A' && c <= 'Z') out.push_back(static_cast<char>(c - 'A' + 'a'));
  }
  return out;
}

// Headings that nothing follows, and what is no prose.
std::vector<HtmlBlock> filtered(std::vector<HtmlBlock> blocks, std::string_view title) {
  std::vector<HtmlBlock> kept;
  const std::string headline = squeezed(title);
  for (auto& block : blocks) {
    if (!is_prose(block)) continue;
    if (block.words < 60 && !headline.empty() && squeezed(block.text) == headline) continue;
    kept.push_back(std::move(block));
  }
  while (!kept.empty() && kept.back().heading && !opens_with_quotation(kept.back().text)) kept.pop_back();
  return kept;
}

}  // namespace

std::string article_text(const HtmlTree& page, const PageMetadata& metadata) {
  std::string out = metadata.title.value_or("");
  if (page.size() == 0) return out;
  for (const auto& block : filtered(Article(page).blocks(), out)) {
    if (!out.empty()) out += "\n\n";
    out += block.text;
  }
  return out;
}

}  // namespace sayso
