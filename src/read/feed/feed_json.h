// JSON Feed 1.0 and 1.1.
#pragma once

#include <string>
#include <string_view>

#include "read/feed/feed.h"

namespace sayso {

// `utf8` must be valid. Errors: malformed, where it is broken or no feed.
Result<Feed> feed_of_json(std::string_view utf8, const std::string& url);

}  // namespace sayso
