// The feeds that are watched, and what became of their entries. Throws SqlFailure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "record/sql.h"
#include "sayso/watched_feed.h"

namespace sayso::record {

WatchedFeed feed_at(Connection& db, const std::string& url);
void keep_feed(Connection& db, WatchedFeed& feed);
std::optional<WatchedEntry> entry_of(Connection& db, std::int64_t feed, const std::string& key);
std::optional<WatchedEntry> entry_at(Connection& db, const std::string& url, const std::string& stamp);
void keep_entry(Connection& db, std::int64_t feed, const WatchedEntry& entry);

}  // namespace sayso::record
