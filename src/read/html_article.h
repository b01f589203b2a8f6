// Which element of a page is its article, and which parts of it are not.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html_blocks.h"
#include "read/html_hints.h"
#include "read/html_posts.h"

namespace sayso {

// How much a block speaks for being article text: its words, less for links; short ones speak against it.
double worth(const HtmlBlock& block);

bool ends_like_sentence(std::string_view text);

// Letters and digits alone, in small letters: for asking whether two texts are one.
std::string squeezed(std::string_view text);

struct ArticleParts {
  std::vector<HtmlBlock> blocks;  // inside the article's element
  std::vector<PagePost> posts;
  std::vector<bool> skip;         // subtrees that are no article
  std::uint32_t headline = 0;     // the page's size where there is none
};

// Every block of text is worth its words, less with links, little where it is short; the element whose blocks are worth most in sum is
// the article (after maximum subsequence segmentation, Pasternack & Roth, WWW 2009), within the <article> that has the headline if there is
// one. Boxes named as frame, what stands behind "You may also like", and teasers of other articles are taken out before.
ArticleParts find_article(const HtmlTree& page, HtmlHints& hints, std::string_view title);

}  // namespace sayso
