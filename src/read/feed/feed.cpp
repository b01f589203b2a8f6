#include "read/feed/feed.h"

#include <algorithm>

#include "read/encoding.h"
#include "read/feed/feed_json.h"
#include "read/feed/feed_links.h"
#include "read/feed/feed_xml.h"
#include "read/feed/xml_tree.h"
#include "read/guess_encoding.h"
#include "read/html_entities.h"
#include "text/code_points.h"

namespace sayso {
namespace {

using namespace std::literals;

// The encoding of <?xml … encoding="…"?>; empty where there is none.
std::string declared_encoding(std::string_view bytes) {
  const auto head = bytes.substr(0, 512);
  const auto begin = head.find("<?xml");
  if (begin == head.npos) return {};
  const auto declaration = head.substr(begin, head.find("?>", begin) - begin);
  const auto at = declaration.find("encoding");
  if (at == declaration.npos) return {};
  const auto open = declaration.find_first_of("\"'", at);
  if (open == declaration.npos) return {};
  const auto close = declaration.find(declaration[open], open + 1);
  return close == declaration.npos ? std::string() : std::string(declaration.substr(open + 1, close - open - 1));
}

// Characters U+0080 to U+009F are none of texts: somebody took windows-1252 for ISO 8859-1.
std::string mended(std::string utf8) {
  const auto is_control = [&](std::size_t at) {
    return at + 1 < utf8.size() && utf8[at] == '\xc2' && static_cast<unsigned char>(utf8[at + 1]) < 0xA0;
  };
  std::size_t at = 0;
  while (at < utf8.size() && !is_control(at)) ++at;
  if (at == utf8.size()) return utf8;
  std::string out = utf8.substr(0, at);
  for (; at < utf8.size(); ++at) {
    if (is_control(at)) append_utf8(out, html_code_point(static_cast<unsigned char>(utf8[++at])));
    else out += utf8[at];
  }
  return out;
}

}  // namespace

Result<Feed> parse_feed(std::string bytes, const FeedOrigin& origin) {
  const std::string label = usable_label(origin.charset, bytes).empty() ? declared_encoding(bytes) : origin.charset;
  Decoded decoded = decode_bytes(std::move(bytes), label);
  decoded.text = mended(std::move(decoded.text));
  const auto first = decoded.text.find_first_not_of(" \t\r\n");
  Result<Feed> feed;
  if (first != std::string::npos && decoded.text[first] == '{') {
    feed = feed_of_json(decoded.text, origin.url);
  } else {
    const bool list = looks_like_opml(std::string_view(decoded.text).substr(0, 4096));
    auto xml = XmlTree::parse(std::move(decoded.text));
    if (!xml) return tl::unexpected(xml.error());
    auto found = feed_of_xml(*xml, origin.url);
    if (!found && list) return tl::unexpected(Error{ErrorCode::malformed, {}, "is a list of feeds, not a feed"});
    if (!found) return tl::unexpected(Error{ErrorCode::malformed, {}, "is no feed: it has no rss, rdf:RDF, feed or channel element"});
    feed = std::move(*found);
  }
  if (!feed) return feed;
  feed->encoding = std::move(decoded.encoding);
  feed->replaced = decoded.replaced;
  return feed;
}

}  // namespace sayso
