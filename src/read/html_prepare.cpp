#include "read/html_prepare.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace sayso {
namespace {

using namespace std::literals;

// Steps that closing tags may cost the parser, which looks for their partner up the stack of open elements.
constexpr std::size_t kMaxSteps = 100'000'000;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that hold text only: markup in them means nothing.
constexpr std::array kRaw = {"script"sv, "style"sv, "textarea"sv, "title"sv, "xmp"sv, "iframe"sv, "noembed"sv, "noframes"sv};
constexpr std::array kDropped = {"b"sv,     "big"sv,   "code"sv, "em"sv, "font"sv, "i"sv,         "nobr"sv,     "s"sv,
                                 "small"sv, "strike"sv, "strong"sv, "tt"sv, "u"sv,  "plaintext"sv, "frameset"sv, "frame"sv};
// Elements that never stay open, or that their own kind and table parts close.
constexpr std::array kNeverNest = {"area"sv,  "base"sv,  "br"sv,   "col"sv,   "embed"sv, "hr"sv,  "img"sv,   "input"sv,
                                   "link"sv,  "meta"sv,  "param"sv, "source"sv, "track"sv, "wbr"sv, "p"sv,     "li"sv,
                                   "dd"sv,    "dt"sv,    "option"sv, "optgroup"sv, "tr"sv, "td"sv,  "th"sv,    "tbody"sv,
                                   "thead"sv, "tfoot"sv, "colgroup"sv, "html"sv, "head"sv, "body"sv, "keygen"sv, "image"sv};
// Closing tags of ordinary elements do not reach beyond these.
constexpr std::array kSpecial = {"address"sv, "article"sv, "aside"sv, "blockquote"sv, "center"sv, "details"sv, "dir"sv,
                                 "div"sv,     "dl"sv,      "fieldset"sv, "figcaption"sv, "figure"sv, "footer"sv, "form"sv,
                                 "h1"sv,      "h2"sv,      "h3"sv,    "h4"sv,         "h5"sv,     "h6"sv,      "header"sv,
                                 "hgroup"sv,  "listing"sv, "main"sv,  "menu"sv,       "nav"sv,    "ol"sv,      "pre"sv,
                                 "section"sv, "select"sv,  "summary"sv, "ul"sv,       "button"sv};
// No closing tag from inside reaches beyond these but their own.
constexpr std::array kBarrier = {"table"sv, "applet"sv, "marquee"sv, "object"sv, "template"sv};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The open elements as the parser will see them, simplified: never fewer than it has, but for those of kNeverNest.
class OpenElements {
 public:
  void open(std::string_view name) {
    stack_.push_back({std::hash<std::string_view>{}(name), reach_of(name)});
    steps_ += stack_.size();
  }
  void close(std::string_view name) {
    const auto hash = std::hash<std::string_view>{}(name);
    const Reach own = reach_of(name);
    for (std::size_t i = stack_.size(); i-- > 0; ++steps_) {
      if (stack_[i].name == hash) return stack_.resize(i);
      if (stack_[i].reach > own) return;
    }
  }
  void touch() { steps_ += stack_.size(); }  // <p>, <li>, … look up the stack too
  bool too_deep() const { return stack_.size() > kMaxHtmlDepth || steps_ > kMaxSteps; }

 private:
  enum Reach { ordinary, special, barrier };
  static Reach reach_of(std::string_view name) {
    return is_one_of(name, kBarrier) ? barrier : is_one_of(name, kSpecial) ? special : ordinary;
  }
  struct Element {
    std::size_t name;
    Reach reach;
  };
  std::vector<Element> stack_;
  std::size_t steps_ = 0;
};

tl::unexpected<Error> too_large(std::string message) {
  return tl::unexpected(Error{ErrorCode::too_large, {}, std::move(message)});
}

class Preparation {
 public:
  explicit Preparation(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  Result<std::string> run() {
    while (at_ < html_.size()) {
      const auto tag = std::min(html_.find('<', at_), html_.size());
      out_ += html_.substr(at_, tag - at_);
      at_ = tag;
      if (at_ < html_.size()) markup();
      if (open_.too_deep()) return too_large(fmt::format("nested deeper than {} elements", kMaxHtmlDepth));
      if (pieces_ > kMaxHtmlPieces) return too_large(fmt::format("more than {} tags and attributes", kMaxHtmlPieces));
    }
    return std::move(out_);
  }

 private:
  void keep_to(std::size_t end) {
    out_ += html_.substr(at_, end - at_);
    at_ = end;
  }

  void markup() {
    const auto rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return comment();
    const bool closing = rest.starts_with("</");
    const std::size_t name_at = closing ? 2 : 1;
    if (rest.size() > name_at && is_letter(rest[name_at])) return tag(closing, name_at);
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

  // Where a tag ends: behind the ">" that is in no quoted value.
  std::size_t end_of_tag(std::size_t at) {
    char quote = 0;
    ++pieces_;
    for (bool value = false; at < html_.size(); ++at) {
      const char c = html_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        return at + 1;
      } else if (value && (c == '"' || c == '\'')) {
        quote = c;
        value = false;
      } else if (!is_space(c)) {
        value = c == '=';
      } else {
        pieces_ += at > 0 && !is_space(html_[at - 1]);
      }
    }
    return html_.size();
  }

  void tag(bool closing, std::size_t name_at) {
    std::string name;
    for (std::size_t i = at_ + name_at; i < html_.size() && !is_space(html_[i]) && html_[i] != '>' && html_[i] != '/'; ++i) {
      name.push_back(lower(html_[i]));
      if (name.size() > 64) break;
    }
    const auto end = end_of_tag(at_ + name_at);
    const bool self_closing = end - at_ >= 3 && html_[end - 2] == '/';
    if (name == "svg" || name == "math") return drop_element(name, end, closing || self_closing);
    if (is_one_of(name, kDropped) || repeated(name, closing)) {
      at_ = end;
      return;
    }
    keep_to(end);
    if (!closing && is_one_of(name, kRaw)) return keep_to(end_of_raw(name));
    if (is_one_of(name, kNeverNest)) return open_.touch();
    closing ? open_.close(name) : open_.open(name);
  }

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
    bool& endless = name == "svg" ? endless_svg_ : endless_math_;
    if (alone || endless) return;
    const auto close = end_of_raw(name);
    endless = close == html_.size();
    if (!endless) at_ = end_of_tag(close + 2);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string out_;
  OpenElements open_;
  std::size_t pieces_ = 0;
  bool html_seen_ = false;
  bool body_seen_ = false;
  bool endless_svg_ = false;   // no </svg> follows any more
  bool endless_math_ = false;
};

}  // namespace

Result<std::string> prepare_html(std::string_view html) {
  if (html.size() > kMaxHtmlBytes) {
    return too_large(fmt::format("page larger than {} bytes", kMaxHtmlBytes));
  }
  if (html.find('\0') == html.npos) return Preparation(html).run();
  // NULs mean nothing in HTML, and MyHTML mixes up the text behind them.
  std::string without(html);
  std::erase(without, '\0');
  return Preparation(without).run();
}

}  // namespace sayso
