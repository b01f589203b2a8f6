// The pieces that feeds are made of: texts, persons, links.
#pragma once

#include <string>
#include <string_view>

#include "read/feed/feed.h"
#include "read/feed/xml_tree.h"

namespace sayso {

// What an element's text is where nothing says so: RSS titles are said to be plain and often are HTML; summaries of RSS are HTML.
enum class TextDefault { plain, guess, html };

// A text construct: `type` and `mode` as Atom defines them, markup that stands in the element as it is, base64.
FeedText read_text(XmlTree& xml, pugi::xml_node element, TextDefault when_silent);

// A person construct, or the "name (address)", "address (name)", "name <address>" of RSS.
FeedPerson read_person(XmlTree& xml, pugi::xml_node element);

// Whether a text that is said to be plain is HTML: it has a closing tag or a reference, and no tag that is none of HTML.
bool looks_like_html(std::string_view text);

}  // namespace sayso
