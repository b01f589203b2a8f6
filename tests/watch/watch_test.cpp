#include "watch/watcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <map>

namespace sayso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::int64_t kBegin = 1'732'100'000;

// Time passes only where somebody waits.
class TestClock final : public Clock {
 public:
  std::int64_t now() override { return now_; }
  bool wait_until(std::int64_t then) override {
    now_ = std::max(now_, std::min(then, stop_at));
    return now_ < stop_at;
  }
  std::int64_t stop_at = kBegin + 1'000'000'000;

 private:
  std::int64_t now_ = kBegin;
};

struct Asked {
  std::string url, etag;
  std::int64_t at;
};

class TestHttp final : public HttpClient {
 public:
  explicit TestHttp(TestClock& clock) : clock_(clock) {}

  Result<HttpResponse> get(const HttpRequest& request) override {
    asked.push_back({request.url, request.etag, clock_.now() - kBegin});
    if (stop_at == request.url) clock_.stop_at = clock_.now();
    auto& answers = answers_[request.url];
    if (answers.empty()) return tl::unexpected(Error{ErrorCode::unreadable, request.url, "no such host"});
    auto answer = answers.front();
    if (answers.size() > 1) answers.pop_front();
    if (answer.url.empty()) answer.url = request.url;
    if (answer.status == 0) return tl::unexpected(Error{ErrorCode::unreadable, request.url, "did not answer in time"});
    if (!answer.etag.empty() && answer.etag == request.etag) answer.status = 304;
    return answer;
  }

  // The last answer is given again and again.
  HttpResponse& answer(const std::string& url, int status, std::string body = {}, std::string type = "text/html") {
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    response.type = std::move(type);
    return answers_[url].emplace_back(std::move(response));
  }
  void forget(const std::string& url) { answers_.erase(url); }

  std::vector<std::string> urls() const {
    std::vector<std::string> out;
    for (const Asked& one : asked) out.push_back(one.url);
    return out;
  }

  std::vector<Asked> asked;
  std::string stop_at;  // whoever asks for this stops the watch

 private:
  TestClock& clock_;
  std::map<std::string, std::deque<HttpResponse>> answers_;
};

std::string item(const std::string& url, const std::string& more = {}) {
  return "<item><title>Ferry</title><link>" + url + "</link><guid>" + url + "</guid>" + more + "</item>";
}
std::string rss(const std::string& items) { return "<rss><channel><title>Hill Herald</title>" + items + "</channel></rss>"; }
std::string page(const std::string& text) { return "<html><head><title>Ferry</title></head><body><article><p>" + text + "</p></article></body></html>"; }

class Watch : public testing::Test {
 protected:
  Watch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "sayso-watch-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    folder_ = pattern;
  }
  ~Watch() override { std::filesystem::remove_all(folder_); }

  WatchTotals run(WatchOptions options = {}) {
    options.once = options.once || !forever_;
    if (options.feeds.empty()) options.feeds = {kFeed};
    auto record = Record::open(folder_ + "/said.db", RecordAccess::write);
    EXPECT_TRUE(record) << record.error().message;
    documents_.clear();
    told_.clear();
    const auto add = [&](const Document& document) {
      documents_.push_back(document);
      return record->add(document, {}, "test");
    };
    const auto tell = [&](const WatchEvent& event) {
      if (!event.message.empty()) told_.push_back(event.where + " " + event.message);
    };
    Watcher watcher(options, http_, clock_, *record, add, tell);
    const auto totals = watcher.run();
    EXPECT_TRUE(totals) << totals.error().message;
    return totals.value_or(WatchTotals{});
  }
  WatchTotals run_forever(std::int64_t seconds, WatchOptions options = {}) {
    forever_ = true;
    clock_.stop_at = clock_.now() + seconds;
    return run(options);
  }
  std::vector<std::int64_t> times(const std::string& url) const {
    std::vector<std::int64_t> out;
    for (const Asked& one : http_.asked) {
      if (one.url == url) out.push_back(one.at);
    }
    return out;
  }

  const std::string kFeed = "http://herald.example/feed";
  const std::string kOne = "http://herald.example/1", kTwo = "http://herald.example/2";
  std::string folder_;
  TestClock clock_;
  TestHttp http_{clock_};
  std::vector<Document> documents_;
  std::vector<std::string> told_;
  bool forever_ = false;
};

TEST_F(Watch, new_articles_are_added_once_also_behind_a_restart) {
  http_.answer(kFeed, 200, rss(item(kTwo) + item(kOne)), "application/rss+xml").etag = "\"1\"";
  http_.answer(kOne, 200, page("It sails on, she said, and will go on to do so all summer."));
  http_.answer(kTwo, 200, page("It does not."));
  EXPECT_EQ(run().added, 2u);
  ASSERT_THAT(documents_, SizeIs(2));
  EXPECT_THAT(documents_[0].text, HasSubstr("It sails on, she said"));
  EXPECT_EQ(documents_[0].url, kOne);
  EXPECT_EQ(documents_[0].outlet, "Hill Herald");
  EXPECT_EQ(documents_[0].path, kOne);
  EXPECT_THAT(http_.urls(), ElementsAre(kFeed, kOne, kTwo));
  EXPECT_EQ(run().added, 0u);
  EXPECT_THAT(http_.urls(), ElementsAre(kFeed, kOne, kTwo, kFeed));
  EXPECT_EQ(http_.asked.back().etag, "\"1\"");
}

TEST_F(Watch, a_changing_etag_adds_nothing) {
  for (int i = 0; i < 3; ++i) http_.answer(kFeed, 200, rss(item(kOne))).etag = "\"" + std::to_string(i) + "\"";
  http_.answer(kOne, 200, page("It sails."));
  EXPECT_EQ(run().added + run().added + run().added, 1u);
  EXPECT_EQ(times(kOne).size(), 1u);
}

TEST_F(Watch, what_stands_twice_is_asked_for_once) {
  http_.answer(kFeed, 200, rss(item(kOne) + item(kOne) + "<item><guid>" + kOne + "</guid><title>Ferry</title><link>" + kTwo + "</link></item>"));
  http_.answer("http://herald.example/all", 200, rss(item(kOne)));
  http_.answer(kOne, 200, page("It sails."));
  http_.answer(kTwo, 200, page("It does not."));
  WatchOptions options;
  options.feeds = {kFeed, "http://herald.example/all", kFeed};
  EXPECT_EQ(run(options).added, 2u);
  EXPECT_EQ(times(kOne).size(), 1u);
  EXPECT_EQ(times(kFeed).size(), 1u);
}

TEST_F(Watch, a_changed_entry_is_a_new_version) {
  http_.answer(kFeed, 200, rss(item(kOne)));
  http_.answer(kFeed, 200, rss(item(kOne, "<updated xmlns='http://www.w3.org/2005/Atom'>2024-11-21T00:00:00Z</updated>")));
  http_.answer(kOne, 200, page("It sails."));
  http_.answer(kOne, 200, page("It has sailed."));
  EXPECT_EQ(run().added, 1u);
  EXPECT_EQ(run().new_versions, 1u);
  EXPECT_EQ(run().new_versions, 0u);
}

TEST_F(Watch, one_host_has_its_pauses) {
  http_.answer(kFeed, 200, rss(item(kOne) + item(kTwo) + item("http://echo.example/3")));
  for (const auto& url : {kOne, kTwo, std::string("http://echo.example/3")}) http_.answer(url, 200, page("It sails: " + url));
  WatchOptions options;
  options.pause = std::chrono::seconds(7);
  run(options);
  std::vector<std::int64_t> at;
  for (const Asked& one : http_.asked) at.push_back(one.at);
  EXPECT_THAT(http_.urls(), ElementsAre(kFeed, "http://echo.example/3", kTwo, kOne));
  EXPECT_THAT(at, ElementsAre(0, 0, 7, 14));
}

TEST_F(Watch, polls_by_the_interval_with_jitter) {
  http_.answer(kFeed, 200, rss(""));
  run_forever(36'000);
  const auto at = times(kFeed);
  ASSERT_GE(at.size(), 36u);
  ASSERT_LE(at.size(), 45u);
  std::set<std::int64_t> gaps;
  for (std::size_t i = 1; i < at.size(); ++i) {
    EXPECT_GE(at[i] - at[i - 1], 810);
    EXPECT_LE(at[i] - at[i - 1], 990);
    gaps.insert(at[i] - at[i - 1]);
  }
  EXPECT_GT(gaps.size(), 5u);
}

TEST_F(Watch, a_feed_that_fails_is_asked_less_and_less) {
  http_.answer(kFeed, 500);
  const auto totals = run_forever(10 * 86400);
  const auto at = times(kFeed);
  std::vector<double> gaps;
  for (std::size_t i = 1; i < at.size(); ++i) gaps.push_back(static_cast<double>(at[i] - at[i - 1]));
  ASSERT_GE(gaps.size(), 9u);
  EXPECT_NEAR(gaps[0], 1800, 181);
  EXPECT_NEAR(gaps[3], 14400, 1441);
  EXPECT_NEAR(gaps[8], 86400, 8641);
  EXPECT_EQ(totals.failed_feeds, at.size());
  EXPECT_THAT(told_.at(0), HasSubstr("answers with status 500"));
}

TEST_F(Watch, who_says_retry_after_is_left_alone_also_by_the_next_run) {
  http_.answer(kFeed, 429).retry_after = std::chrono::seconds(7200);
  http_.answer(kFeed, 200, rss(""));
  http_.answer("http://herald.example/sports", 200, rss(""));
  WatchOptions options;
  options.feeds = {kFeed, "http://herald.example/sports"};
  EXPECT_EQ(run(options).failed_feeds, 1u);
  EXPECT_THAT(http_.urls(), ElementsAre(kFeed));  // the other feed is at the same host
  EXPECT_THAT(told_, ElementsAre(HasSubstr("asked for too often (429)"), HasSubstr("asked to be left alone for 7200 s")));
  run();
  EXPECT_THAT(http_.urls(), ElementsAre(kFeed));
  run_forever(8000);
  ASSERT_GE(http_.asked.size(), 2u);
  EXPECT_GE(http_.asked[1].at, 7200);
}

TEST_F(Watch, the_next_run_leaves_the_whole_host_alone) {
  http_.answer(kFeed, 429).retry_after = std::chrono::seconds(7200);
  http_.answer("http://herald.example/sports", 200, rss(""));
  run();
  WatchOptions options;
  options.feeds = {"http://herald.example/sports"};
  run(options);
  EXPECT_THAT(http_.urls(), ElementsAre(kFeed));
  EXPECT_THAT(told_, ElementsAre(HasSubstr("asked to be left alone for 7200 s")));
}

TEST_F(Watch, an_article_that_says_retry_after_counts_for_its_host) {
  http_.answer(kFeed, 200, rss(item("http://echo.example/1")));
  http_.answer("http://echo.example/1", 429).retry_after = std::chrono::seconds(7200);
  run();
  run();
  EXPECT_EQ(times("http://echo.example/1").size(), 1u);
  EXPECT_EQ(times(kFeed).size(), 2u);
}

TEST_F(Watch, feeds_of_one_host_take_turns) {
  WatchOptions options;
  options.every = std::chrono::seconds(1);
  for (const auto* name : {"a", "b", "c"}) {
    options.feeds.push_back(std::string("http://herald.example/") + name);
    http_.answer(options.feeds.back(), 200, rss(""));
  }
  run_forever(9, options);
  for (const auto& feed : options.feeds) EXPECT_GE(times(feed).size(), 2u) << feed;
}

TEST_F(Watch, what_is_at_no_web_address_is_taken_from_the_feed) {
  http_.answer(kFeed, 200, rss(item("javascript:alert(1)", "<description>It sails.</description>")));
  EXPECT_EQ(run().added, 1u);
  EXPECT_EQ(documents_[0].url, std::nullopt);
  EXPECT_EQ(documents_[0].warnings.back().code, "article-not-fetched");
  EXPECT_THAT(told_, ElementsAre(HasSubstr("is at no http or https URL; what the feed has of it is taken")));
}

TEST_F(Watch, pages_that_are_served_as_plain_text) {
  http_.answer(kFeed, 200, rss(item(kTwo) + item(kOne)));
  http_.answer(kOne, 200, page("It sails."), "text/plain");
  http_.answer(kTwo, 200, "It does not.", "text/plain");
  EXPECT_EQ(run().added, 2u);
  EXPECT_EQ(documents_[0].text, "It sails.");
  EXPECT_EQ(documents_[1].text, "It does not.");
}

TEST_F(Watch, an_article_that_cannot_be_had_now_is_tried_again) {
  http_.answer(kFeed, 200, rss(item(kTwo) + item(kOne, "<description>Torvald said it sails.</description>"))).etag = "\"1\"";
  http_.answer(kOne, 503);
  http_.answer(kTwo, 200, page("It does not."));
  const auto first = run();
  EXPECT_EQ(first.added, 1u);
  EXPECT_EQ(first.failed_articles, 0u);
  run();
  EXPECT_EQ(http_.asked[3].etag, "");  // with it, the server would say that there is nothing new
  run();
  EXPECT_EQ(run().added, 1u);
  ASSERT_THAT(documents_, SizeIs(1));
  EXPECT_EQ(documents_[0].text, "Ferry\n\nTorvald said it sails.");
  EXPECT_EQ(documents_[0].warnings.back().code, "article-not-fetched");
  EXPECT_EQ(times(kOne).size(), 4u);
  EXPECT_EQ(times(kTwo).size(), 1u);
  run();
  EXPECT_EQ(times(kOne).size(), 4u);
  EXPECT_EQ(run().added, 0u);
  EXPECT_EQ(http_.asked.back().etag, "\"1\"");
}

TEST_F(Watch, a_host_that_is_down_is_asked_twice_a_poll) {
  std::string items;
  for (int i = 0; i < 5; ++i) items += item("http://echo.example/" + std::to_string(i), "<description>One.</description>");
  http_.answer(kFeed, 200, rss(items));
  for (unsigned i = 1; i < 4; ++i) {
    EXPECT_EQ(run().added, 0u);
    EXPECT_EQ(http_.asked.size(), 3 * i);
  }
  EXPECT_EQ(run().added, 5u);
}

TEST_F(Watch, what_a_server_will_not_give_is_taken_from_the_feed) {
  http_.answer(kFeed, 200, rss(item(kOne, "<description>Torvald said it sails.</description>") + "<item><link>" + kTwo + "</link></item>" +
                               "<item><title>A note without a link</title></item>"));
  http_.answer(kOne, 403);
  http_.answer(kTwo, 200, "%PDF", "application/pdf");
  const auto totals = run();
  EXPECT_EQ(totals.added, 2u);
  EXPECT_EQ(totals.failed_articles, 2u);
  EXPECT_THAT(told_, ElementsAre(HasSubstr("is application/pdf, no page"), HasSubstr("answers with status 403; what the feed has of it is taken")));
  run();
  EXPECT_EQ(times(kOne).size(), 1u);
  EXPECT_EQ(times(kTwo).size(), 1u);
}

TEST_F(Watch, the_fuller_text_is_taken) {
  http_.answer(kFeed, 200, rss(item(kOne, "<content:encoded>&lt;p&gt;Torvald said it sails, and that it would go on to sail all summer.&lt;/p&gt;</content:encoded>")));
  http_.answer(kOne, 200, page("Subscribe!"));
  run();
  ASSERT_THAT(documents_, SizeIs(1));
  EXPECT_THAT(documents_[0].text, HasSubstr("all summer"));
}

TEST_F(Watch, lists_and_pages_stand_for_their_feeds) {
  http_.answer("http://lists.example/all.opml", 200, "<opml><body><outline xmlUrl='" + kFeed + "'/><outline xmlUrl='ftp://x/'/></body></opml>", "text/xml");
  http_.answer("http://herald.example/", 200, "<html><head><link rel=alternate type='application/rss+xml' href=feed></head></html>");
  http_.answer("http://echo.example/", 200, page("no feed here"));
  http_.answer(kFeed, 200, rss(""));
  std::ofstream(folder_ + "/list.opml") << "<opml><body><outline><outline xmlUrl='http://echo.example/'/></outline></body></opml>";
  WatchOptions options;
  options.feeds = {"http://lists.example/all.opml", "http://herald.example/", folder_ + "/list.opml", folder_ + "/none.opml", "ftp://x/"};
  const auto totals = run(options);
  EXPECT_EQ(times(kFeed).size(), 1u);
  EXPECT_EQ(totals.failed_feeds, 3u);
  EXPECT_THAT(told_, testing::Contains(HasSubstr("is a list of 1 feeds")));
  EXPECT_THAT(told_, testing::Contains(HasSubstr("names the feed " + kFeed)));
  EXPECT_THAT(told_, testing::Contains(HasSubstr("none.opml no such file")));
}

TEST_F(Watch, moved_and_gone) {
  auto& moved = http_.answer(kFeed, 200, rss(""));
  moved.url = moved.moved_to = "http://new.example/feed";
  http_.answer(kFeed, 410);
  run();
  EXPECT_THAT(told_, ElementsAre(HasSubstr("has moved for good to http://new.example/feed")));
  run_forever(86400);
  EXPECT_EQ(times(kFeed).size(), 2u);
  EXPECT_THAT(told_, ElementsAre(HasSubstr("is gone (410)")));
}

TEST_F(Watch, a_stop_in_the_middle_loses_nothing) {
  http_.answer(kFeed, 200, rss(item(kTwo) + item(kOne))).etag = "\"1\"";
  http_.answer(kOne, 200, page("It sails."));
  http_.answer(kTwo, 200, page("It does not."));
  http_.stop_at = kTwo;
  EXPECT_EQ(run().added, 1u);
  http_.stop_at.clear();
  clock_.stop_at += 1'000'000;
  EXPECT_EQ(run().added, 1u);
  EXPECT_EQ(times(kOne).size(), 1u);
  EXPECT_EQ(times(kTwo).size(), 2u);
}

TEST(Schedule, next_poll) {
  WatchedFeed feed;
  feed.url = "http://herald.example/feed";
  const auto after = [&](std::uint32_t failures, std::optional<std::chrono::seconds> retry = {}) {
    feed.failures = failures;
    return next_poll(feed, kBegin, std::chrono::seconds(900), retry) - kBegin;
  };
  EXPECT_NEAR(static_cast<double>(after(0)), 900, 91);
  EXPECT_NEAR(static_cast<double>(after(2)), 3600, 361);
  EXPECT_NEAR(static_cast<double>(after(4'000'000'000)), 86400, 8641);
  EXPECT_EQ(after(0, std::chrono::seconds(5000)), 5000);
}

TEST(Schedule, hosts) {
  EXPECT_EQ(host_of("HTTP://user:pass@Herald.Example:8080/a@b?c"), "herald.example:8080");
  EXPECT_EQ(host_of("herald"), "");
  Hosts hosts(std::chrono::seconds(2));
  EXPECT_EQ(hosts.free_at("http://a.example/"), 0);
  hosts.asked("http://a.example/1", 100);
  EXPECT_EQ(hosts.free_at("http://A.example/2"), 102);
  EXPECT_EQ(hosts.free_at("http://b.example/"), 0);
  hosts.leave_alone("http://a.example/", 500);
  EXPECT_EQ(hosts.free_at("http://a.example/"), 500);
  EXPECT_TRUE(hosts.is_left_alone("http://a.example/", 499));
  EXPECT_FALSE(hosts.is_left_alone("http://a.example/", 500));
}

}  // namespace
}  // namespace sayso
