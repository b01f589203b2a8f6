#include "read/page_warnings.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/html_hints.h"
#include "text/code_points.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::size_t kShortArticle = 250;  // words; of longer ones the wall hides nothing, or the page would have been left out
constexpr std::size_t kNoArticle = 25;
constexpr std::size_t kFullPage = 100;      // words of a page that has more than nothing

std::size_t words_of(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

// What all of a page's text says, shown or not.
struct Signs {
  std::size_t words = 0;
  bool wall = false;
  bool script = false;  // "enable JavaScript", or the empty element that frameworks fill
};

bool is_filled_by_script(const HtmlTree& page, std::uint32_t node) {
  constexpr std::array kRoots = {"root"sv, "app"sv, "__next"sv, "__nuxt"sv, "app-root"sv, "react-root"sv, "main-app"sv};
  if (page[node].tag != HtmlTag::div || page[node].end - node > 3) return false;
  const auto id = page.attribute(node, HtmlAttribute::id);
  return std::find(kRoots.begin(), kRoots.end(), id) != kRoots.end() && page.all_text(node).empty();
}

Signs read_signs(const HtmlTree& page) {
  Signs signs;
  std::uint32_t script_end = 0;  // JSON-LD is no text of the page
  for (std::uint32_t node = 0; node < page.size(); ++node) {
    if (page[node].tag == HtmlTag::script) script_end = page[node].end;
    if (page[node].tag != HtmlTag::text) {
      signs.script |= is_filled_by_script(page, node);
    } else if (node >= script_end) {
      const auto text = page.text(node);
      signs.words += words_of(text);
      signs.wall |= asks_to_subscribe(text);
      signs.script |= asks_for_script(text);
    }
  }
  return signs;
}

}  // namespace

void warn_of_page(const HtmlTree& page, const PageMetadata& metadata, std::string_view text, std::vector<Warning>& warnings) {
  const std::size_t words = words_of(text);
  if (words >= kShortArticle) return;
  const Signs signs = read_signs(page);
  if (signs.wall || !metadata.free) {
    const std::uint32_t end = count_code_points(text);
    warnings.push_back({"paywall-truncated", {end == 0 ? 0 : end - 1, end}, "the page goes on for subscribers alone, or asks for a subscription"});
  } else if (words < kNoArticle && signs.script) {
    warnings.push_back({"script-only-page", {}, "the page's text comes by script, which is not run"});
  } else if (words < kNoArticle && signs.words >= (words == 0 ? kNoArticle / 2 : kFullPage)) {
    warnings.push_back({"boilerplate-only", {}, "there is text around the article, but no article"});
  }
}

}  // namespace sayso
