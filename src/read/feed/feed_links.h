// Where feeds are: in OPML lists, and in pages that name theirs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sayso/error.h"

namespace sayso {

struct FeedLink {
  std::string url;
  std::string title;
};

// What an OPML list names, in its order, each once; folders are opened. Errors: malformed, where it is none; too_large.
Result<std::vector<FeedLink>> feeds_of_opml(std::string bytes, const std::string& url = {});

// The feeds that a page names with <link rel="alternate">, in its order; `url`: of the page.
Result<std::vector<FeedLink>> feeds_of_page(std::string bytes, std::string_view charset, const std::string& url);

bool looks_like_opml(std::string_view head);

}  // namespace sayso
