#include "read/html_blocks.h"

#include <algorithm>
#include <utility>

namespace sayso {
namespace {

using namespace std::literals;
using enum HtmlTag;

bool is_block(HtmlTag tag) {
  switch (tag) {
    case address: case article: case aside: case blockquote: case body: case caption: case center: case dd: case details:
    case dialog: case div: case dl: case dt: case fieldset: case figcaption: case figure: case footer: case form:
    case h1: case h2: case h3: case h4: case h5: case h6: case header: case hgroup: case hr: case html: case legend: case li:
    case main: case menu: case nav: case ol: case p: case pre: case section: case summary: case table: case tbody:
    case tfoot: case thead: case tr: case ul:
      return true;
    default: return false;
  }
}

bool is_heading(HtmlTag tag) { return tag >= h1 && tag <= h6; }

bool never_text(HtmlTag tag) {
  switch (tag) {
    case audio: case button: case canvas: case dialog: case figcaption: case footer: case form: case head: case iframe:
    case input: case menu: case nav: case noscript: case object: case script: case select: case style: case template_:
    case textarea: case video: case aside: case label:
      return true;
    default: return false;
  }
}

bool is_hidden(const HtmlTree& page, std::uint32_t node) {
  const auto style = page.attribute(node, "style");
  if (style.find("display:none") != style.npos || style.find("display: none") != style.npos) return true;
  const auto role = page.attribute(node, "role");
  return role == "navigation" || role == "dialog" || role == "search" || role == "complementary" ||
         page.attribute(node, "aria-hidden") == "true";
}

// Old sites put the whole page into one <form>.
bool wraps_page(const HtmlTree& page, std::uint32_t node) { return (page[node].end - node) * 3 > page.size(); }

constexpr std::size_t kLongCell = 150;  // bytes

// Words between spaces; of scripts without spaces (three-byte lead E3 to ED: kana, Chinese, Hangul) two letters each.
std::uint32_t count_words(std::string_view text) {
  std::uint32_t spaces = 0;
  std::uint32_t unspaced = 0;
  for (const char c : text) {
    spaces += c == ' ';
    unspaced += c >= '\xe3' && c <= '\xed';
  }
  return spaces + 1 + unspaced / 2;
}

class Blocks {
 public:
  Blocks(const HtmlTree& page, const std::vector<bool>& skip) : page_(page), skip_(skip) {}

  std::vector<HtmlBlock> run() {
    for (std::uint32_t node = 0; node < page_.size();) {
      leave_until(node);
      if (skip_[node]) {
        if (is_block(page_[node].tag)) flush();
        node = page_[node].end;
      } else {
        enter(node++);
      }
    }
    leave_until(page_.size());
    flush();
    return std::move(blocks_);
  }

 private:
  void enter(std::uint32_t node) {
    const HtmlTag tag = page_[node].tag;
    if (tag == text) return add_text(node);
    if (tag == br) return line_break();
    if (is_block(tag)) flush();
    if (tag == td || tag == th) cell_break();
    if (tag == a) link_end_ = std::max(link_end_, page_[node].end);
    if (tag == q) append("“");
    open_.push_back(node);
  }

  void leave_until(std::uint32_t node) {
    while (!open_.empty() && page_[open_.back()].end <= node) {
      const HtmlTag tag = page_[open_.back()].tag;
      if (tag == q) append("”");
      if (is_block(tag)) flush();
      if (tag == td || tag == th) cell_break();
      open_.pop_back();
    }
  }

  void append(std::string_view mark) {
    current_.text += mark;
    breaks_ = 0;
  }

  void add_text(std::uint32_t node) {
    const std::size_t before = current_.text.size();
    if (before == 0) current_.first = node;
    append_collapsed(current_.text, page_.text(node));
    if (node < link_end_) current_.link_bytes += static_cast<std::uint32_t>(current_.text.size() - before);
    if (page_.text(node).find_first_not_of(" \t\r\n\f") != std::string_view::npos) breaks_ = 0;
  }

  // One <br> is a space, two are a paragraph.
  void line_break() {
    if (++breaks_ >= 2) return flush();
    append_collapsed(current_.text, " ");
  }

  // The short cells of a data table make one block a row; long ones are those of a page laid out in tables.
  void cell_break() {
    if (current_.text.size() > kLongCell) return flush();
    append_collapsed(current_.text, " ");
  }

  void flush() {
    breaks_ = 0;
    while (current_.text.ends_with(' ')) current_.text.pop_back();
    if (current_.text.empty()) {
      current_ = {};
      return;
    }
    current_.node = container();
    current_.tag = page_[current_.node].tag;
    current_.heading = is_heading(current_.tag);
    current_.words = count_words(current_.text);
    blocks_.push_back(std::exchange(current_, {}));
  }

  std::uint32_t container() const {
    for (auto it = open_.rbegin(); it != open_.rend(); ++it) {
      if (is_block(page_[*it].tag)) return *it;
    }
    return 0;
  }

  const HtmlTree& page_;
  const std::vector<bool>& skip_;
  std::vector<HtmlBlock> blocks_;
  HtmlBlock current_;
  std::vector<std::uint32_t> open_;
  std::uint32_t link_end_ = 0;  // inside a link up to this node
  int breaks_ = 0;              // line breaks since the last text
};

}  // namespace

std::vector<HtmlBlock> blocks_of(const HtmlTree& page, const std::vector<bool>& skip) { return Blocks(page, skip).run(); }

std::vector<bool> hopeless_nodes(const HtmlTree& page) {
  std::vector<bool> hopeless(page.size());
  for (std::uint32_t node = 0; node < page.size(); ++node) {
    const HtmlTag tag = page[node].tag;
    if (tag == text) continue;
    hopeless[node] = (never_text(tag) || is_hidden(page, node)) && !(tag == form && wraps_page(page, node)) && tag != body &&
                     tag != html;
  }
  return hopeless;
}

bool opens_with_quotation(std::string_view text) {
  for (const auto mark : {"\""sv, "“"sv, "„"sv, "«"sv, "‘"sv, "'"sv, "``"sv, "»"sv, "「"sv}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

}  // namespace sayso
