#include "read/html_blocks.h"

#include <algorithm>
#include <utility>

namespace sayso {
namespace {

using namespace std::literals;
using enum HtmlTag;

bool is_heading(HtmlTag tag) { return tag >= h1 && tag <= h6; }

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
  Blocks(const HtmlTree& page, const std::vector<bool>& skip, const std::vector<PagePost>& posts) : page_(page), skip_(skip), posts_(posts) {}

  std::vector<HtmlBlock> run(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t node = begin; node < end;) {
      leave_until(node);
      while (post_ < posts_.size() && posts_[post_].node < node) ++post_;
      if (skip_[node]) {
        if (breaks_text(page_[node].tag)) flush();
        node = page_[node].end;
      } else if (post_ < posts_.size() && posts_[post_].node == node) {
        add_post();
        node = page_[node].end;
      } else {
        enter(node++);
      }
    }
    leave_until(end);
    flush();
    return std::move(blocks_);
  }

 private:
  void enter(std::uint32_t node) {
    const HtmlTag tag = page_[node].tag;
    if (tag == text) return add_text(node);
    if (tag == br) return line_break();
    if (breaks_text(tag)) flush();
    if (tag == td || tag == th) cell_break();
    if (tag == a) link_end_ = std::max(link_end_, page_[node].end);
    if (tag == q && !has_marks(node)) append("“");
    if (tag == blockquote && node >= quotation_end_) quotation_ = node, quotation_end_ = page_[node].end;
    if (ends_quotation(node)) flush(), cites_end_ = page_[node].end;
    open_.push_back(node);
  }

  void leave_until(std::uint32_t node) {
    while (!open_.empty() && page_[open_.back()].end <= node) {
      const HtmlTag tag = page_[open_.back()].tag;
      if (tag == q && !has_marks(open_.back())) append("”");
      if (breaks_text(tag)) flush();
      if (tag == td || tag == th) cell_break();
      open_.pop_back();
    }
  }

  // <cite> or <footer> with which a blockquote ends, <figcaption> of a figure that is one.
  bool ends_quotation(std::uint32_t node) const {
    const HtmlTag tag = page_[node].tag;
    if (tag == figcaption) return true;  // all others are skipped
    if (node >= quotation_end_) return tag == cite && quotation_ != 0 && node <= quotation_end_ + 1 && blank(quotation_end_, node);
    return tag == footer || (tag == cite && blank(page_[node].end, std::min(quotation_end_, page_[node].end + kBehindCite)));
  }
  static constexpr std::uint32_t kBehindCite = 8;  // nodes that are looked at

  bool blank(std::uint32_t begin, std::uint32_t end) const {
    for (auto node = begin; node < end; ++node) {
      if (page_[node].tag == text && page_.text(node).find_first_not_of(" \t\r\n\f") != std::string_view::npos) return false;
    }
    return true;
  }

  // <q>“Never,”</q>: within double marks already, from its beginning to its end.
  bool has_marks(std::uint32_t node) const {
    if (page_[node].end - node > kMostQuoted) return false;
    const std::string words = page_.all_text(node, kLongQuoted);
    for (const auto& [open, close] : {std::pair{"“"sv, "”"sv}, {"\""sv, "\""sv}, {"„"sv, "“"sv}, {"«"sv, "»"sv}}) {
      if (words.starts_with(open)) return words.find(close, open.size()) + close.size() == words.size();
    }
    return false;
  }
  static constexpr std::uint32_t kMostQuoted = 100;  // nodes of a <q>
  static constexpr std::size_t kLongQuoted = 4000;   // bytes

  void append(std::string_view mark) {
    current_.text += mark;
    breaks_ = 0;
  }

  void add_text(std::uint32_t node) {
    const std::size_t before = current_.text.size();
    if (current_.last == 0) start(node);  // the mark of a <q> may stand before it
    append_collapsed(current_.text, page_.text(node));
    current_.last = node;
    if (node < link_end_) current_.link_bytes += static_cast<std::uint32_t>(current_.text.size() - before);
    if (page_.text(node).find_first_not_of(" \t\r\n\f") != std::string_view::npos) breaks_ = 0;
  }

  void start(std::uint32_t node) {
    current_.first = node;
    current_.quotation = node < quotation_end_ ? quotation_ : 0;
    current_.cites = node < cites_end_;
  }

  void add_post() {
    flush();
    const PagePost& post = posts_[post_];
    current_.text = post.text;
    if (!post.signature.empty()) current_.text.append("\n\n").append(post.signature);
    current_.first = current_.last = current_.quotation = post.node;
    current_.post = static_cast<std::int32_t>(post_);
    flush();
  }

  // One <br> is a space, two are a paragraph.
  void line_break() {
    if (++breaks_ >= 2) return flush();
    if (!current_.text.empty()) current_.line_ends.push_back(static_cast<std::uint32_t>(current_.text.size()));
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
    while (!current_.line_ends.empty() && current_.line_ends.back() >= current_.text.size()) current_.line_ends.pop_back();
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
      if (breaks_text(page_[*it].tag)) return *it;
    }
    return 0;
  }

  const HtmlTree& page_;
  const std::vector<bool>& skip_;
  const std::vector<PagePost>& posts_;
  std::size_t post_ = 0;  // the next one
  std::vector<HtmlBlock> blocks_;
  HtmlBlock current_;
  std::vector<std::uint32_t> open_;
  std::uint32_t link_end_ = 0;   // inside a link up to this node
  std::uint32_t quotation_ = 0;  // the outermost blockquote,
  std::uint32_t quotation_end_ = 0;
  std::uint32_t cites_end_ = 0;  // inside the line that says whose it is
  int breaks_ = 0;               // line breaks since the last text
};

}  // namespace

std::vector<HtmlBlock> blocks_of(const HtmlTree& page, const std::vector<bool>& skip, const std::vector<PagePost>& posts) {
  return Blocks(page, skip, posts).run(0, page.size());
}

std::vector<HtmlBlock> blocks_below(const HtmlTree& page, const std::vector<bool>& skip, std::uint32_t root) {
  return Blocks(page, skip, {}).run(root, page[root].end);
}

bool opens_with_quotation(std::string_view text) {
  for (const auto mark : {"\""sv, "“"sv, "„"sv, "«"sv, "‘"sv, "'"sv, "``"sv, "»"sv, "「"sv}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

}  // namespace sayso
