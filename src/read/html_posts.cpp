#include "read/html_posts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/dates.h"
#include "read/html_blocks.h"
#include "read/html_post_url.h"

namespace sayso {
namespace {

using namespace std::literals;
using enum HtmlAttribute;

// The classes that platforms give their blockquotes.
constexpr std::array kClasses = {"twitter-tweet"sv, "twitter-video"sv, "instagram-media"sv, "fb-xfbml-parse-ignore"sv, "tiktok-embed"sv,
                                 "bluesky-embed"sv, "text-post-media"sv, "threads-embed"sv, "mastodon-embed"sv, "youtube-embed"sv};
// What their code says beside the post.
constexpr std::array kFurniture = {"View this post on"sv, "View on "sv, "View profile"sv, "View more on"sv, "See more on"sv, "Watch on "sv,
                                   "♬"sv, "[image or embed]"sv, "Add a comment"sv, "View all "sv};
constexpr std::array kSigned = {"A post shared by "sv, "A photo posted by "sv, "A video posted by "sv, "A photo shared by "sv, "A video shared by "sv,
                                "Posted by "sv, "Post by "sv, "Shared by "sv, "— "sv, "—"sv, "– "sv};
constexpr std::uint32_t kMostNodes = 400;  // of a post
constexpr std::size_t kLongestSignature = 200;

template <std::size_t N>
std::size_t prefix_of(std::string_view text, const std::array<std::string_view, N>& prefixes) {
  for (const auto prefix : prefixes) {
    if (text.starts_with(prefix)) return prefix.size();
  }
  return 0;
}

std::string_view trimmed(std::string_view text) {
  constexpr auto kSpace = " ,.:|"sv;
  for (const auto dot : {"·"sv, "•"sv, ""sv}) {  // whole characters: a set would cut others that share their bytes
    const auto begin = text.find_first_not_of(kSpace);
    if (begin == text.npos) return {};
    text = text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
    if (text.starts_with(dot)) text.remove_prefix(dot.size());
    if (text.ends_with(dot)) text.remove_suffix(dot.size());
  }
  return text;
}

// "2025-07-07" -> "July 7, 2025"
std::string long_date(std::string_view iso) {
  constexpr std::array kMonths = {"January"sv, "February"sv, "March"sv, "April"sv, "May"sv, "June"sv,
                                  "July"sv, "August"sv, "September"sv, "October"sv, "November"sv, "December"sv};
  const auto digits = [&](std::size_t at) { return (iso[at] - '0') * 10 + (iso[at + 1] - '0'); };
  const auto month = static_cast<std::size_t>(digits(5) - 1);
  return std::string(kMonths[month]) + ' ' + std::to_string(digits(8)) + ", " + std::string(iso.substr(0, 4));
}

class PostReader {
 public:
  PostReader(const HtmlTree& page, const std::vector<bool>& skip, std::uint32_t node) : page_(page), skip_(skip) { post_.node = node; }

  // To be asked first.
  bool may_be_post() {
    const auto names = page_.attribute(post_.node, class_);
    named_ = std::any_of(kClasses.begin(), kClasses.end(), [&](auto name) { return names.find(name) != names.npos; });
    if (find_address()) named_ = true;
    return named_ || find_link();
  }
  // And after read(): a quotation in which a link leads to a post is none unless it is signed.
  bool is_post() const { return named_ || signed_; }

  PagePost read() {
    for (HtmlBlock& line : blocks_below(page_, skip_, post_.node)) read_line(std::move(line.text));
    if (!post_.date) read_time();
    sign();
    return std::move(post_);
  }

 private:
  bool find_address() {
    for (const auto name : {cite, data_instgrm_permalink, data_text_post_permalink, data_embed_url, data_href}) {
      if (take_address(page_.attribute(post_.node, name))) return true;
    }
    return take_address(page_.attribute(page_[post_.node].parent, data_href)) || (named_ && find_link());
  }

  // The last of its links that leads to a post.
  bool find_link() {
    for (auto node = page_[post_.node].end; node-- > post_.node + 1;) {
      if (page_[node].tag == HtmlTag::a && take_address(page_.attribute(node, href))) return true;
    }
    return false;
  }

  bool take_address(std::string_view url) {
    auto address = post_address(url);
    if (!address) return false;
    handle_ = std::move(address->handle);
    post_.url = url.substr(0, url.find_first_of("?#", url.find("watch?") == url.npos ? 0 : url.find("watch?") + 6));
    return true;
  }

  void read_line(std::string line) {
    if (prefix_of(line, kFurniture) > 0) return;
    if (line.starts_with('@') && line.find(' ') == line.npos) {
      if (handle_.empty()) handle_ = line.substr(1);
      return;
    }
    const auto prefix = prefix_of(line, kSigned);
    if (prefix > 0 && line.size() <= kLongestSignature && read_signature(line, prefix)) return;
    if (!post_.text.empty()) post_.text += "\n\n";
    post_.text += line;
  }

  // "— Roz Tempest (@roz) July 7, 2025", "A post shared by Roz Tempest (@roz) on Jul 7, 2025 at 9:12am PDT"
  bool read_signature(const std::string& line, std::size_t prefix) {
    auto rest = std::string_view(line).substr(prefix);
    if (const auto date = find_date(rest)) post_.date = date->iso;
    const auto open = rest.find("(@");
    const auto close = rest.find(')', open == rest.npos ? rest.size() : open);
    const bool account = open != rest.npos && close != rest.npos;
    if (!account && !post_.date && line.starts_with("\xe2")) return false;  // "— and then he left"
    if (account) handle_ = rest.substr(open + 2, close - open - 2);
    if (account && line.starts_with("— ")) post_.signature = line;
    signed_ |= account;
    auto name = account ? rest.substr(0, open) : rest.substr(0, rest.find(" on "));
    if (const auto date = find_date(name)) name = name.substr(0, date->begin);
    name_ = trimmed(name);
    if (name_.starts_with('@')) {
      if (handle_.empty()) handle_ = name_.substr(1);
      name_.clear();
    }
    return true;
  }

  void read_time() {
    for (auto node = post_.node; node < page_[post_.node].end; ++node) {
      if (page_[node].tag == HtmlTag::time && !post_.date) post_.date = iso_date(page_.attribute(node, datetime));
    }
  }

  // The one form that is written, whatever the platform's is.
  void sign() {
    if (!post_.signature.empty() || (name_.empty() && handle_.empty())) return;
    post_.signature.append("— ").append(name_.empty() ? handle_.substr(0, handle_.find('@')) : name_);
    if (!handle_.empty()) post_.signature.append(" (@").append(handle_).append(")");
    if (post_.date) post_.signature.append(" ").append(long_date(*post_.date));
  }

  const HtmlTree& page_;
  const std::vector<bool>& skip_;
  PagePost post_;
  std::string name_, handle_;
  bool named_ = false;   // the element says that it is a post
  bool signed_ = false;  // a line does
};

}  // namespace

std::vector<PagePost> posts_of(const HtmlTree& page, std::vector<bool>& skip) {
  std::vector<PagePost> posts;
  for (std::uint32_t node = 0; node < page.size(); ++node) {
    const std::uint32_t end = page[node].end;
    if (skip[node]) {
      node = end - 1;
      continue;
    }
    if (page[node].tag != HtmlTag::blockquote || end - node > kMostNodes) continue;
    PostReader reader(page, skip, node);
    if (!reader.may_be_post()) continue;
    auto post = reader.read();
    if (!reader.is_post()) continue;
    if (post.text.empty()) {
      skip[node] = true;
    } else {
      posts.push_back(std::move(post));
    }
    node = end - 1;
  }
  return posts;
}

}  // namespace sayso
