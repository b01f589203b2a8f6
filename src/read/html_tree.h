// A page as our own small flat tree: nodes in document order, each knowing where its subtree ends. Walks need no
// recursion and no stack. The HTML5 parser (MyHTML) is known to html_tree.cpp alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/html_names.h"
#include "read/html_prepare.h"
#include "sayso/error.h"

namespace sayso {

enum class HtmlTag : std::uint8_t {
  other, text, a, address, article, aside, audio, base, blockquote, body, br, button, canvas, caption, center, cite, dd, details,
  dialog, div, dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html,
  iframe, img, input, label, legend, li, link, main, menu, meta, nav, noscript, object, ol, p, pre, q, script, section,
  select, span, style, summary, sup, table, tbody, td, template_, textarea, tfoot, th, thead, time, title, tr, ul, video
};

struct HtmlNode {
  std::uint32_t parent = 0;          // the root is its own
  std::uint32_t end = 0;             // its subtree is [itself, end)
  std::uint32_t text_begin = 0;      // of text nodes
  std::uint32_t text_size = 0;
  std::uint32_t raw_begin = 0;       // where it stands in the prepared page, references and all
  std::uint32_t raw_size = 0;
  std::uint32_t attributes_begin = 0;
  std::uint32_t attributes_end = 0;
  HtmlTag tag = HtmlTag::other;
};

class HtmlTree {
 public:
  // `utf8` must be valid. Errors: too_large (see html_prepare.h), malformed where the parser gives up.
  static Result<HtmlTree> parse(std::string_view utf8, bool keep_places = false);

  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  const HtmlNode& operator[](std::uint32_t node) const { return nodes_[node]; }
  // A text node's text, entities decoded.
  std::string_view text(std::uint32_t node) const;
  // An attribute's value; empty where it is missing.
  std::string_view attribute(std::uint32_t node, HtmlAttribute name) const;
  bool has_attribute(std::uint32_t node, HtmlAttribute name) const;
  // The text in a subtree, white space and what breaks text collapsed, cut after about `max_bytes`.
  std::string all_text(std::uint32_t node, std::size_t max_bytes = 2000) const;
  // The first node of a kind, size() if there is none.
  std::uint32_t find(HtmlTag tag) const;
  // What was parsed; empty unless places were to be kept.
  const PreparedHtml& prepared() const { return prepared_; }

 private:
  struct Attribute {
    std::uint32_t value_begin, value_size;
    HtmlAttribute name;
  };
  class Builder;

  std::vector<HtmlNode> nodes_;
  std::vector<Attribute> attributes_;
  std::string strings_;
  PreparedHtml prepared_;
};

// An element across whose begin and end no text goes on.
bool breaks_text(HtmlTag tag);

// Appends `text` with runs of white space (no-break ones too) as one space, none after another or at the beginning of
// `out`; invisible characters (soft hyphen, zero width space) are left out.
void append_collapsed(std::string& out, std::string_view text);

}  // namespace sayso
