// A feed as it says itself: RSS 0.9x, 1.0, 2.0, Atom 0.3 and 1.0, CDF, JSON Feed. Values are those that Python's feedparser documents
// for the same elements; docs/reading.md says which elements are read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/error.h"

namespace sayso {

struct FeedText {
  std::string value;
  bool html = false;
  bool empty() const { return value.empty(); }
};

struct FeedPerson {
  std::string name, email, url;
};

struct FeedDate {
  std::string written;                  // as it stands in the feed
  std::optional<std::string> day;       // YYYY-MM-DD, in the zone it was written in
  std::optional<std::int64_t> seconds;  // since 1970, UTC
};

// What feeds, entries and the sources of entries all have.
struct FeedItem {
  std::string id;
  std::string url;    // absolute where the feed's own URL is known
  FeedText title;
  FeedText summary;   // of a feed: its subtitle
  std::vector<FeedText> contents;
  std::vector<FeedPerson> authors;
  FeedDate published, updated, created;
  std::string language;  // a tag
};

struct FeedEntry : FeedItem {
  std::optional<FeedItem> source;  // the feed that it was taken from
};

struct Feed : FeedItem {
  std::vector<FeedEntry> entries;
  bool atom = false;      // whose authors are those of entries without any
  bool repaired = false;  // its XML was broken
  std::string encoding;
  std::uint32_t replaced = 0;  // bytes that could not be decoded
};

struct FeedOrigin {
  std::string url;      // against which relative links are resolved; may be empty
  std::string charset;  // as HTTP says it
};

// Errors: malformed, where it is no feed; too_large. XML and JSON are told apart by their first character.
Result<Feed> parse_feed(std::string bytes, const FeedOrigin& origin = {});

// A date in one of the forms that feeds use: RFC 822 and 3339, W3C, ISO 8601, asctime, some of other languages.
FeedDate feed_date(std::string_view written);

}  // namespace sayso
