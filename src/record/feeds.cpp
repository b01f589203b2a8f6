#include "record/feeds.h"

namespace sayso::record {
namespace {

std::optional<WatchedEntry> entry_in(Query& row) {
  if (!row.next()) return {};
  WatchedEntry out;
  out.key = row.text(0);
  out.stamp = row.text(1);
  out.url = row.text(2);
  out.done = row.integer(3) != 0;
  out.attempts = static_cast<std::uint32_t>(row.integer(4));
  out.document = row.integer_or_none(5).value_or(0);
  while (row.next()) {
  }
  return out;
}

}  // namespace

WatchedFeed feed_at(Connection& db, const std::string& url) {
  WatchedFeed out;
  out.url = url;
  Query& row = db.query(
      "SELECT id, title, etag, last_modified, polled, next_poll, not_before, failures, error FROM feeds WHERE url = $1");
  row.with({std::string_view(url)});
  if (!row.next()) return out;
  out.id = row.integer(0);
  out.title = row.text(1);
  out.etag = row.text(2);
  out.last_modified = row.text(3);
  out.polled = row.integer(4);
  out.next_poll = row.integer(5);
  out.not_before = row.integer(6);
  out.failures = static_cast<std::uint32_t>(row.integer(7));
  out.error = row.text(8);
  while (row.next()) {
  }
  return out;
}

void keep_feed(Connection& db, WatchedFeed& feed) {
  Query& row = db.query(
      "INSERT INTO feeds (url, title, etag, last_modified, polled, next_poll, not_before, failures, error) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (url) DO UPDATE SET title = excluded.title, etag = excluded.etag, "
      "last_modified = excluded.last_modified, polled = excluded.polled, next_poll = excluded.next_poll, "
      "not_before = excluded.not_before, failures = excluded.failures, error = excluded.error RETURNING id");
  row.with({std::string_view(feed.url), std::string_view(feed.title), std::string_view(feed.etag), std::string_view(feed.last_modified),
            feed.polled, feed.next_poll, feed.not_before, static_cast<std::int64_t>(feed.failures), std::string_view(feed.error)});
  if (row.next()) feed.id = row.integer(0);
  while (row.next()) {
  }
}

std::optional<WatchedEntry> entry_of(Connection& db, std::int64_t feed, const std::string& key) {
  return entry_in(db.query("SELECT key, stamp, url, done, attempts, document FROM feed_entries WHERE feed = $1 AND key = $2")
                      .with({feed, std::string_view(key)}));
}

std::optional<WatchedEntry> entry_at(Connection& db, const std::string& url, const std::string& stamp) {
  return entry_in(db.query("SELECT key, stamp, url, done, attempts, document FROM feed_entries "
                           "WHERE url = $1 AND stamp = $2 AND done = 1 AND document IS NOT NULL LIMIT 1")
                      .with({std::string_view(url), std::string_view(stamp)}));
}

void keep_entry(Connection& db, std::int64_t feed, const WatchedEntry& entry) {
  const std::optional<std::int64_t> document = entry.document == 0 ? std::nullopt : std::optional(entry.document);
  db.query("INSERT INTO feed_entries (feed, key, stamp, url, done, attempts, document) VALUES ($1, $2, $3, $4, $5, $6, $7) "
           "ON CONFLICT (feed, key) DO UPDATE SET stamp = excluded.stamp, url = excluded.url, done = excluded.done, "
           "attempts = excluded.attempts, document = excluded.document")
      .run({feed, std::string_view(entry.key), std::string_view(entry.stamp), std::string_view(entry.url),
            static_cast<std::int64_t>(entry.done), static_cast<std::int64_t>(entry.attempts), value_of(document)});
}

}  // namespace sayso::record
