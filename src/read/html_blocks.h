// A page as its blocks of text: what stands between two breaks, with the signs by which body and frame are told apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/html_posts.h"
#include "read/html_tree.h"

namespace sayso {

struct HtmlBlock {
  std::string text;             // white space collapsed, <q> with its marks
  std::uint32_t node = 0;       // the innermost block element around it
  std::uint32_t first = 0;      // its first text node
  std::uint32_t last = 0;       // its last one
  std::uint32_t link_bytes = 0; // of text, inside links
  std::uint32_t words = 0;
  std::uint32_t quotation = 0;  // the outermost <blockquote> around it, or 0
  std::int32_t post = -1;       // which one of the posts that were given
  HtmlTag tag = HtmlTag::other; // of `node`
  std::vector<std::uint32_t> line_ends;  // bytes of `text` before each single <br>
  bool heading = false;
  bool cites = false;           // names the source of the blockquote before it

  double link_share() const { return text.empty() ? 0 : static_cast<double>(link_bytes) / static_cast<double>(text.size()); }
};

// The blocks in document order. `skip[node]`: the whole subtree says nothing. Each of `posts`, in document order, becomes one block.
std::vector<HtmlBlock> blocks_of(const HtmlTree& page, const std::vector<bool>& skip, const std::vector<PagePost>& posts = {});

// Those of one subtree, read apart.
std::vector<HtmlBlock> blocks_below(const HtmlTree& page, const std::vector<bool>& skip, std::uint32_t root);

// Elements that never hold article text (scripts, forms, navigation, captions, hidden ones).
std::vector<bool> hopeless_nodes(const HtmlTree& page);

// By its attributes.
bool is_hidden(const HtmlTree& page, std::uint32_t node);

bool opens_with_quotation(std::string_view text);

}  // namespace sayso
