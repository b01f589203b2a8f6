// What becomes of the entries of a feed.
#include <fmt/format.h>
#include <xxhash.h>

#include <utility>

#include "read/url.h"
#include "watch/article.h"
#include "watch/watcher.h"

namespace sayso {
namespace {

using What = WatchEvent::What;

constexpr std::uint32_t kMostAttempts = 4;
constexpr std::size_t kMostUnreached = 2;

// Feeds say with these that an entry has changed; the rest of it often changes for no reason.
std::string stamp_of(const FeedEntry& entry) {
  const std::string text = entry.updated.written + "\n" + entry.title.value;
  return fmt::format("{:016x}", XXH3_64bits(text.data(), text.size()));
}

}  // namespace

Result<Watcher::Outcome> Watcher::take_entry(std::int64_t feed_id, const Feed& feed, const FeedEntry& entry) {
  const std::string key = key_of_entry(entry);
  auto kept = record_.watched_entry(feed_id, key);
  if (!kept) return tl::unexpected(kept.error());
  WatchedEntry state = kept->value_or(WatchedEntry{});
  const std::string stamp = stamp_of(entry);
  if (state.done && state.stamp == stamp) return Outcome::done;
  if (state.stamp != stamp) state.attempts = 0;
  state.key = key;
  state.stamp = stamp;
  state.url = entry.url;
  state.done = false;
  if (!is_web_url(entry.url)) return without_article(feed_id, feed, entry, state, entry.url.empty() ? "" : "is at no http or https URL");
  // Another feed of the same outlet may have had it.
  auto other = record_.watched_entry_at(entry.url, stamp);
  if (!other) return tl::unexpected(other.error());
  if (!*other) return fetch_article(feed_id, feed, entry, state);
  state.done = true;
  state.document = (*other)->document;
  if (auto done = record_.keep(feed_id, state); !done) return tl::unexpected(done.error());
  return Outcome::done;
}

bool Watcher::wait_for_host(const std::string& url) { return clock_.wait_until(hosts_.free_at(url)); }

// A host that could not be reached twice is not asked again in that poll: with a time-out for each entry it would hold up all others.
Result<HttpResponse> Watcher::ask(const std::string& url) {
  std::vector<Error>& failures = unreached_[host_of(url)];
  if (failures.size() >= kMostUnreached) return tl::unexpected(failures.back());
  hosts_.asked(url, clock_.now());
  auto response = http_.get({url, {}, {}});
  if (!response && response.error().code == ErrorCode::unreadable) failures.push_back(response.error());
  return response;
}

Result<Watcher::Outcome> Watcher::fetch_article(std::int64_t feed_id, const Feed& feed, const FeedEntry& entry, WatchedEntry& state) {
  if (auto done = recall_host(entry.url); !done) return tl::unexpected(done.error());
  if (hosts_.is_left_alone(entry.url, clock_.now())) return Outcome::later;
  if (!wait_for_host(entry.url)) return Outcome::stopped;
  auto response = ask(entry.url);
  if (!clock_.wait_until(0)) return Outcome::stopped;
  std::string reason;
  bool temporary = false;
  if (!response) {
    reason = response.error().message;
    temporary = response.error().code == ErrorCode::unreadable || response.error().code == ErrorCode::malformed;
  } else if (response->status == 200) {
    auto document = document_of_article(std::move(*response), feed, entry);
    if (document) return put(feed_id, *document, state);
    reason = document.error().message;
  } else {
    const int status = response->status;
    if (response->retry_after && (status == 429 || status == 503)) {
      if (auto done = leave_alone(entry.url, *response->retry_after); !done) return tl::unexpected(done.error());
    }
    reason = fmt::format("answers with status {}", status);
    temporary = status == 408 || status == 425 || status == 429 || status >= 500;
  }
  if (temporary && state.attempts + 1 < kMostAttempts) {
    tell(What::news, entry.url, reason + "; it is tried again with the next polls");
    return try_later(feed_id, state);
  }
  return without_article(feed_id, feed, entry, state, reason);
}

Result<Watcher::Outcome> Watcher::try_later(std::int64_t feed_id, WatchedEntry& state) {
  ++state.attempts;
  if (auto done = record_.keep(feed_id, state); !done) return tl::unexpected(done.error());
  return Outcome::later;
}

Result<Watcher::Outcome> Watcher::without_article(std::int64_t feed_id, const Feed& feed, const FeedEntry& entry, WatchedEntry& state,
                                                  const std::string& reason) {
  const auto document = document_without_article(feed, entry, reason);
  if (!reason.empty()) {
    ++totals_.failed_articles;
    tell(What::failed, entry.url, reason + (document ? "; what the feed has of it is taken" : ""));
  }
  if (document) return put(feed_id, *document, state);
  state.done = true;
  if (auto done = record_.keep(feed_id, state); !done) return tl::unexpected(done.error());
  return Outcome::done;
}

// The document and that its entry is done become lasting together.
Result<Watcher::Outcome> Watcher::put(std::int64_t feed_id, const Document& document, WatchedEntry& state) {
  const auto added = add_(document);
  if (!added) return tl::unexpected(added.error());
  state.done = true;
  state.document = added->document;
  if (auto done = record_.keep(feed_id, state); !done) return tl::unexpected(done.error());
  if (auto done = record_.commit(); !done) return tl::unexpected(done.error());
  const bool is_new = added->outcome == Added::Outcome::added;
  const bool changed = added->outcome == Added::Outcome::new_version;
  totals_.added += is_new;
  totals_.new_versions += changed;
  totals_.known += !is_new && !changed;
  tell_({is_new ? What::added : changed ? What::new_version : What::known, document.path, {}, &document, &*added});
  return Outcome::done;
}

}  // namespace sayso
