#include "read/html_hints.h"

#include <algorithm>
#include <array>
#include <string>

namespace sayso {
namespace {

using namespace std::literals;

std::string lower(std::string_view text) {
  std::string out(text.substr(0, 400));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// Anywhere in a name.
constexpr std::array kFrame = {
    "comment"sv,   "disqus"sv,    "related"sv,    "sharing"sv,   "social"sv,     "promo"sv,      "newsletter"sv, "subscri"sv,
    "sidebar"sv,   "breadcrumb"sv, "advert"sv,    "sponsor"sv,   "cookie"sv,     "consent"sv,    "popup"sv,      "recommend"sv,
    "trending"sv,  "most-read"sv, "mostread"sv,   "outbrain"sv,  "taboola"sv,    "caption"sv,    "byline"sv,     "author-bio"sv,
    "read-more"sv, "readmore"sv,  "signup"sv,     "sign-up"sv,   "copyright"sv,  "disclaimer"sv, "paywall"sv,    "pagination"sv,
    "toolbar"sv,   "more-stories"sv, "morestories"sv, "also-read"sv, "read-also"sv, "dateline"sv, "timestamp"sv, "photo-credit"sv,
    "gallery"sv,   "carousel"sv,  "slideshow"sv,  "video-player"sv, "feedback"sv, "donat"sv,     "correction-policy"sv};
// Whole parts of a name only.
constexpr std::array kFramePart = {"share"sv, "nav"sv,  "menu"sv,  "footer"sv, "ad"sv,   "ads"sv, "tags"sv,  "tag"sv, "meta"sv,
                                   "login"sv, "author"sv, "credit"sv, "bio"sv, "modal"sv, "hidden"sv, "widget"sv, "aside"sv, "date"sv,
                                   "rail"sv,  "banner"sv, "teaser"sv, "print"sv, "topics"sv, "follow"sv};
constexpr std::array kArticle = {"article-body"sv, "articlebody"sv, "article-content"sv, "article__body"sv, "article_body"sv,
                                 "story-body"sv,   "storybody"sv,   "story-content"sv,   "entry-content"sv, "post-content"sv,
                                 "article-text"sv, "article__content"sv, "body-content"sv, "post-body"sv,  "story__body"sv,
                                 "article-entry"sv, "content-body"sv, "articletext"sv,  "rich-text"sv};

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

bool holds_part(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of(" -_:./", at), text.size());
    const auto part = text.substr(at, end - at);
    at = end + 1;
    if (std::find(kFramePart.begin(), kFramePart.end(), part) != kFramePart.end()) return true;
  }
  return false;
}

}  // namespace

HtmlHint hint_of(const HtmlTree& page, std::uint32_t node) {
  if (page.attribute(node, "itemprop") == "articleBody") return HtmlHint::article;
  const auto class_names = page.attribute(node, "class");
  const auto id = page.attribute(node, "id");
  if (class_names.empty() && id.empty()) return HtmlHint::none;
  const std::string names = lower(class_names) + ' ' + lower(id);
  if (holds_any(names, kArticle)) return HtmlHint::article;
  if (names.find("embed") != names.npos) return HtmlHint::none;  // posts quoted in the article, "social-media-embed"
  return holds_any(names, kFrame) || holds_part(names) ? HtmlHint::frame : HtmlHint::none;
}

bool is_boilerplate(std::string_view line) {
  if (line.size() > 300) return false;
  const std::string text = lower(line);
  for (const auto whole : {"advertisement"sv, "ad"sv, "share"sv, "share this"sv, "print"sv, "email"sv, "comments"sv, "loading..."sv,
                           "related"sv, "read more"sv, "subscribe"sv, "sign up"sv, "story continues below"sv, "continue reading"sv,
                           "photo"sv, "video"sv, "tweet"sv, "facebook"sv, "twitter"sv, "whatsapp"sv, "tags"sv, "sponsored"sv}) {
    if (text == whole || (text.starts_with(whole) && text.size() == whole.size() + 1)) return true;
  }
  for (const auto start :
       {"read more:"sv, "read also:"sv, "also read:"sv, "also read |"sv, "read | "sv, "see also:"sv, "read next:"sv, "related:"sv, "share this "sv, "sign up for "sv,
        "sign up to "sv, "subscribe to "sv, "click here to "sv, "follow us on "sv, "like us on "sv, "download the "sv, "copyright ©"sv, "© "sv,
        "all rights reserved"sv, "story continues"sv, "advertisement - "sv, "scroll down"sv, "get our "sv, "related articles"sv,
        "related stories"sv, "related news"sv, "photo:"sv, "image:"sv, "watch:"sv, "more:"sv, "more on this"sv, "image copyright"sv, "image caption"sv, "media caption"sv,
        "for more "sv, "first published"sv, "this article was originally"sv, "recommended"sv, "don't miss"sv, "get the latest"sv, "published:"sv, "updated:"sv}) {
    if (text.starts_with(start)) return true;
  }
  return false;
}

}  // namespace sayso
