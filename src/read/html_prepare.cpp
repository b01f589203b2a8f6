#include "read/html_prepare.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace sayso {
namespace {

// Steps that closing tags may cost the parser, which looks for their partner up the stack of open elements.
constexpr std::size_t kMaxSteps = 100'000'000;

// What an element means for the nesting of others.
enum Role {
  ordinary,
  special,      // closing tags of ordinary elements do not reach beyond it
  barrier,      // no closing tag from inside reaches beyond it but its own
  never_nests,  // never stays open, or is closed by its own kind and parts of tables
  raw,          // holds text only: markup in it means nothing
  dropped       // says nothing about the text
};
struct Element {
  std::string_view name;
  Role role;
};
// Sorted by name; all others are ordinary.
constexpr Element kElements[] = {
    {"address", special}, {"applet", barrier}, {"area", never_nests}, {"article", special}, {"aside", special},
    {"b", dropped}, {"base", never_nests}, {"big", dropped}, {"blockquote", special}, {"body", never_nests},
    {"br", never_nests}, {"button", special}, {"center", special}, {"code", dropped}, {"col", never_nests},
    {"colgroup", never_nests}, {"dd", never_nests}, {"details", special}, {"dir", special}, {"div", special},
    {"dl", special}, {"dt", never_nests}, {"em", dropped}, {"embed", never_nests}, {"fieldset", special},
    {"figcaption", special}, {"figure", special}, {"font", dropped}, {"footer", special}, {"form", special},
    {"frame", dropped}, {"frameset", dropped}, {"h1", special}, {"h2", special}, {"h3", special}, {"h4", special},
    {"h5", special}, {"h6", special}, {"head", never_nests}, {"header", special}, {"hgroup", special},
    {"hr", never_nests}, {"html", never_nests}, {"i", dropped}, {"iframe", raw}, {"image", never_nests},
    {"img", never_nests}, {"input", never_nests}, {"keygen", never_nests}, {"li", never_nests}, {"link", never_nests},
    {"listing", special}, {"main", special}, {"marquee", barrier}, {"menu", special}, {"meta", never_nests},
    {"nav", special}, {"nobr", dropped}, {"noembed", raw}, {"noframes", raw}, {"object", barrier}, {"ol", special},
    {"optgroup", never_nests}, {"option", never_nests}, {"p", never_nests}, {"param", never_nests},
    {"plaintext", dropped}, {"pre", special}, {"s", dropped}, {"script", raw}, {"section", special},
    {"select", special}, {"small", dropped}, {"source", never_nests}, {"strike", dropped}, {"strong", dropped},
    {"style", raw}, {"summary", special}, {"table", barrier}, {"tbody", never_nests}, {"td", never_nests},
    {"template", barrier}, {"textarea", raw}, {"tfoot", never_nests}, {"th", never_nests}, {"thead", never_nests},
    {"title", raw}, {"tr", never_nests}, {"track", never_nests}, {"tt", dropped}, {"u", dropped}, {"ul", special},
    {"wbr", never_nests}, {"xmp", raw}};

Role role_of(std::string_view name) {
  const auto* found = std::lower_bound(std::begin(kElements), std::end(kElements), name,
                                       [](const Element& element, std::string_view wanted) { return element.name < wanted; });
  return found != std::end(kElements) && found->name == name ? found->role : ordinary;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The open elements as the parser will see them, simplified: never fewer than it has, but for those of kNeverNest.
class OpenElements {
 public:
  void open(std::string_view name, Role role) {
    stack_.push_back({std::hash<std::string_view>{}(name), role});
    steps_ += stack_.size();
  }
  void close(std::string_view name, Role role) {
    const auto hash = std::hash<std::string_view>{}(name);
    for (std::size_t i = stack_.size(); i-- > 0; ++steps_) {
      if (stack_[i].name == hash) return stack_.resize(i);
      if (stack_[i].role > role) return;
    }
  }
  void touch() { steps_ += stack_.size(); }  // <p>, <li>, … look up the stack too
  bool too_deep() const { return stack_.size() > kMaxHtmlDepth || steps_ > kMaxSteps; }

 private:
  struct Open {
    std::size_t name;
    Role role;  // ordinary, special or barrier
  };
  std::vector<Open> stack_;
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
    const Role role = role_of(name);
    if (role == dropped || repeated(name, closing)) {
      at_ = end;
      return;
    }
    keep_to(end);
    if (!closing && role == raw) return keep_to(end_of_raw(name));
    if (role == never_nests || role == raw) return open_.touch();
    closing ? open_.close(name, role) : open_.open(name, role);
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
