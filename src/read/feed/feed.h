// A feed as it says itself: RSS 0.9x, 1.0, 2.0, Atom 0.3 and 1.0, CDF, JSON Feed. Values are those that Python's feedparser documents
// for the same elements; docs/reading.md says which elements are read.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/written_date.h"
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

// What feeds, entries and the sources of entries all have.
struct FeedItem {
  std::string id;
  std::string url;    // absolute where the feed's own URL is known
  FeedText title;
  FeedText summary;   // of a feed: its subtitle
  std::vector<FeedText> contents;
  std::vector<FeedPerson> authors;
  WrittenDate published, updated, created;
  std::string language;  // a tag
};

struct FeedEntry : FeedItem {
  std::unique_ptr<FeedItem> source;  // the feed that it was taken from; mostly none
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

}  // namespace sayso
