#include "read/html_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/words/word_set.h"

namespace sayso {
namespace {

using namespace std::literals;
using enum HtmlRole;

struct Named {
  std::string_view name;
  HtmlRole role;
};
// All others are ordinary.
constexpr Named kElements[] = {
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

// As in html_blocks.cpp; a cell of a table is parted from the next one by white space alone.
constexpr std::string_view kBreaks =
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul";

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

}  // namespace

HtmlElement element_named(std::string_view name) {
  static const auto elements = [] {
    WordMap<HtmlElement> out;
    for (const Named& one : kElements) out[one.name].role = one.role;
    for_each_word(kBreaks, [&](std::string_view word) { out[word].breaks = true; });
    return out;
  }();
  const HtmlElement* found = elements.find(name);
  return found == nullptr ? HtmlElement() : *found;
}

std::optional<HtmlAttribute> attribute_named(std::string_view name) {
  static const auto attributes = [] {
    WordMap<HtmlAttribute> out;
    for (const Attribute& one : kAttributes) out.add(one.name, one.attribute);
    return out;
  }();
  if (name.size() > kLongestAttribute) return {};
  if (const HtmlAttribute* found = attributes.find(name)) return *found;
  if (std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return {};
  std::array<char, kLongestAttribute> small;
  std::transform(name.begin(), name.end(), small.begin(), lower);
  const HtmlAttribute* found = attributes.find({small.data(), name.size()});
  return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace sayso
