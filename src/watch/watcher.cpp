#include "watch/watcher.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "read/bytes.h"
#include "read/feed/feed_links.h"
#include "read/url.h"
#include "watch/article.h"

namespace sayso {
namespace {

using What = WatchEvent::What;

constexpr std::size_t kLargestList = std::size_t{8} << 20;
constexpr std::size_t kMostFeeds = 10'000;
constexpr std::int64_t kNever = std::int64_t{1} << 50;

std::string status_text(int status) {
  switch (status) {
    case 401: return "asks for a password (401)";
    case 403: return "is forbidden (403)";
    case 404: return "is not found (404)";
    case 410: return "is gone (410)";
    case 429: return "was asked for too often (429)";
    case 503: return "is out of service for now (503)";
    default: return fmt::format("answers with status {}", status);
  }
}

}  // namespace

Watcher::Watcher(WatchOptions options, HttpClient& http, Clock& clock, Record& record, Add add, Tell tell)
    : options_(std::move(options)),
      http_(http),
      clock_(clock),
      record_(record),
      add_(std::move(add)),
      tell_(std::move(tell)),
      hosts_(options_.pause) {}

Result<WatchTotals> Watcher::run() {
  if (auto done = subscribe_all(); !done) return tl::unexpected(done.error());
  while (Subscription* subscription = next_due()) {
    if (!clock_.wait_until(due(*subscription))) break;
    if (auto done = poll(*subscription); !done) return tl::unexpected(done.error());
    if (stopped_) break;
  }
  return totals_;
}

Result<void> Watcher::subscribe_all() {
  for (const std::string& input : options_.feeds) {
    if (!is_web_url(input)) {
      subscribe_to_file(input);
    } else if (auto done = subscribe(input); !done) {
      return done;
    }
  }
  return {};
}

Result<void> Watcher::subscribe(const std::string& url) {
  if (subscribed_.size() >= kMostFeeds || !subscribed_.insert(url).second) return {};
  if (auto done = recall_host(url); !done) return done;
  auto feed = record_.watched_feed(url);
  if (!feed) return tl::unexpected(feed.error());
  if (options_.once) feed->next_poll = 0;
  // The interval may be shorter now than when it was asked last.
  else if (feed->failures == 0) feed->next_poll = std::min(feed->next_poll, feed->polled + options_.every.count());
  subscriptions_.push_back({std::move(*feed)});
  return {};
}

void Watcher::subscribe_to_file(const std::string& path) {
  const auto failed = [&](const std::string& message) {
    ++totals_.failed_feeds;
    tell(What::failed, path, message);
  };
  if (path.find("://") != path.npos) return failed("is no http or https URL");
  auto file = open_bytes(path);
  auto bytes = file ? read_all(**file, kLargestList) : tl::unexpected(file.error());
  if (!bytes) return failed(bytes.error().message);
  auto links = feeds_of_opml(std::move(*bytes));
  if (!links) return failed(links.error().message);
  for (const FeedLink& link : *links) {
    if (!is_web_url(link.url)) failed(fmt::format("names {}, which is no http or https URL", link.url));
    else if (auto done = subscribe(link.url); !done) failed(done.error().message);
  }
}

std::int64_t Watcher::due(const Subscription& subscription) const {
  return std::max({subscription.feed.next_poll, subscription.feed.not_before, hosts_.free_at(subscription.feed.url)});
}

// A host that asked to be left alone stands among the feeds, under an address without a scheme, which no feed has.
Result<void> Watcher::leave_alone(const std::string& url, std::chrono::seconds retry_after) {
  const std::int64_t until = clock_.now() + retry_after.count();
  hosts_.leave_alone(url, until);
  auto host = record_.watched_feed("//" + host_of(url));
  if (!host) return tl::unexpected(host.error());
  host->not_before = std::max(host->not_before, until);
  return record_.keep(*host);
}

Result<void> Watcher::recall_host(const std::string& url) {
  if (!recalled_.insert(host_of(url)).second) return {};
  const auto host = record_.watched_feed("//" + host_of(url));
  if (!host) return tl::unexpected(host.error());
  hosts_.leave_alone(url, host->not_before);
  return {};
}

// The feed that is to be asked first, of several that are due at once the one that waits longest; null where none is left.
Watcher::Subscription* Watcher::next_due() {
  Subscription* first = nullptr;
  for (Subscription& one : subscriptions_) {
    if (one.over || (options_.once && !one.untried)) continue;
    const std::int64_t until = std::max(one.feed.not_before, hosts_.free_at(one.feed.url));
    if (options_.once && (one.feed.not_before > clock_.now() || hosts_.is_left_alone(one.feed.url, clock_.now()))) {
      one.untried = false;
      tell(What::news, one.feed.url, fmt::format("asked to be left alone for {} s more", until - clock_.now()));
      continue;
    }
    if (first == nullptr || std::pair(due(one), one.feed.next_poll) < std::pair(due(*first), first->feed.next_poll)) first = &one;
  }
  return first;
}

Result<void> Watcher::poll(Subscription& subscription) {
  WatchedFeed& feed = subscription.feed;
  totals_.feeds += std::exchange(subscription.untried, false);
  const std::int64_t now = clock_.now();
  hosts_.asked(feed.url, now);
  auto response = http_.get({feed.url, feed.etag, feed.last_modified});
  if (!clock_.wait_until(0)) {
    stopped_ = true;
    return {};
  }
  feed.polled = now;
  if (!response) {
    fail(subscription, response.error().message);
    return keep(subscription);
  }
  return take_response(subscription, std::move(*response));
}

Result<void> Watcher::take_response(Subscription& subscription, HttpResponse&& response) {
  WatchedFeed& feed = subscription.feed;
  if (response.status == 304) {
    feed.failures = 0;
    feed.error.clear();
    feed.next_poll = next_poll(feed, clock_.now(), options_.every, response.retry_after);
    return keep(subscription);
  }
  if (response.status != 200) {
    const bool asked = response.status == 429 || response.status == 503;
    if (asked && response.retry_after) {
      if (auto done = leave_alone(feed.url, *response.retry_after); !done) return done;
    }
    fail(subscription, status_text(response.status), response.retry_after);
    subscription.over = response.status == 410;
    return keep(subscription);
  }
  auto parsed = parse_feed(response.body, {response.url, response.charset});
  if (!parsed) return take_page_or_list(subscription, std::move(response), parsed.error());
  if (!response.moved_to.empty() && response.moved_to != feed.url) {
    tell(What::news, feed.url, "has moved for good to " + response.moved_to);
  }
  if (parsed->repaired && !std::exchange(subscription.warned, true)) tell(What::news, feed.url, "has broken XML; what can be read of it is read");
  return take_feed(subscription, *parsed, response);
}

// A list of feeds, or a page: its feeds are watched in its place.
Result<void> Watcher::take_page_or_list(Subscription& subscription, HttpResponse&& response, const Error& no_feed) {
  const bool list = looks_like_opml(std::string_view(response.body).substr(0, 4096));
  const auto links = list ? feeds_of_opml(std::move(response.body), response.url)
                          : feeds_of_page(std::move(response.body), response.charset, response.url);
  std::vector<std::string> found;
  for (const FeedLink& link : links ? *links : std::vector<FeedLink>()) {
    if (is_web_url(link.url) && link.url != subscription.feed.url) found.push_back(link.url);
  }
  if (found.empty()) {
    fail(subscription, no_feed.message);
    return keep(subscription);
  }
  // Of a page the first: the others are its sections and comments.
  if (!list) found.resize(1);
  subscription.over = true;
  tell(What::news, subscription.feed.url, list ? fmt::format("is a list of {} feeds", found.size()) : "names the feed " + found.front());
  for (const std::string& url : found) {
    if (auto done = subscribe(url); !done) return done;
  }
  return {};
}

Result<void> Watcher::take_feed(Subscription& subscription, const Feed& feed, const HttpResponse& response) {
  WatchedFeed& kept = subscription.feed;
  kept.title = feed.title.value;
  kept.failures = 0;
  kept.error.clear();
  if (auto done = keep(subscription); !done) return done;  // it has its number now
  bool all_done = true;
  unreached_.clear();
  std::set<std::string> seen;
  // Oldest first, as the record keeps them.
  for (auto entry = feed.entries.rbegin(); entry != feed.entries.rend(); ++entry) {
    if (!seen.insert(key_of_entry(*entry)).second) continue;
    ++totals_.entries;
    const auto outcome = take_entry(kept.id, feed, *entry);
    if (!outcome) return tl::unexpected(outcome.error());
    stopped_ = *outcome == Outcome::stopped;
    if (stopped_) return {};
    all_done = all_done && *outcome == Outcome::done;
  }
  // With validators the server would say next time that there is nothing new, and what is to be tried again would be lost.
  kept.etag = all_done ? response.etag : "";
  kept.last_modified = all_done ? response.last_modified : "";
  kept.next_poll = next_poll(kept, clock_.now(), options_.every, response.retry_after);
  return keep(subscription);
}

void Watcher::fail(Subscription& subscription, std::string message, std::optional<std::chrono::seconds> retry_after) {
  WatchedFeed& feed = subscription.feed;
  ++feed.failures;
  ++totals_.failed_feeds;
  feed.next_poll = next_poll(feed, clock_.now(), options_.every, retry_after);
  feed.not_before = retry_after ? clock_.now() + retry_after->count() : 0;
  feed.error = message;
  tell(What::failed, feed.url, std::move(message));
}

Result<void> Watcher::keep(Subscription& subscription) {
  if (auto done = record_.keep(subscription.feed); !done) return done;
  return record_.commit();
}

std::string key_of_entry(const FeedEntry& entry) {
  constexpr std::size_t kLongest = 1000;  // bytes; an index of PostgreSQL takes no more than 2,700
  const bool named = !entry.id.empty() || !entry.url.empty();
  const std::string words = named ? entry.id + "\n" + entry.url : entry.title.value + "\n" + entry.summary.value;
  if (named && words.size() <= kLongest) return words;
  return fmt::format("{:016x}", XXH3_64bits(words.data(), words.size()));
}

}  // namespace sayso
