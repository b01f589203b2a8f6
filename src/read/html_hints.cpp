#include "read/html_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sayso {
namespace {

using namespace std::literals;

std::string lower(std::string_view text) {
  std::string out(text.substr(0, 400));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// Anywhere in a name.
constexpr std::array kPull = {
    "pullquote"sv, "pull-quote"sv, "pull_quote"sv, "pulled-quote"sv, "quote-pull"sv};
// Nothing else being known of it: what it holds is left out only where the body has the same words.
constexpr std::array kMaybePull = {"quote"sv};
constexpr std::array kMaybePullPart = {"pull"sv, "pulled"sv};
constexpr std::array kArticle = {
    "article-body"sv, "articlebody"sv, "article-content"sv, "article__body"sv, "article_body"sv, "story-body"sv, "storybody"sv,
    "story-content"sv, "entry-content"sv, "post-content"sv, "article-text"sv, "article__content"sv, "body-content"sv, "post-body"sv,
    "story__body"sv, "article-entry"sv, "content-body"sv, "articletext"sv, "rich-text"sv};
constexpr std::array kHover = {
    "rollover"sv, "tooltip"sv, "popover"sv, "hovercard"sv, "hover-card"sv, "hover-bio"sv, "hoverbio"sv, "profile-card"sv,
    "person-card"sv, "bio-card"sv, "biocard"sv, "infocard"sv, "info-card"sv};
constexpr std::array kFrame = {
    "comment"sv, "disqus"sv, "related"sv, "promo"sv, "newsletter"sv, "subscri"sv, "sidebar"sv, "breadcrumb"sv, "advert"sv, "sponsor"sv,
    "cookie"sv, "consent"sv, "popup"sv, "recommend"sv, "trending"sv, "most-read"sv, "mostread"sv, "outbrain"sv, "taboola"sv,
    "caption"sv, "byline"sv, "author-bio"sv, "read-more"sv, "readmore"sv, "signup"sv, "sign-up"sv, "copyright"sv, "disclaimer"sv,
    "paywall"sv, "pagination"sv, "toolbar"sv, "more-stories"sv, "morestories"sv, "also-read"sv, "read-also"sv, "dateline"sv,
    "timestamp"sv, "photo-credit"sv, "gallery"sv, "carousel"sv, "slideshow"sv, "feedback"sv, "donat"sv, "correction-policy"sv,
    "sr-only"sv, "visually-hidden"sv, "visuallyhidden"sv, "screen-reader"sv, "imagecredit"sv, "image-credit"sv, "noprint"sv,
    "no-print"sv, "up-next"sv, "upnext"sv};
constexpr std::array kEntry = {
    "live-post"sv, "live-entry"sv, "liveblog-post"sv, "liveblog-entry"sv, "live-blog-entry"sv, "live-blog-post"sv, "liveblog__post"sv,
    "liveblog__entry"sv, "live-update"sv, "lb-post"sv, "liveblog-block"sv, "live-blog-update"sv};
constexpr std::array kSubhead = {
    "standfirst"sv, "subhead"sv, "sub-head"sv, "strapline"sv, "subtitle"sv, "sub-title"sv, "article-summary"sv, "articlesummary"sv,
    "article__summary"sv, "article-dek"sv, "abstract"sv, "tagline"sv, "article-description"sv, "article__description"sv, "excerpt"sv,
    "article-intro"sv};
// The same, but for posts that are shown in the article.
constexpr std::array kFrameNoEmbed = {
    "sharing"sv, "social"sv, "video-player"sv, "embedcredit"sv};
// Whole parts of a name only.
constexpr std::array kFramePart = {
    "share"sv, "nav"sv, "menu"sv, "footer"sv, "ad"sv, "ads"sv, "tags"sv, "tag"sv, "meta"sv, "login"sv, "author"sv, "credit"sv, "bio"sv,
    "modal"sv, "hidden"sv, "widget"sv, "aside"sv, "date"sv, "rail"sv, "banner"sv, "teaser"sv, "print"sv, "topics"sv, "follow"sv};
constexpr std::array kSubheadPart = {
    "dek"sv, "deck"sv, "summary"sv, "kicker"sv, "strap"sv};

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

// What a name holds, as bits.
enum Sign : unsigned { pull = 1, body = 2, hovering = 4, frame = 8, entry = 16, subhead = 32, part = 64, embed = 128, maybe_pull = 256 };

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// All words at once, by their first two letters.
class Words {
 public:
  Words() {
    add(kPull, pull), add(kArticle, body), add(kHover, hovering), add(kFrame, frame), add(kEntry, entry), add(kSubhead, subhead);
    add(kFrameNoEmbed, part), add(kFramePart, part, true), add(kSubheadPart, subhead, true), add(std::array{"embed"sv}, embed);
    add(kMaybePull, maybe_pull), add(kMaybePullPart, maybe_pull, true);
  }

  unsigned signs_of(std::string_view name) const {
    unsigned signs = 0;
    for (std::size_t at = 0; at + 1 < name.size(); ++at) {
      if (!is_letter(name[at]) || !is_letter(name[at + 1])) continue;
      for (const Word& word : words_[bucket(name, at)]) {
        if (may_be(name, at, word.text) && name.substr(at).starts_with(word.text) && (!word.whole || is_part(name, at, word.text.size()))) signs |= word.sign;
      }
    }
    return signs;
  }

 private:
  struct Word {
    std::string_view text;
    unsigned sign = 0;
    bool whole = false;
  };
  static std::size_t bucket(std::string_view text, std::size_t at) {
    return static_cast<std::size_t>(text[at] - 'a') * 26 + static_cast<std::size_t>(text[at + 1] - 'a');
  }
  // By its last letter: two that begin alike seldom end alike.
  static bool may_be(std::string_view name, std::size_t at, std::string_view word) {
    return at + word.size() <= name.size() && name[at + word.size() - 1] == word.back();
  }
  static bool is_part(std::string_view name, std::size_t at, std::size_t size) {
    constexpr auto kBetween = " -_:./"sv;
    const bool begins = at == 0 || kBetween.find(name[at - 1]) != kBetween.npos;
    return begins && (at + size == name.size() || kBetween.find(name[at + size]) != kBetween.npos);
  }
  template <std::size_t N>
  void add(const std::array<std::string_view, N>& texts, unsigned sign, bool whole = false) {
    for (const auto text : texts) words_[bucket(text, 0)].push_back({text, sign, whole});
  }

  std::array<std::vector<Word>, 26 * 26> words_;
};

HtmlHint hint_of(std::string_view names) {
  static const Words words;
  const unsigned signs = words.signs_of(lower(names));
  if (signs & pull) return HtmlHint::pull;
  if (signs & body) return HtmlHint::article;
  if (signs & hovering) return HtmlHint::hover;
  if (signs & frame) return HtmlHint::frame;
  if (signs & entry) return HtmlHint::entry;
  if (signs & subhead) return HtmlHint::subhead;
  if (signs & embed) return HtmlHint::none;  // posts quoted in the article, "social-media-embed"
  if (signs & part) return HtmlHint::part;
  return signs & maybe_pull ? HtmlHint::pull : HtmlHint::none;
}

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::array<std::string_view, N>& starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

constexpr std::array kWhole = {"advertisement"sv, "ad"sv, "share"sv, "share this"sv, "print"sv, "email"sv, "comments"sv, "loading..."sv,
                               "related"sv, "read more"sv, "subscribe"sv, "sign up"sv, "story continues below"sv, "continue reading"sv,
                               "photo"sv, "video"sv, "tweet"sv, "facebook"sv, "twitter"sv, "whatsapp"sv, "tags"sv, "sponsored"sv,
                               "loading content"sv, "loading"sv, "back to top"sv, "skip advertisement"sv, "view gallery"sv};
constexpr std::array kStart = {
    "read more:"sv, "read also:"sv, "also read:"sv, "also read |"sv, "read | "sv, "see also:"sv, "read next:"sv, "related:"sv, "share this "sv,
    "sign up for "sv, "sign up to "sv, "subscribe to "sv, "click here to "sv, "follow us on "sv, "like us on "sv, "download the "sv,
    "copyright ©"sv, "© "sv, "all rights reserved"sv, "story continues"sv, "advertisement - "sv, "scroll down"sv, "get our "sv,
    "related articles"sv, "related stories"sv, "related news"sv, "photo:"sv, "image:"sv, "watch:"sv, "more:"sv, "more on this"sv,
    "image copyright"sv, "image caption"sv, "media caption"sv, "image source"sv, "for more "sv, "first published"sv,
    "this article was originally"sv, "recommended"sv, "don't miss"sv, "get the latest"sv, "published:"sv, "updated:"sv, "last updated"sv,
    "we use cookies"sv, "this site uses cookies"sv, "this website uses cookies"sv, "article continues "sv,
    "find this article at"sv, "this article was printed from"sv, "printed from"sv};
constexpr std::array kOtherArticles = {
    "you may also like"sv, "you might also like"sv, "you may like"sv, "you may also be interested"sv, "more from "sv, "more stories"sv, "more news"sv,
    "most popular"sv, "most read"sv, "most viewed"sv, "trending"sv, "related"sv, "recommended"sv, "read next"sv, "up next"sv, "top stories"sv,
    "latest news"sv, "latest stories"sv, "from around the web"sv, "around the web"sv, "sponsored"sv, "promoted"sv, "read more"sv,
    "more on this"sv, "also read"sv, "see also"sv, "popular now"sv, "what to read next"sv, "comments"sv, "leave a comment"sv, "about the author"sv,
    "share this"sv, "sign up"sv, "newsletter"sv, "editor's picks"sv, "editors' picks"sv, "in other news"sv, "don't miss"sv, "more great "sv};

constexpr std::uint32_t kMostCaption = 80;    // words
constexpr std::size_t kLongestCredit = 60;    // bytes
constexpr std::size_t kLongestStart = 40;  // bytes of any of these

}  // namespace

HtmlHint HtmlHints::read(std::uint32_t node) {
  if (page_[node].attributes_begin == page_[node].attributes_end) return HtmlHint::none;
  const auto property = page_.attribute(node, HtmlAttribute::itemprop);
  if (property == "articleBody") return HtmlHint::article;
  if (property == "liveBlogUpdate") return HtmlHint::entry;
  const auto of_class = of_name(page_.attribute(node, HtmlAttribute::class_));
  if (of_class == HtmlHint::article) return of_class;
  const auto of_id = of_name(page_.attribute(node, HtmlAttribute::id));
  return of_id == HtmlHint::article || of_class == HtmlHint::none ? of_id : of_class;
}

HtmlHint HtmlHints::of_name(std::string_view name) {
  if (name.empty()) return HtmlHint::none;
  const auto [at, added] = known_.try_emplace(name, HtmlHint::none);
  if (added) at->second = hint_of(name);
  return at->second;
}

bool is_boilerplate(std::string_view line) {
  if (line.size() > 300) return false;
  const std::string text = lower(line.substr(0, kLongestStart));
  for (const auto whole : kWhole) {
    if (text.starts_with(whole) && line.size() <= whole.size() + 1) return true;
  }
  return starts_with_any(text, kStart);
}

bool is_credited_caption(std::string_view text, std::uint32_t words) {
  constexpr std::array kCredits = {"Photo: "sv, "Photo by "sv, "Photograph: "sv, "Picture: "sv, "Image: "sv, "Pic: "sv};
  if (words > kMostCaption) return false;
  const auto is_names = [](std::string_view credit) {  // no word in small letters but those between names
    for (std::size_t at = 0; at < credit.size() && at != credit.npos; at = credit.find_first_not_of(' ', credit.find(' ', at))) {
      const auto word = credit.substr(at, credit.find(' ', at) - at);
      if (is_letter(word[0]) && word != "for" && word != "via" && word != "and" && word != "of") return false;
    }
    return true;
  };
  for (const auto mark : kCredits) {
    const auto at = text.rfind(mark);
    if (at != text.npos && at > 0 && text.size() - at <= kLongestCredit && is_names(text.substr(at + mark.size()))) return true;
  }
  while (text.ends_with('.')) text.remove_suffix(1);
  const auto open = text.rfind(" (");
  if (!text.ends_with(')') || open == text.npos || text.size() - open > kLongestCredit) return false;
  const auto credit = text.substr(open + 2, text.size() - open - 3);
  const bool named = credit.find('/') != credit.npos || credit.starts_with("AP Photo") || credit.starts_with("Photo") || credit.find(" via ") != credit.npos;
  return named && is_names(credit) && credit.find_first_of("0123456789") == credit.npos;
}

bool opens_other_articles(std::string_view heading) {
  return heading.size() <= 60 && starts_with_any(lower(heading), kOtherArticles);
}

bool is_sign_off(std::string_view line) {
  constexpr std::array kSigns = {"follow him on "sv, "follow her on "sv, "follow them on "sv, "follow us "sv, "follow me on "sv, "reached at "sv,
                                 "join our "sv, "sign up "sv, "subscribe "sv, "contributed to this report"sv, "contributed to this story"sv,
                                 "contributed reporting"sv, "have a tip?"sv, "click here "sv, "all rights reserved"sv, "newsletter"sv};
  return line.size() <= 400 && holds_any(lower(line), kSigns);
}

bool asks_for_script(std::string_view line) {
  const std::string text = lower(line);
  return text.find("javascript") != text.npos && text.size() < 300;
}

bool asks_to_subscribe(std::string_view line) {
  constexpr std::array kWalls = {"subscribe to continue"sv, "subscribe to read"sv, "subscribe now to"sv, "to continue reading"sv, "to keep reading"sv,
                                 "to read the full"sv, "to read this article"sv, "for subscribers only"sv, "subscriber-only"sv, "subscribers only"sv,
                                 "already a subscriber"sv, "log in to continue"sv, "sign in to continue"sv, "register to continue"sv,
                                 "become a subscriber"sv, "this article is for subscribers"sv, "you have reached your limit"sv, "free articles"sv, "start your free trial"sv};
  return line.size() <= 400 && holds_any(lower(line), kWalls);
}

}  // namespace sayso
