#include "read/feed/feed_parts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "read/html_entities.h"
#include "read/transcode.h"
#include "read/transfer_encoding.h"
#include "text/ascii.h"

namespace sayso {
namespace {

using namespace std::literals;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

// Sorted.
constexpr std::array kHtmlTags = {
    "a"sv,      "abbr"sv,   "acronym"sv, "address"sv, "area"sv,  "article"sv, "aside"sv, "audio"sv,  "b"sv,       "bdo"sv,    "big"sv,
    "blockquote"sv, "br"sv, "button"sv,  "caption"sv, "center"sv, "cite"sv,   "code"sv,  "col"sv,    "colgroup"sv, "dd"sv,    "del"sv,
    "details"sv, "dfn"sv,   "dir"sv,     "div"sv,     "dl"sv,    "dt"sv,      "em"sv,    "fieldset"sv, "figcaption"sv, "figure"sv, "font"sv,
    "footer"sv, "form"sv,   "h1"sv,      "h2"sv,      "h3"sv,    "h4"sv,      "h5"sv,    "h6"sv,     "header"sv,  "hr"sv,     "i"sv,
    "img"sv,    "input"sv,  "ins"sv,     "kbd"sv,     "label"sv, "legend"sv,  "li"sv,    "main"sv,   "map"sv,     "mark"sv,   "menu"sv,
    "nav"sv,    "ol"sv,     "optgroup"sv, "option"sv, "p"sv,     "pre"sv,     "q"sv,     "s"sv,      "samp"sv,    "section"sv, "select"sv,
    "small"sv,  "source"sv, "span"sv,    "strike"sv,  "strong"sv, "sub"sv,    "summary"sv, "sup"sv,  "table"sv,   "tbody"sv,  "td"sv,
    "textarea"sv, "tfoot"sv, "th"sv,     "thead"sv,   "time"sv,  "tr"sv,      "tt"sv,    "u"sv,      "ul"sv,      "var"sv,    "video"sv,  "wbr"sv};

// "&amp;" and the like at the beginning of `rest`; what it names is HTML, or nothing is there.
enum class Reference { none, known, unknown };
Reference reference_at(std::string_view rest) {
  std::size_t end = 1;
  if (end < rest.size() && rest[end] == '#') ++end;
  const auto begin = end;
  while (end < rest.size() && end < 40 && is_word(rest[end])) ++end;
  if (end == begin || end == rest.size() || rest[end] != ';') return Reference::none;
  std::string ignored;
  return rest[1] == '#' || append_html_entity(ignored, rest.substr(1, end - 1)) ? Reference::known : Reference::unknown;
}

std::optional<std::string> base64_decoded(std::string_view text) {
  std::size_t strange = 0;
  std::string out = decode_base64(text, &strange);
  return strange == 0 && valid_utf8(out) ? std::optional(std::move(out)) : std::nullopt;
}

enum class TextType { plain, html, xhtml, other };

TextType type_named(const std::string& type, TextDefault when_silent) {
  if (type.empty()) return when_silent == TextDefault::html ? TextType::html : TextType::plain;
  if (type == "html" || type == "text/html") return TextType::html;
  if (type == "xhtml" || type.ends_with("/xml") || type.ends_with("+xml")) return TextType::xhtml;
  if (type == "text" || type == "plain" || type.starts_with("text/")) return TextType::plain;
  return TextType::other;
}

bool has_elements(pugi::xml_node element) {
  const auto children = element.children();
  return std::any_of(children.begin(), children.end(), [](const auto& child) { return child.type() == pugi::node_element; });
}

// TypePad wraps escaped markup into a <div> of the feed.
bool has_only_divs(pugi::xml_node element) {
  for (auto node = next_element(element, element, true); node; node = next_element(node, element, true)) {
    if (std::string_view(node.name()) != "div") return false;
  }
  return true;
}

bool in_address(char c) { return is_word(c) || c == '-' || c == '.' || c == '+'; }

// Takes the first address out of `text`.
std::string take_address(std::string& text) {
  for (auto at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    auto begin = at;
    while (begin > 0 && in_address(text[begin - 1])) --begin;
    auto end = at + 1;
    while (end < text.size() && (is_word(text[end]) || text[end] == '-' || text[end] == '.')) ++end;
    while (end > at + 1 && text[end - 1] == '.') --end;
    if (begin == at || text.find('.', at) >= end) continue;
    if (text.compare(end, 9, "?subject=") == 0) end = std::min(text.find_first_of(" \t\r\n", end), text.size());
    std::string address = text.substr(begin, end - begin);
    text.erase(begin, end - begin);
    return address;
  }
  return {};
}

FeedPerson person_of(std::string text) {
  FeedPerson out;
  out.email = take_address(text);
  for (const auto left : {"()"sv, "<>"sv, "&lt;&gt;"sv}) {
    if (out.email.empty()) break;
    if (const auto at = text.find(left); at != text.npos) text.erase(at, left.size());
  }
  std::string_view name = without_space(text);
  if (!out.email.empty() && name.starts_with('(')) name.remove_prefix(1);
  if (!out.email.empty() && name.ends_with(')')) name.remove_suffix(1);
  out.name = without_space(name);
  return out;
}

}  // namespace

bool looks_like_html(std::string_view text) {
  bool speaks = false;
  for (std::size_t at = text.find_first_of("<&"); at != text.npos; at = text.find_first_of("<&", at + 1)) {
    const auto rest = text.substr(at);
    if (rest[0] == '&') {
      const auto reference = reference_at(rest);
      if (reference == Reference::unknown) return false;
      speaks = speaks || reference == Reference::known;
      continue;
    }
    const bool closing = rest.starts_with("</");
    std::size_t end = closing ? 2 : 1;
    const auto begin = end;
    while (end < rest.size() && end < 40 && is_word(rest[end])) ++end;
    if (end == begin) continue;
    if (!std::binary_search(kHtmlTags.begin(), kHtmlTags.end(), std::string_view(lower_ascii(rest.substr(begin, end - begin))))) return false;
    speaks = speaks || (closing && end < rest.size() && rest[end] == '>');
  }
  return speaks;
}

FeedText read_text(XmlTree& xml, pugi::xml_node element, TextDefault when_silent) {
  const std::string given = lower_ascii(xml.attribute(element, "type"));
  TextType type = type_named(given, when_silent);
  if (xml.attribute(element, "mode") == "base64" || type == TextType::other) {
    const std::string encoded = xml.text(element);
    auto decoded = base64_decoded(encoded);
    if (type == TextType::other && !decoded) return {};
    return {decoded.value_or(std::string(without_space(encoded))), type == TextType::html || type == TextType::xhtml};
  }
  // Markup that is not escaped, whatever it is said to be.
  const bool wrapped = type == TextType::html && has_only_divs(element);
  if (type == TextType::xhtml || (has_elements(element) && !wrapped)) return {std::string(without_space(xml.markup(element))), true};
  std::string value(without_space(xml.text(element)));
  const bool html = type == TextType::html || (when_silent != TextDefault::plain && looks_like_html(value));
  return {std::move(value), html};
}

FeedPerson read_person(XmlTree& xml, pugi::xml_node element) {
  if (!has_elements(element)) return person_of(xml.text(element));
  FeedPerson out;
  for (const auto& child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    const std::string name = xml.name_of(child).local;
    std::string value(without_space(xml.text(child)));
    if (name == "name") out.name = std::move(value);
    else if (name == "email") out.email = std::move(value);
    else if (name == "uri" || name == "url" || name == "homepage") out.url = std::move(value);
  }
  return out;
}

}  // namespace sayso
