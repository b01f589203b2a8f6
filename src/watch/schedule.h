// When a feed is asked again.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/watched_feed.h"

namespace sayso {

// From `now`: the interval, doubled for each failure in a row, at most a day, never before `retry_after`; up to a tenth of it earlier
// or later, by the feed's URL and the time, so that many feeds do not come at once and a run can be repeated.
std::int64_t next_poll(const WatchedFeed& feed, std::int64_t now, std::chrono::seconds every, std::optional<std::chrono::seconds> retry_after);

// Requests to one host have at least `pause` between them, and none is made before a host that asked to be left alone has to be asked.
class Hosts {
 public:
  explicit Hosts(std::chrono::seconds pause) : pause_(pause.count()) {}
  std::int64_t free_at(std::string_view url) const;
  void asked(std::string_view url, std::int64_t now);
  void leave_alone(std::string_view url, std::int64_t until);
  // Whether the host asked for that, and until later than `now`.
  bool is_left_alone(std::string_view url, std::int64_t now) const;

 private:
  struct Host {
    std::int64_t last = 0, until = 0;
  };
  std::int64_t pause_;
  std::map<std::string, Host, std::less<>> hosts_;
};

// "herald.example:8080" of a URL, in small letters.
std::string host_of(std::string_view url);

}  // namespace sayso
