// Feeds, asked again and again -> what is new in the record.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "fetch/http_client.h"
#include "read/feed/feed.h"
#include "sayso/record.h"
#include "watch/clock.h"
#include "watch/schedule.h"

namespace sayso {

struct WatchOptions {
  std::vector<std::string> feeds;  // URLs of feeds, of pages that name theirs, of OPML lists; files of OPML
  std::chrono::seconds every{900};
  std::chrono::seconds pause{1};   // between two requests to one host
  bool once = false;               // ask each feed once and end
};

struct WatchEvent {
  enum class What { added, new_version, known, failed, news };
  What what = What::news;
  std::string where;    // a URL
  std::string message;  // of failures and news
  const Document* document = nullptr;  // what was added
  const Added* added = nullptr;
};

struct WatchTotals {
  std::size_t feeds = 0, entries = 0, added = 0, new_versions = 0, known = 0;
  std::size_t failed_feeds = 0, failed_articles = 0;
};

// One request at a time. An entry whose page cannot be had now is tried again with the next polls, four times; then, and where the server
// does not want to give it, the feed's own text is taken. Feeds, their validators and what became of their entries are kept in the
// record together with the documents, so that nothing is added twice.
// Pages are asked for once each, as a feed reader does for its readers; robots.txt, which is for those who follow links by
// themselves, is not asked. Servers that say 403, 429 or Retry-After are obeyed.
class Watcher {
 public:
  using Add = std::function<Result<Added>(const Document&)>;
  using Tell = std::function<void(const WatchEvent&)>;

  Watcher(WatchOptions options, HttpClient& http, Clock& clock, Record& record, Add add, Tell tell);

  // Until somebody stops it, or `once`. An error ends it: the record cannot be written.
  Result<WatchTotals> run();

 private:
  struct Subscription {
    WatchedFeed feed;
    bool over = false;      // a list or a page in whose place its feeds are watched; a feed that is gone
    bool untried = true;    // in this run
    bool warned = false;    // that its XML is broken
  };
  enum class Outcome { done, later, stopped };

  Result<void> subscribe_all();
  Result<void> subscribe(const std::string& url);
  void subscribe_to_file(const std::string& path);
  Subscription* next_due();
  std::int64_t due(const Subscription& subscription) const;

  Result<void> poll(Subscription& subscription);
  Result<void> take_response(Subscription& subscription, HttpResponse&& response);
  Result<void> take_page_or_list(Subscription& subscription, HttpResponse&& response, const Error& no_feed);
  Result<void> take_feed(Subscription& subscription, const Feed& feed, const HttpResponse& response);
  void fail(Subscription& subscription, std::string message, std::optional<std::chrono::seconds> retry_after = {});
  Result<void> keep(Subscription& subscription);

  Result<Outcome> take_entry(std::int64_t feed_id, const Feed& feed, const FeedEntry& entry);
  Result<Outcome> fetch_article(std::int64_t feed_id, const Feed& feed, const FeedEntry& entry, WatchedEntry& state);
  Result<Outcome> without_article(std::int64_t feed_id, const Feed& feed, const FeedEntry& entry, WatchedEntry& state, const std::string& reason);
  Result<Outcome> try_later(std::int64_t feed_id, WatchedEntry& state);
  Result<Outcome> put(std::int64_t feed_id, const Document& document, WatchedEntry& state);
  Result<HttpResponse> ask(const std::string& url);
  bool wait_for_host(const std::string& url);
  Result<void> recall_host(const std::string& url);
  Result<void> leave_alone(const std::string& url, std::chrono::seconds retry_after);
  void tell(WatchEvent::What what, const std::string& where, std::string message) const { tell_({what, where, std::move(message)}); }

  WatchOptions options_;
  HttpClient& http_;
  Clock& clock_;
  Record& record_;
  Add add_;
  Tell tell_;
  Hosts hosts_;
  std::deque<Subscription> subscriptions_;  // grows while lists are opened
  std::set<std::string> subscribed_;
  std::set<std::string> recalled_;  // hosts of which the record was asked whether they want to be left alone
  std::map<std::string, std::vector<Error>> unreached_;  // by host, in this poll
  WatchTotals totals_;
  bool stopped_ = false;
};

// What tells an entry: its id and URL, else a hash of its words.
std::string key_of_entry(const FeedEntry& entry);

}  // namespace sayso
