// What class names and identifiers give away about an element, and wordings about a line.
#pragma once

#include <cstdint>
#include <string_view>
#include <optional>
#include <unordered_map>
#include <vector>

#include "read/html_tree.h"

namespace sayso {

enum class HtmlHint : std::uint8_t {
  none,
  article,  // the body of the article
  frame,    // navigation, comments, related links, share and subscription boxes, advertisements, captions
  part,     // the same by a short word ("date", "tag"), which says nothing of words within a paragraph
  hover,    // a box that is shown on hovering, or what shows it
  pull,     // a pull quote
  subhead,  // the lines between headline and body
  entry     // one of a live blog
};

// The hints of one page; the same names are looked up once.
class HtmlHints {
 public:
  explicit HtmlHints(const HtmlTree& page) : page_(page), of_(page.size()) {}
  HtmlHint of(std::uint32_t node) {
    if (!of_[node]) of_[node] = read(node);
    return *of_[node];
  }

 private:
  HtmlHint read(std::uint32_t node);
  HtmlHint of_name(std::string_view name);

  const HtmlTree& page_;
  std::vector<std::optional<HtmlHint>> of_;  // a node
  std::unordered_map<std::string_view, HtmlHint> known_;
};

// A line that belongs to the frame whatever stands around it: "Advertisement", "Read more: …", "Share this".
bool is_boilerplate(std::string_view line);

// A caption that says whose picture it is: "… Photo: Jo Lens", "… (Jo Lens/AP)".
bool is_credited_caption(std::string_view text, std::uint32_t words);

// A heading over other articles: "You may also like", "Related stories".
bool opens_other_articles(std::string_view heading);

// What outlets put under an article: "Follow us on …", "Ann Cole contributed to this report".
bool is_sign_off(std::string_view line);

// Shown by pages whose text comes by script, or is for subscribers alone.
bool asks_for_script(std::string_view line);
bool asks_to_subscribe(std::string_view line);

}  // namespace sayso
