#include "read/html_names.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace sayso {
namespace {

using namespace std::literals;
using enum HtmlRole;

struct Element {
  std::string_view name;
  HtmlRole role;
};
// All others are ordinary.
constexpr Element kElements[] = {
    {"address", special}, {"applet", barrier}, {"area", no_tag}, {"article", special}, {"aside", special},
    {"b", no_tag}, {"base", never_nests}, {"big", no_tag}, {"blockquote", special}, {"body", never_nests},
    {"br", never_nests}, {"button", special}, {"center", special}, {"code", no_tag}, {"col", never_nests},
    {"colgroup", never_nests}, {"dd", never_nests}, {"details", special}, {"dir", special}, {"div", special},
    {"dl", special}, {"dt", never_nests}, {"em", no_tag}, {"embed", no_tag}, {"fieldset", special},
    {"figcaption", special}, {"figure", special}, {"font", no_tag}, {"footer", special}, {"form", special},
    {"frame", no_tag}, {"frameset", no_tag}, {"h1", special}, {"h2", special}, {"h3", special}, {"h4", special},
    {"h5", special}, {"h6", special}, {"head", never_nests}, {"header", special}, {"hgroup", special},
    {"hr", never_nests}, {"html", never_nests}, {"i", no_tag}, {"iframe", nothing}, {"image", no_tag},
    {"img", no_tag}, {"input", no_tag}, {"keygen", no_tag}, {"li", never_nests}, {"link", never_nests},
    {"listing", special}, {"main", special}, {"marquee", barrier}, {"math", nothing}, {"menu", special}, {"meta", never_nests},
    {"nav", special}, {"nobr", no_tag}, {"noembed", nothing}, {"noframes", nothing}, {"object", barrier}, {"ol", special},
    {"optgroup", never_nests}, {"option", never_nests}, {"p", never_nests}, {"param", no_tag},
    {"plaintext", no_tag}, {"pre", special}, {"s", no_tag}, {"script", raw}, {"section", special},
    {"select", special}, {"small", no_tag}, {"source", no_tag}, {"strike", no_tag}, {"strong", no_tag},
    {"style", nothing}, {"summary", special}, {"svg", nothing}, {"table", barrier}, {"tbody", never_nests}, {"td", never_nests},
    {"template", barrier}, {"textarea", nothing}, {"tfoot", never_nests}, {"th", never_nests}, {"thead", never_nests},
    {"title", raw}, {"tr", never_nests}, {"track", no_tag}, {"tt", no_tag}, {"u", no_tag}, {"ul", special},
    {"wbr", no_tag}, {"xmp", raw}};

struct Attribute {
  std::string_view name;
  HtmlAttribute attribute;
};
constexpr Attribute kAttributes[] = {
    {"aria-hidden", HtmlAttribute::aria_hidden},
    {"cite", HtmlAttribute::cite},
    {"class", HtmlAttribute::class_},
    {"content", HtmlAttribute::content},
    {"data-bluesky-uri", HtmlAttribute::data_bluesky_uri},
    {"data-embed-url", HtmlAttribute::data_embed_url},
    {"data-href", HtmlAttribute::data_href},
    {"data-instgrm-permalink", HtmlAttribute::data_instgrm_permalink},
    {"data-text-post-permalink", HtmlAttribute::data_text_post_permalink},
    {"datetime", HtmlAttribute::datetime},
    {"hidden", HtmlAttribute::hidden},
    {"href", HtmlAttribute::href},
    {"id", HtmlAttribute::id},
    {"itemprop", HtmlAttribute::itemprop},
    {"lang", HtmlAttribute::lang},
    {"name", HtmlAttribute::name},
    {"property", HtmlAttribute::property},
    {"rel", HtmlAttribute::rel},
    {"role", HtmlAttribute::role},
    {"style", HtmlAttribute::style},
    {"title", HtmlAttribute::title},
    {"type", HtmlAttribute::type},
    {"xml:lang", HtmlAttribute::xml_lang}};

constexpr std::size_t kLongestAttribute = 24;
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Names are looked up by their first letter: few share it, and sizes are compared before letters are.
template <class Named, std::size_t N>
class ByLetter {
 public:
  explicit ByLetter(const Named (&all)[N]) {
    for (const Named& one : all) letters_[index(one.name)].push_back(&one);
  }
  const Named* find(std::string_view name) const {
    if (name.empty() || !is_small(name[0])) return nullptr;
    for (const Named* one : letters_[index(name)]) {
      if (one->name == name) return one;
    }
    return nullptr;
  }

 private:
  static std::size_t index(std::string_view name) { return static_cast<std::size_t>(name[0] - 'a'); }
  std::array<std::vector<const Named*>, 26> letters_;
};

}  // namespace

HtmlRole role_of(std::string_view name) {
  static const ByLetter elements(kElements);
  const Element* found = elements.find(name);
  return found == nullptr ? ordinary : found->role;
}

std::optional<HtmlAttribute> attribute_named(std::string_view name) {
  static const ByLetter attributes(kAttributes);
  if (name.size() > kLongestAttribute) return {};
  std::array<char, kLongestAttribute> small;
  std::transform(name.begin(), name.end(), small.begin(), lower);
  const Attribute* found = attributes.find({small.data(), name.size()});
  return found == nullptr ? std::nullopt : std::optional(found->attribute);
}

}  // namespace sayso
