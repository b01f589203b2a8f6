#include "read/html_visible.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/dates.h"
#include "read/plain.h"
#include "text/ascii.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::uint32_t kMostNodes = 60;   // of a line
constexpr std::size_t kLongestLine = 120;  // bytes
constexpr std::uint32_t kFewestProse = 100;  // bytes of a paragraph
constexpr int kTop = 3;                    // paragraphs; further down other articles have dates too

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

// One of the names that white space parts in a class attribute.
bool has_name(std::string_view names, std::string_view wanted) {
  for (auto at = names.find(wanted); at != names.npos; at = names.find(wanted, at + 1)) {
    const auto end = at + wanted.size();
    if ((at == 0 || names[at - 1] == ' ') && (end == names.size() || names[end] == ' ')) return true;
  }
  return false;
}

bool is_named_date(std::string_view names) {
  constexpr std::array kNames = {"publish"sv, "pubdate"sv, "pub-date"sv, "timestamp"sv, "time-stamp"sv, "dateline"sv, "byline"sv, "posted-on"sv,
                                 "entry-date"sv, "post-date"sv, "article-date"sv, "article__date"sv, "story-date"sv, "entry-meta"sv, "post-meta"sv, "article-meta"sv,
                                 "article__meta"sv, "post-info"sv, "article-info"sv};
  return has_name(names, "date") || has_name(names, "time") || holds_any(names, kNames);
}

bool is_byline(const HtmlTree& page, std::uint32_t node) {
  if (page.attribute(node, HtmlAttribute::rel) == "author") return true;
  const std::string names = lower_ascii(page.attribute(node, HtmlAttribute::class_));
  return holds_any(names, std::array{"byline"sv, "author-name"sv, "author__name"sv}) || has_name(names, "author");
}

void drop_opening(std::string& line) {
  for (const auto opening : {"posted by "sv, "written by "sv, "words by "sv, "story by "sv, "report by "sv, "by "sv, "by: "sv}) {
    if (lower_ascii(line).starts_with(opening)) return static_cast<void>(line.erase(0, opening.size()));
  }
}

}  // namespace

std::uint32_t end_of_foreign(const HtmlTree& page, std::uint32_t node) {
  const HtmlTag tag = page[node].tag;
  if (tag == HtmlTag::blockquote || tag == HtmlTag::aside || tag == HtmlTag::nav) return page[node].end;
  if (page[node].attributes_begin == page[node].attributes_end || tag == HtmlTag::body || tag == HtmlTag::html) return node;
  constexpr std::array kPosts = {"twitter-tweet"sv, "twitter-video"sv, "fb-post"sv, "fb-video"sv, "instagram-media"sv, "tiktok-embed"sv, "bluesky-embed"sv, "text-post-media"sv,
                                 "mastodon-embed"sv, "social-embed"sv, "embed-tweet"sv, "tweet-embed"sv, "comment-list"sv, "comments-list"sv, "comments-area"sv};
  const auto names = page.attribute(node, HtmlAttribute::class_);
  return !names.empty() && holds_any(names, kPosts) ? page[node].end : node;
}

void VisibleDates::look_at(const HtmlTree& page, std::uint32_t node) {
  const HtmlTag tag = page[node].tag;
  if (tag == HtmlTag::h1) headline_seen_ = true;
  if (headline_seen_ && tag == HtmlTag::p && page[node].end > node + 1 && page[node + 1].text_size >= kFewestProse) ++paragraphs_;
  if (published_ || page[node].end - node > kMostNodes || tag == HtmlTag::h1) return;
  const bool is_time = tag == HtmlTag::time && page.attribute(node, HtmlAttribute::datetime).empty();
  if (!is_time && (page[node].attributes_begin == page[node].attributes_end || !is_named_date(lower_ascii(page.attribute(node, HtmlAttribute::class_))))) return;
  const std::string line = page.all_text(node, kLongestLine + 1);
  if (line.size() <= kLongestLine) take(line);
}

// "Published 6 June 2025", "Updated 10:15, 6 June 2025", "Published 6 June 2025, updated 7 June 2025".
void VisibleDates::take(std::string_view line) {
  const auto date = find_date(line);
  if (!date) return;
  const std::string before = lower_ascii(line.substr(0, date->begin));
  if (paragraphs_ > kTop && !holds_any(before, std::array{"publi"sv, "posted"sv, "updated"sv})) return;
  const bool updated = holds_any(before, std::array{"updated"sv, "modified"sv, "edited"sv, "aktualisiert"sv, "mis à jour"sv}) && before.find("publi") == before.npos;
  if (updated) {
    if (!updated_) updated_ = date->iso;
    const auto rest = lower_ascii(line.substr(date->end));
    if (const auto at = rest.find("publi"); at != rest.npos) take(line.substr(date->end + at));
  } else if (headline_seen_ || before.find("publi") != before.npos) {
    published_ = date->iso;
  } else {
    over_headline_ = date->iso;
  }
}

// What stands under a headline counts before what stands over it, where outlets have the day of today.
std::optional<std::string> VisibleDates::published() const {
  if (published_) return published_;
  return updated_ ? updated_ : over_headline_;
}

std::vector<std::string> visible_authors(const HtmlTree& page, std::uint32_t node) {
  if (page[node].end - node > kMostNodes || !is_byline(page, node)) return {};
  std::string line = page.all_text(node);
  if (line.size() > 200 || lower_ascii(line).starts_with("about ")) return {};
  drop_opening(line);
  return names_of_byline(line);
}

}  // namespace sayso
