// An entry of a feed and the page that it leads to -> a document.
#pragma once

#include <optional>
#include <string>

#include "fetch/http_client.h"
#include "read/feed/feed.h"
#include "sayso/document.h"
#include "sayso/error.h"

namespace sayso {

// The page's article; what it does not say of itself (title, authors, day, outlet, language) is the entry's. Where the feed has more of
// the text than the page shows, the feed's. Errors: not_text for what is no page; as of readers.
Result<Document> document_of_article(HttpResponse&& response, const Feed& feed, const FeedEntry& entry);

// What the feed itself has of the entry, with the warning `article-not-fetched` for that `reason`; nothing where it has no text.
std::optional<Document> document_without_article(const Feed& feed, const FeedEntry& entry, const std::string& reason);

}  // namespace sayso
