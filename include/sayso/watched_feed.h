// A feed that is watched, as the record keeps it.
#pragma once

#include <cstdint>
#include <string>

namespace sayso {

struct WatchedFeed {
  std::int64_t id = 0;
  std::string url;
  std::string title;
  std::string etag, last_modified;  // of what was read last
  std::int64_t polled = 0;          // seconds since 1970, UTC; 0: never
  std::int64_t next_poll = 0;
  std::int64_t not_before = 0;      // the server asked for that
  std::uint32_t failures = 0;       // in a row
  std::string error;                // the last one; empty where the last poll went well
};

// What became of an entry.
struct WatchedEntry {
  std::string key;    // its id and URL, or a hash
  std::string stamp;  // changes when the feed says that the entry has changed
  std::string url;
  bool done = false;  // added, or given up; else it is tried again
  std::uint32_t attempts = 0;
  std::int64_t document = 0;  // its number in the record; 0: none
};

}  // namespace sayso
