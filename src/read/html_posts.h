// Posts of social media that a page shows: the <blockquote>s that the platforms' own code for embedding leaves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "read/html_tree.h"

namespace sayso {

struct PagePost {
  std::uint32_t node = 0;
  std::string text;                // what was posted, its paragraphs parted by an empty line
  std::string signature;           // "— Roz Tempest (@roztempest) July 7, 2025", whatever the platform's own form is; may be empty
  std::optional<std::string> url;  // of the post
  std::optional<std::string> date; // ISO
};

// In document order: X (Twitter), Instagram, Facebook, TikTok, Bluesky, Threads, Mastodon, YouTube. Those without words are left out
// of the list and marked in `skip`.
std::vector<PagePost> posts_of(const HtmlTree& page, std::vector<bool>& skip);

}  // namespace sayso
