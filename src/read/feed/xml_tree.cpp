#include "read/feed/xml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "read/url.h"
#include "text/ascii.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::size_t kMaxBytes = std::size_t{32} << 20;
constexpr std::ptrdiff_t kMaxPieces = 1'000'000;  // "<" and "=": what the parser makes nodes of
constexpr std::size_t kMaxPrefixes = 64;
constexpr int kMaxAncestors = 64;  // that are asked for xml:base and xml:lang

struct KnownSpace {
  std::string_view uri;  // lower case
  XmlSpace space;
};

constexpr std::array kSpaces = {
    KnownSpace{"http://www.w3.org/2005/atom"sv, XmlSpace::core},
    KnownSpace{"http://purl.org/atom/ns#"sv, XmlSpace::core},
    KnownSpace{"http://purl.org/rss/1.0/"sv, XmlSpace::core},
    KnownSpace{"http://my.netscape.com/rdf/simple/0.9/"sv, XmlSpace::core},
    KnownSpace{"http://backend.userland.com/rss"sv, XmlSpace::core},
    KnownSpace{"http://backend.userland.com/rss2"sv, XmlSpace::core},
    KnownSpace{"http://blogs.law.harvard.edu/tech/rss"sv, XmlSpace::core},
    KnownSpace{"http://purl.org/rss/1.0/modules/rss091#"sv, XmlSpace::core},
    KnownSpace{"http://purl.org/rss/1.0/modules/content/"sv, XmlSpace::content},
    KnownSpace{"http://purl.org/dc/elements/1.1/"sv, XmlSpace::dc},
    KnownSpace{"http://purl.org/dc/terms/"sv, XmlSpace::dcterms},
    KnownSpace{"http://www.itunes.com/dtds/podcast-1.0.dtd"sv, XmlSpace::itunes},
    KnownSpace{"http://example.com/dtds/podcast-1.0.dtd"sv, XmlSpace::itunes},
    KnownSpace{"http://search.yahoo.com/mrss"sv, XmlSpace::media},
    KnownSpace{"http://search.yahoo.com/mrss/"sv, XmlSpace::media},
    KnownSpace{"http://www.w3.org/1999/02/22-rdf-syntax-ns#"sv, XmlSpace::rdf},
    KnownSpace{"http://www.w3.org/1999/xhtml"sv, XmlSpace::xhtml}};

// For prefixes that nobody declared.
constexpr std::array kUsualPrefixes = {
    KnownSpace{"atom"sv, XmlSpace::core},     KnownSpace{"rss"sv, XmlSpace::core},     KnownSpace{"content"sv, XmlSpace::content},
    KnownSpace{"dc"sv, XmlSpace::dc},         KnownSpace{"dcterms"sv, XmlSpace::dcterms}, KnownSpace{"itunes"sv, XmlSpace::itunes},
    KnownSpace{"media"sv, XmlSpace::media},   KnownSpace{"rdf"sv, XmlSpace::rdf},      KnownSpace{"xhtml"sv, XmlSpace::xhtml}};

template <std::size_t N>
XmlSpace space_in(const std::array<KnownSpace, N>& known, std::string_view name) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownSpace& one) { return one.uri == name; });
  return found == known.end() ? XmlSpace::other : found->space;
}

std::string_view local_of(std::string_view name) {
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else out += c;
  }
}

// Elements that HTML knows without an end tag; all others have one there, also where they are empty.
bool is_void(std::string_view name) {
  constexpr std::array kVoid = {"area"sv, "base"sv, "br"sv,   "col"sv,   "embed"sv,  "hr"sv,    "img"sv,
                                "input"sv, "link"sv, "meta"sv, "param"sv, "source"sv, "track"sv, "wbr"sv};
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

// Calls for each node below `top` in document order, and with `leaving` behind each element.
template <class Use>
void walk(pugi::xml_node top, Use use) {
  pugi::xml_node node = top.first_child();
  while (node) {
    use(node, false);
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != top && !node.next_sibling()) {
      use(node, true);
      node = node.parent();
    }
    if (!node || node == top) return;
    use(node, true);
    node = node.next_sibling();
  }
}

}  // namespace

Result<XmlTree> XmlTree::parse(std::string utf8) {
  const auto too_large = [](std::string message) { return tl::unexpected(Error{ErrorCode::too_large, {}, std::move(message)}); };
  if (utf8.size() > kMaxBytes) return too_large(fmt::format("feed larger than {} bytes", kMaxBytes));
  const auto is_piece = [](char c) { return c == '<' || c == '='; };
  if (std::count_if(utf8.begin(), utf8.end(), is_piece) > kMaxPieces) return too_large(fmt::format("more than {} tags and attributes", kMaxPieces));
  constexpr unsigned kFlags = pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_eol | pugi::parse_doctype | pugi::parse_fragment;
  XmlTree tree;
  const auto load = [&](std::string_view text) {
    tree.source_.assign(text.begin(), text.end());
    return tree.document_.load_buffer_inplace(tree.source_.data(), tree.source_.size(), kFlags, pugi::encoding_utf8);
  };
  auto told = load(utf8);
  if (!told) {
    tree.repaired_ = true;
    told = load(repaired_xml(utf8));
  }
  if (told.status == pugi::status_out_of_memory) return too_large("more than the memory that there is");
  tree.has_base_ = utf8.find("base=") != utf8.npos || utf8.find("base =") != utf8.npos;
  for (const auto& node : tree.document_.children()) {
    if (node.type() == pugi::node_doctype) tree.references_.declare(node.value());
  }
  tree.learn_prefixes();
  return tree;
}

// The prefixes of the document as a whole: nearly all stand in the first elements, and none means two things in real feeds.
void XmlTree::learn_prefixes() {
  walk(document_, [&](pugi::xml_node node, bool leaving) {
    if (leaving || prefixes_.size() >= kMaxPrefixes) return;
    for (const auto& attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (!name.starts_with("xmlns:")) continue;
      const XmlSpace space = space_in(kSpaces, lower_ascii(attribute.value()));
      const std::string prefix = lower_ascii(name.substr(6));
      const auto same = [&](const auto& known) { return known.first == prefix; };
      if (prefixes_.size() < kMaxPrefixes && std::none_of(prefixes_.begin(), prefixes_.end(), same)) prefixes_.emplace_back(prefix, space);
    }
  });
}

XmlName XmlTree::name_of(pugi::xml_node element) const {
  const std::string name = lower_ascii(element.name());
  const auto colon = name.find(':');
  if (colon == name.npos) return {XmlSpace::core, name};
  const std::string_view prefix = std::string_view(name).substr(0, colon);
  const auto declared = std::find_if(prefixes_.begin(), prefixes_.end(), [&](const auto& known) { return known.first == prefix; });
  return {declared == prefixes_.end() ? space_in(kUsualPrefixes, prefix) : declared->second, name.substr(colon + 1)};
}

std::string XmlTree::attribute(pugi::xml_node element, std::string_view name) {
  for (const auto& one : element.attributes()) {
    if (lower_ascii(local_of(one.name())) == name && !std::string_view(one.name()).starts_with("xmlns")) return references_.decoded(one.value());
  }
  return {};
}

std::string XmlTree::text(pugi::xml_node element) {
  std::string out;
  walk(element, [&](pugi::xml_node node, bool leaving) {
    if (leaving) return;
    if (node.type() == pugi::node_pcdata) references_.append_decoded(out, node.value());
    if (node.type() == pugi::node_cdata) out += node.value();
  });
  return out;
}

std::string XmlTree::markup(pugi::xml_node element) {
  std::string out;
  walk(element, [&](pugi::xml_node node, bool leaving) {
    if (node.type() == pugi::node_element) {
      if (leaving && is_void(local_of(node.name()))) return;
      out += leaving ? "</" : "<";
      out += local_of(node.name());
      for (const auto& one : leaving ? pugi::xml_object_range<pugi::xml_attribute_iterator>({}, {}) : node.attributes()) {
        if (std::string_view(one.name()).starts_with("xmlns")) continue;
        out += fmt::format(" {}=\"", one.name());
        for (const char c : std::string_view(one.value())) c == '"' ? out += "&quot;" : out += c;
        out += '"';
      }
      out += '>';
    } else if (!leaving && node.type() == pugi::node_pcdata) {
      out += node.value();
    } else if (!leaving && node.type() == pugi::node_cdata) {
      append_escaped(out, node.value());
    }
  });
  return out;
}

std::string XmlTree::base_of(pugi::xml_node element, const std::string& url) {
  if (!has_base_) return url;
  std::vector<std::string> bases;
  for (int i = 0; element && i < kMaxAncestors; element = element.parent(), ++i) {
    auto base = attribute(element, "base");
    if (!base.empty()) bases.push_back(std::move(base));
  }
  std::string out = url;
  for (auto base = bases.rbegin(); base != bases.rend(); ++base) out = resolve_url(out, *base);
  return out;
}

std::string XmlTree::language_of(pugi::xml_node element) {
  for (int i = 0; element && i < kMaxAncestors; element = element.parent(), ++i) {
    auto language = attribute(element, "lang");
    if (!language.empty()) return language;
  }
  return {};
}

pugi::xml_node next_element(pugi::xml_node element, pugi::xml_node top, bool descend) {
  const auto first_element = [](pugi::xml_node node) {
    while (node && node.type() != pugi::node_element) node = node.next_sibling();
    return node;
  };
  if (descend) {
    if (const auto child = first_element(element.first_child())) return child;
  }
  while (element && element != top) {
    if (const auto sibling = first_element(element.next_sibling())) return sibling;
    element = element.parent();
  }
  return {};
}

}  // namespace sayso
