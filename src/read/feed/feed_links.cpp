#include "read/feed/feed_links.h"

#include <algorithm>
#include <array>
#include <set>

#include "read/encoding.h"
#include "read/feed/xml_tree.h"
#include "read/guess_encoding.h"
#include "read/html_tree.h"
#include "read/url.h"
#include "text/ascii.h"

namespace sayso {
namespace {

using namespace std::literals;

bool is_feed_type(std::string_view type) {
  constexpr std::array kTypes = {"application/rss+xml"sv, "application/atom+xml"sv, "application/feed+json"sv, "application/rdf+xml"sv};
  const std::string plain = lower_ascii(type.substr(0, type.find(';')));
  return std::find(kTypes.begin(), kTypes.end(), plain) != kTypes.end();
}

// "alternate" among the words of a rel.
bool is_alternate(std::string_view rel) { return (" " + lower_ascii(rel) + " ").find(" alternate ") != std::string::npos; }

class Links {
 public:
  explicit Links(const std::string& base) : base_(base) {}
  void add(std::string_view url, std::string title) {
    std::string whole = resolve_url(base_, url);
    if (!whole.empty() && seen_.insert(whole).second) links_.push_back({std::move(whole), std::move(title)});
  }
  std::vector<FeedLink> take() { return std::move(links_); }

 private:
  const std::string& base_;
  std::set<std::string> seen_;
  std::vector<FeedLink> links_;
};

}  // namespace

bool looks_like_opml(std::string_view head) { return lower_ascii(head).find("<opml") != std::string::npos; }

Result<std::vector<FeedLink>> feeds_of_opml(std::string bytes, const std::string& url) {
  auto xml = XmlTree::parse(decode_bytes(std::move(bytes)).text);
  if (!xml) return tl::unexpected(xml.error());
  Links links(url);
  bool found = false;
  for (auto node = next_element(xml->root(), xml->root(), true); node; node = next_element(node, xml->root(), true)) {
    const auto name = xml->name_of(node).local;
    found = found || name == "opml";
    if (!found || name != "outline") continue;
    const std::string address = xml->attribute(node, "xmlurl");
    std::string title = xml->attribute(node, "title");
    if (title.empty()) title = xml->attribute(node, "text");
    if (!address.empty()) links.add(address, std::move(title));
  }
  if (!found) return tl::unexpected(Error{ErrorCode::malformed, {}, "is no list of feeds: it has no opml element"});
  return links.take();
}

Result<std::vector<FeedLink>> feeds_of_page(std::string bytes, std::string_view charset, const std::string& url) {
  const std::string label = usable_label(charset, bytes).empty() ? declared_charset(bytes) : std::string(charset);
  const auto page = HtmlTree::parse(decode_bytes(std::move(bytes), label).text);
  if (!page) return tl::unexpected(page.error());
  std::string base = url;
  for (std::uint32_t node = 0; node < page->size(); ++node) {
    if ((*page)[node].tag == HtmlTag::base) {
      base = resolve_url(url, page->attribute(node, HtmlAttribute::href));
      break;
    }
  }
  Links links(base);
  for (std::uint32_t node = 0; node < page->size(); ++node) {
    if ((*page)[node].tag != HtmlTag::link || !is_alternate(page->attribute(node, HtmlAttribute::rel))) continue;
    if (is_feed_type(page->attribute(node, HtmlAttribute::type))) links.add(page->attribute(node, HtmlAttribute::href), std::string(page->attribute(node, HtmlAttribute::title)));
  }
  return links.take();
}

}  // namespace sayso
