// RSS, Atom and CDF.
#pragma once

#include <optional>
#include <string>

#include "read/feed/feed.h"
#include "read/feed/xml_tree.h"

namespace sayso {

// Nothing where no element of it is a feed's. `url`: where it comes from, may be empty.
std::optional<Feed> feed_of_xml(XmlTree& xml, const std::string& url);

}  // namespace sayso
