// What readers see of a page's day and authors: lines that are named so, beside the headline.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/html_tree.h"

namespace sayso {

// A post that is shown in the page, a quotation, a box at the side: what they say of themselves is not said of the page. `node`'s end, or
// `node` where it is none of these.
std::uint32_t end_of_foreign(const HtmlTree& page, std::uint32_t node);

// The dates that are seen, found in document order.
class VisibleDates {
 public:
  // To be asked for every element.
  void look_at(const HtmlTree& page, std::uint32_t node);

  std::optional<std::string> published() const;
  std::optional<std::string> modified() const { return updated_; }

 private:
  void take(std::string_view text);

  std::optional<std::string> published_, updated_, over_headline_;
  bool headline_seen_ = false;
  int paragraphs_ = 0;  // under the headline
};

// The authors that an element named as their line gives; empty where it is none.
std::vector<std::string> visible_authors(const HtmlTree& page, std::uint32_t node);

}  // namespace sayso
