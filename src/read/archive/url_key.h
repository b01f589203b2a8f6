// The key under which archives' indexes list a URL.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

// The "SURT" form: host turned round, without scheme, "www.", port 80 or 443, fragment; letters in lower case, the query's parts
// sorted: "http://www.Example.org/a?b=2&a=1#top" -> "org,example)/a?a=1&b=2".
std::string url_key(std::string_view url);

}  // namespace sayso
