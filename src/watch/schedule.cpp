#include "watch/schedule.h"

#include <xxhash.h>

#include <algorithm>

#include "text/ascii.h"

namespace sayso {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::uint32_t kMostDoublings = 12;

}  // namespace

std::int64_t next_poll(const WatchedFeed& feed, std::int64_t now, std::chrono::seconds every, std::optional<std::chrono::seconds> retry_after) {
  const std::int64_t interval = std::max<std::int64_t>(every.count(), 1);
  const std::int64_t longest = std::max(interval, kDay);
  const std::int64_t wait = std::min(interval << std::min(feed.failures, kMostDoublings), longest);
  const auto chance = static_cast<std::int64_t>(XXH3_64bits_withSeed(feed.url.data(), feed.url.size(), static_cast<XXH64_hash_t>(now)) % 2001);
  const std::int64_t jittered = wait + wait * (chance - 1000) / 10'000;
  return now + std::max(jittered, retry_after ? retry_after->count() : 0);
}

std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == url.npos) return {};
  auto host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const auto at = host.rfind('@'); at != host.npos) host.remove_prefix(at + 1);
  return lower_ascii(host);
}

std::int64_t Hosts::free_at(std::string_view url) const {
  const auto found = hosts_.find(host_of(url));
  return found == hosts_.end() ? 0 : std::max(found->second.last + pause_, found->second.until);
}

void Hosts::asked(std::string_view url, std::int64_t now) { hosts_[host_of(url)].last = now; }

void Hosts::leave_alone(std::string_view url, std::int64_t until) {
  auto& host = hosts_[host_of(url)];
  host.until = std::max(host.until, until);
}

bool Hosts::is_left_alone(std::string_view url, std::int64_t now) const {
  const auto found = hosts_.find(host_of(url));
  return found != hosts_.end() && found->second.until > now;
}

}  // namespace sayso
