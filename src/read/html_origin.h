// Where a block of an article stands in its page.
#pragma once

#include <cstdint>
#include <vector>

#include "read/html_blocks.h"
#include "read/source_map.h"

namespace sayso {

class HtmlOrigin {
 public:
  // `page` must have kept its places.
  HtmlOrigin(const HtmlTree& page, const std::vector<bool>& skip, const SourceMap& map) : page_(page), skip_(skip), map_(map) {}

  // Appends the runs of a block whose text, as it was written, begins at a code point of the document.
  void add(const HtmlBlock& block, std::string_view written, std::uint32_t text, std::vector<SourceRun>& runs) const;
  // Of words that stand somewhere below a node.
  void add_found(std::uint32_t node, std::string_view words, std::uint32_t text, std::vector<SourceRun>& runs) const;

 private:
  const HtmlTree& page_;
  const std::vector<bool>& skip_;
  const SourceMap& map_;
};

}  // namespace sayso
