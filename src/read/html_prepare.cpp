#include "read/html_prepare.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "read/html_names.h"
#include "read/html_nesting.h"

namespace sayso {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool holds(std::string_view text, std::string_view word) {  // `word` in lower case
  const auto same = [](char a, char b) { return lower(a) == b; };
  return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

tl::unexpected<Error> too_large(std::string message) {
  return tl::unexpected(Error{ErrorCode::too_large, {}, std::move(message)});
}

class Preparation {
 public:
  Preparation(std::string_view html, bool keep_places)
      : html_(html), keep_places_(keep_places), has_nul_(html.find('\0') != html.npos) {
    out_.text.reserve(html.size() / 2);
  }

  Result<PreparedHtml> run() {
    while (at_ < html_.size()) {
      const auto tag = std::min(html_.find('<', at_), html_.size());
      text(at_, tag);
      at_ = tag;
      if (at_ < html_.size()) markup();
      if (open_.too_deep(kMaxHtmlDepth)) return too_large(fmt::format("nested deeper than {} elements", kMaxHtmlDepth));
      if (pieces_ > kMaxHtmlPieces) return too_large(fmt::format("more than {} tags and attributes", kMaxHtmlPieces));
    }
    return std::move(out_);
  }

 private:
  // White space at its ends is written only between words: half of what parsers make of most pages is white space between <div> and <div>.
  void text(std::size_t begin, std::size_t end) {
    const auto is_blank = [&](std::size_t at) { return is_space(html_[at]); };
    std::size_t first = begin;
    while (first < end && is_blank(first)) ++first;
    if (first > begin) hold(begin);
    if (first == end) return;
    std::size_t last = end;
    while (is_blank(last - 1)) --last;
    write_held();
    copy(first, last);
    after_break_ = false;
    if (last < end) hold(last);
  }
  void hold(std::size_t space) {
    if (held_ == kNone) held_ = space;
  }
  void write_held() {
    if (held_ != kNone && !after_break_) copy(held_, held_ + 1);
    held_ = kNone;
  }

  // NULs mean nothing in HTML, and MyHTML mixes up the text behind them.
  void copy(std::size_t begin, std::size_t end) {
    while (has_nul_ && begin < end) {
      const auto nul = html_.substr(0, end).find('\0', begin);
      if (nul == html_.npos) break;
      append(begin, nul);
      begin = nul + 1;
    }
    append(begin, end);
  }
  void append(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    if (keep_places_) out_.copied.push_back({static_cast<std::uint32_t>(out_.text.size()), static_cast<std::uint32_t>(begin)});
    out_.text += html_.substr(begin, end - begin);
  }
  void keep_to(std::size_t end) {
    write_held();
    after_break_ = false;
    copy(at_, end);
    at_ = end;
  }

  void markup() {
    const auto rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return comment();
    const bool closing = rest.starts_with("</");
    const std::size_t name_at = closing ? 2 : 1;
    if (rest.size() > name_at && is_letter(rest[name_at])) return tag(closing, at_ + name_at);
    keep_to(at_ + 1);
  }

  void comment() {
    at_ += 2;  // so that "<!-->" is a whole comment
    while ((at_ = html_.find("--", at_)) != html_.npos) {
      const auto rest = html_.substr(at_ + 2);
      if (rest.starts_with('>')) return static_cast<void>(at_ += 3);
      if (rest.starts_with("!>")) return static_cast<void>(at_ += 4);
      ++at_;
    }
    at_ = html_.size();
  }

  struct Slice {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  // One tag: its attributes that are kept, with the white space before them.
  struct Tag {
    std::size_t end = 0;  // behind its ">"
    std::array<Slice, 12> kept;
    std::size_t count = 0;
    bool cut_off = false;
    bool self_closing = false;
  };

  // Its first letters in lower case; more of them mean nothing to anybody.
  struct Name {
    std::array<char, 65> letters;
    std::size_t size = 0;
  };
  Name name_at(std::size_t at) const {
    Name name;
    while (at < html_.size() && !ends_name(html_[at]) && name.size < name.letters.size()) name.letters[name.size++] = lower(html_[at++]);
    return name;
  }
  static bool ends_name(char c) { return is_space(c) || c == '>' || c == '/'; }

  Tag read_tag(std::size_t at) const {
    Tag tag;
    while (at < html_.size() && !ends_name(html_[at])) ++at;
    while (at < html_.size() && html_[at] != '>') {
      tag.self_closing = html_[at] == '/';
      at = tag.self_closing || is_space(html_[at]) ? at + 1 : read_attribute(at, tag);
    }
    tag.cut_off = at >= html_.size();
    tag.end = std::min(at + 1, html_.size());
    return tag;
  }

  // An attribute that begins at `at`; returns where it ends.
  std::size_t read_attribute(std::size_t at, Tag& tag) const {
    const std::size_t begin = at++;  // a "=" may begin a name
    while (at < html_.size() && !ends_name(html_[at]) && html_[at] != '=') ++at;
    const auto name = html_.substr(begin, at - begin);
    std::size_t equals = at;
    while (equals < html_.size() && is_space(html_[equals])) ++equals;
    if (equals < html_.size() && html_[equals] == '=') at = value_end(equals + 1);
    const auto attribute = attribute_named(name);
    if (attribute && is_read(*attribute) && tag.count < tag.kept.size()) tag.kept[tag.count++] = {begin, at};
    return at;
  }

  bool is_read(HtmlAttribute attribute) const {
    if (attribute == HtmlAttribute::title) return is_link_;
    return attribute != HtmlAttribute::href || is_link_ || quoted_ > 0;  // of posts that are shown
  }

  std::size_t value_end(std::size_t at) const {
    while (at < html_.size() && is_space(html_[at])) ++at;
    if (at >= html_.size()) return at;
    if (html_[at] == '"' || html_[at] == '\'') return std::min(html_.find(html_[at], at + 1), html_.size() - 1) + 1;
    while (at < html_.size() && !is_space(html_[at]) && html_[at] != '>') ++at;
    return at;
  }

  void tag(bool closing, std::size_t name_begin) {
    const Name read = name_at(name_begin);
    const std::string_view name(read.letters.data(), read.size);
    const HtmlElement element = element_named(name);
    const HtmlRole role = element.role;
    is_link_ = name == "link" || name == "base";
    const Tag tag = read_tag(name_begin);
    if (tag.cut_off) return static_cast<void>(at_ = tag.end);
    const auto whole = html_.substr(at_, tag.end - at_);
    if (role == HtmlRole::nothing) return drop_element(name, tag.end, closing || (tag.self_closing && is_foreign(name)));
    if (name == "script" && (closing || !holds(whole, "ld+json"))) return drop_element(name, tag.end, closing);
    if (role == HtmlRole::no_tag || repeated(name, closing) || (name == "link" && !holds(whole, "canonical") && !holds(whole, "alternate"))) {
      at_ = tag.end;
      return;
    }
    if (name == "blockquote") quoted_ = closing ? std::max(quoted_ - 1, 0) : quoted_ + 1;
    write_tag(closing, name, name_begin, tag, element.breaks);
    nest(closing, name, role);
  }

  void write_tag(bool closing, std::string_view name, std::size_t name_begin, const Tag& tag, bool breaks) {
    in_head_ = is_of_head(name) && (in_head_ || (name == "head" && !closing));
    if (breaks || in_head_) held_ = kNone;
    else write_held();
    after_break_ = breaks || in_head_;
    ++pieces_;
    copy(at_, std::min(name_begin + name.size(), tag.end));
    for (std::size_t i = 0; i < (closing ? 0 : tag.count); ++i, ++pieces_) {
      out_.text += ' ';
      copy(tag.kept[i].begin, tag.kept[i].end);
    }
    out_.text += '>';
    at_ = tag.end;
  }

  static bool is_of_head(std::string_view name) {
    return name == "head" || name == "meta" || name == "link" || name == "title" || name == "script" || name == "base";
  }

  void nest(bool closing, std::string_view name, HtmlRole role) {
    if (!closing && role == HtmlRole::raw) return keep_raw(name);
    if (role == HtmlRole::never_nests || role == HtmlRole::raw) return open_.touch();
    closing ? open_.close(name, role) : open_.open(name, role);
  }

  void keep_raw(std::string_view name) {
    const std::size_t end = end_of_raw(name);
    copy(at_, end);
    at_ = end;
    if (at_ == html_.size()) return;
    out_.text.append("</").append(name) += '>';
    at_ = read_tag(at_ + 2).end;
  }

  static bool is_foreign(std::string_view name) { return name == "svg" || name == "math"; }

  // A second <html> or <body> only merges its attributes into the first, at quadratic cost.
  bool repeated(std::string_view name, bool closing) {
    if (closing || (name != "html" && name != "body")) return false;
    bool& seen = name == "html" ? html_seen_ : body_seen_;
    return std::exchange(seen, true);
  }

  std::size_t end_of_raw(std::string_view name) const {
    for (auto at = html_.find("</", at_); at != html_.npos; at = html_.find("</", at + 2)) {
      const auto found = html_.substr(at + 2, name.size());
      if (std::equal(found.begin(), found.end(), name.begin(), name.end(), [](char a, char b) { return lower(a) == b; })) {
        return at;
      }
    }
    return html_.size();
  }

  void drop_element(std::string_view name, std::size_t end, bool alone) {
    at_ = end;
    if (alone) return;
    // One that nothing closes holds the rest; of drawings, whose browsers close them, only the tag is dropped.
    bool& endless = endless_[name == "svg" ? 0 : 1];
    if (is_foreign(name) && endless) return;
    const auto close = end_of_raw(name);
    if (is_foreign(name) && close == html_.size()) return static_cast<void>(endless = true);
    at_ = close == html_.size() ? close : read_tag(close + 2).end;
  }

  std::string_view html_;
  bool keep_places_;
  bool has_nul_;
  std::size_t at_ = 0;
  PreparedHtml out_;
  HtmlNesting open_;
  std::size_t pieces_ = 0;
  int quoted_ = 0;        // open <blockquote>s
  bool is_link_ = false;  // the tag that is read is <link> or <base>
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t held_ = kNone;    // white space that is written if text goes on
  bool after_break_ = true;     // nothing was written since a tag across which none does
  bool in_head_ = false;
  bool html_seen_ = false;
  bool body_seen_ = false;
  std::array<bool, 2> endless_{};  // no </svg>, no </math> follows any more
};

}  // namespace

std::uint32_t PreparedHtml::place(std::uint32_t at) const {
  const auto next = std::upper_bound(copied.begin(), copied.end(), at, [](std::uint32_t a, const Copied& c) { return a < c.at; });
  return next == copied.begin() ? at : std::prev(next)->from + (at - std::prev(next)->at);
}

Result<PreparedHtml> prepare_html(std::string_view html, bool keep_places) {
  if (html.size() > kMaxHtmlBytes) {
    return too_large(fmt::format("page larger than {} bytes", kMaxHtmlBytes));
  }
  return Preparation(html, keep_places).run();
}

}  // namespace sayso
