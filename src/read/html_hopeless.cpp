#include <algorithm>
#include <string>

#include "read/html_blocks.h"
#include "read/html_sentence.h"

namespace sayso {
namespace {

using enum HtmlTag;

bool never_text(HtmlTag tag) {
  switch (tag) {
    case audio: case button: case canvas: case dialog: case figcaption: case footer: case form: case head: case iframe:
    case input: case menu: case nav: case noscript: case object: case script: case select: case style: case template_:
    case textarea: case video: case aside: case label:
      return true;
    default: return false;
  }
}

// Old sites put the whole page into one <form>.
bool wraps_page(const HtmlTree& page, std::uint32_t node) { return (page[node].end - node) * 3 > page.size(); }

bool holds(const HtmlTree& page, std::uint32_t node, HtmlTag tag) {
  for (auto i = node + 1; i < page[node].end; ++i) {
    if (page[i].tag == tag) return true;
  }
  return false;
}

// Quotations that are set off keep the line that says whose they are, and are looked for in <aside> too.
class Quotations {
 public:
  explicit Quotations(const HtmlTree& page) : page_(page) {}

  // To be asked in document order.
  bool keeps(std::uint32_t node) {
    const HtmlTag tag = page_[node].tag;
    if (tag == blockquote) blockquote_end_ = std::max(blockquote_end_, page_[node].end);
    if (tag == figure && node >= seen_figure_end_) {
      seen_figure_end_ = page_[node].end;  // figures in figures are looked at once
      if (holds(page_, node, blockquote)) figure_end_ = page_[node].end;
    }
    if (tag == footer) return node < blockquote_end_;
    if (tag == figcaption) return node < figure_end_;
    if (tag != aside || node < aside_end_) return false;
    aside_end_ = page_[node].end;  // asides in asides are looked at once
    return page_[node].end - node < kSmall && holds(page_, node, blockquote);
  }

 private:
  static constexpr std::uint32_t kSmall = 60;  // nodes of an <aside> that is a quotation

  const HtmlTree& page_;
  std::uint32_t blockquote_end_ = 0;
  std::uint32_t figure_end_ = 0;
  std::uint32_t seen_figure_end_ = 0;
  std::uint32_t aside_end_ = 0;
};

// A figure's words, where it sets off nothing, are its caption, whatever element they stand in.
bool is_picture(const HtmlTree& page, std::uint32_t node) {
  constexpr std::uint32_t kMostPicture = 40;
  if (page[node].tag != figure || page[node].end - node > kMostPicture) return false;
  if (page.attribute(node, HtmlAttribute::class_).find("quote") != std::string_view::npos) return false;
  for (auto i = node + 1; i < page[node].end; ++i) {
    const HtmlTag tag = page[i].tag;
    if (tag == blockquote || tag == table || tag == pre || tag == q || tag == li || tag == figcaption) return false;
  }
  const std::string words = page.all_text(node);
  return !words.empty() && !opens_with_quotation(words);
}

}  // namespace

bool is_hidden(const HtmlTree& page, std::uint32_t node) {
  if (page[node].attributes_begin == page[node].attributes_end) return false;
  if (page.has_attribute(node, HtmlAttribute::hidden) || page.attribute(node, HtmlAttribute::aria_hidden) == "true") return true;
  std::string style(page.attribute(node, HtmlAttribute::style).substr(0, 1000));
  std::erase(style, ' ');
  if (style.find("display:none") != style.npos || style.find("visibility:hidden") != style.npos) return true;
  const auto given = page.attribute(node, HtmlAttribute::role);
  return given == "navigation" || given == "dialog" || given == "search" || given == "complementary" || given == "tooltip";
}

std::vector<bool> hopeless_nodes(const HtmlTree& page) {
  std::vector<bool> hopeless(page.size());
  Quotations quotations(page);
  for (std::uint32_t node = 0; node < page.size(); ++node) {
    const HtmlTag tag = page[node].tag;
    if (tag == text || tag == body || tag == html) continue;
    const bool kept = quotations.keeps(node) || (tag == button && is_part_of_sentence(page, node));
    hopeless[node] = ((never_text(tag) && !kept) || is_hidden(page, node) || is_footnote_mark(page, node) || is_picture(page, node)) && !(tag == form && wraps_page(page, node));
  }
  return hopeless;
}

}  // namespace sayso
