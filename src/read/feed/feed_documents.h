// The entries of a feed -> documents.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "read/document_source.h"
#include "read/feed/feed.h"

namespace sayso {

// An entry's text: its content, else its summary, else its title alone, the latter two with the warning `summary-only`. Nothing where it has
// none of these. The outlet is the feed's title, or that of the feed it was taken from. `id`: the entry's own, else its URL.
std::optional<Result<Document>> document_of_entry(const Feed& feed, const FeedEntry& entry);

std::unique_ptr<DocumentSource> feed_documents(std::unique_ptr<ByteSource> bytes, std::string path, const ReadOptions& options);

}  // namespace sayso
