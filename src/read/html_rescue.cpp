#include "read/html_rescue.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/html_article.h"
#include "text/ascii.h"
#include "text/code_points.h"
#include "text/quotation_marks.h"
#include "text/words/cue_verbs.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::uint32_t kMostBox = 300;  // nodes
constexpr std::uint32_t kFewest = 3;     // words of a quotation

// Said of comments and lists, which stand behind the article; between its paragraphs such a name means something else.
constexpr std::array kBehind = {"comment"sv, "disqus"sv, "related"sv, "recommend"sv, "feedback"sv, "trending"sv, "most-read"sv, "taboola"sv, "outbrain"sv, "stories"sv,
                                "also-read"sv, "sidebar"sv, "rail"sv, "teaser"sv};
constexpr std::array kNever = {"caption"sv, "credit"sv, "cookie"sv, "consent"sv, "byline"sv, "copyright"sv, "gallery"sv, "carousel"sv, "slideshow"sv, "newsletter"sv,
                               "subscri"sv, "signup"sv, "sign-up"sv, "paywall"sv, "donat"sv, "sponsor"sv, "advert"sv};

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

bool has_verb_of_saying(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && ((text[end] | 32) >= 'a') && ((text[end] | 32) <= 'z')) ++end;
    if (end > at && cue_verb(lower_ascii(text.substr(at, end - at))) == CueVerb::saying) return true;
    at = std::max(end, at + 1);
  }
  return false;
}

// Says outside its quotation marks who speaks.
bool is_attributed(std::string_view text) {
  const CodePoints points(text);
  std::uint32_t at = 0;
  for (const Quotation& quotation : parse_quotations(points).quotations) {
    if (quotation.inside.begin > at && has_verb_of_saying(points.slice({at, quotation.inside.begin}))) return true;
    at = std::max(at, quotation.inside.end);
  }
  return at > 0 && has_verb_of_saying(points.slice({at, points.size()}));
}

class Rescue {
 public:
  Rescue(const HtmlTree& page, HtmlHints& hints, std::vector<bool>& hopeless, std::vector<bool>& skip)
      : page_(page), hints_(hints), hopeless_(hopeless), skip_(skip), beside_(page.size()) {}

  bool run(std::uint32_t root, const std::vector<HtmlBlock>& body) {
    for (const HtmlBlock& block : body) {
      if (worth(block) <= 0) continue;
      beside_[page_[block.node].parent] = true;
      first_ = std::min(first_, block.first);
      last_ = std::max(last_, block.first);
    }
    bool any = false;
    for (auto node = root + 1; node < page_[root].end; ++node) {
      if (!skip_[node]) continue;
      any |= open_box(node);
      node = page_[node].end - 1;
    }
    return any;
  }

 private:
  bool open_box(std::uint32_t box) {
    if (!beside_[page_[box].parent] || page_[box].end - box > kMostBox || !may_hold_quotation(box)) return false;
    const bool was_hopeless = hopeless_[box];
    hopeless_[box] = false;
    const auto blocks = blocks_below(page_, hopeless_, box);
    hopeless_[box] = was_hopeless;
    if (std::any_of(blocks.begin(), blocks.end(), tells_other_box)) return false;
    std::vector<std::uint32_t> path;
    for (const HtmlBlock& block : blocks) {
      if (!opens_with_quotation(block.text) || block.heading || block.link_share() > 0.5 || block.words < kFewest) continue;
      if (block.node != box && !is_attributed(block.text)) continue;
      if (block.node == box && page_[box].tag != HtmlTag::p && !is_attributed(block.text)) continue;
      for (auto node = block.node; node != box; node = page_[node].parent) path.push_back(node);
      path.push_back(box);
    }
    if (path.empty()) return false;
    show_only(path);
    return true;
  }

  bool may_hold_quotation(std::uint32_t box) {
    const bool aside = page_[box].tag == HtmlTag::aside;
    if (hopeless_[box] && (!aside || is_hidden(page_, box))) return false;
    const HtmlHint hint = hints_.of(box);
    if (!aside && hint != HtmlHint::frame && hint != HtmlHint::part) return false;
    const std::string names = lower_ascii(page_.attribute(box, HtmlAttribute::class_)) + ' ' + lower_ascii(page_.attribute(box, HtmlAttribute::id));
    if (holds_any(names, kNever)) return false;
    return !holds_any(names, kBehind) || (first_ < box && last_ >= page_[box].end);
  }

  // A comment's buttons and time, a heading that leads to another article.
  static bool tells_other_box(const HtmlBlock& block) {
    return block.text == "Reply" || block.text == "Report" || block.text.ends_with(" ago") || (block.heading && block.link_share() > 0.5);
  }

  void show_only(std::vector<std::uint32_t>& path) {
    std::sort(path.begin(), path.end());
    path.erase(std::unique(path.begin(), path.end()), path.end());
    for (const auto node : path) {
      skip_[node] = false;
      for (auto child = node + 1; child < page_[node].end; child = page_[child].end) {
        if (breaks_text(page_[child].tag) && !std::binary_search(path.begin(), path.end(), child)) skip_[child] = true;
      }
    }
  }

  const HtmlTree& page_;
  HtmlHints& hints_;
  std::vector<bool>& hopeless_;
  std::vector<bool>& skip_;
  std::vector<bool> beside_;  // holds a paragraph of the article
  std::uint32_t first_ = static_cast<std::uint32_t>(-1), last_ = 0;  // text of the article
};

}  // namespace

bool rescue_quotations(const HtmlTree& page, HtmlHints& hints, std::uint32_t root, const std::vector<HtmlBlock>& body, std::vector<bool>& hopeless,
                       std::vector<bool>& skip) {
  return Rescue(page, hints, hopeless, skip).run(root, body);
}

}  // namespace sayso
