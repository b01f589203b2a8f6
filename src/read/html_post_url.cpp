#include "read/html_post_url.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sayso {
namespace {

using namespace std::literals;

struct Url {
  std::string host;                     // small letters, without "www." and "m."
  std::vector<std::string_view> parts;  // of the path, at most six
};

std::optional<Url> split(std::string_view url) {
  const auto scheme = url.find("//");
  if (scheme == url.npos || scheme > 6) return {};
  url.remove_prefix(scheme + 2);
  const auto end = std::min(url.find_first_of("/?#"), url.size());
  Url out{std::string(url.substr(0, end)), {}};
  for (char& c : out.host) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const auto prefix : {"www."sv, "m."sv, "mobile."sv}) {
    if (out.host.starts_with(prefix)) out.host.erase(0, prefix.size());
  }
  url = url.substr(end, url.find_first_of("?#", end) - end);
  while (!url.empty() && out.parts.size() < 6) {
    const auto slash = std::min(url.find('/'), url.size());
    if (slash > 0) out.parts.push_back(url.substr(0, slash));
    url.remove_prefix(std::min(url.size(), slash + 1));
  }
  return out;
}

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == text.npos; }

bool is(const Url& url, std::size_t part, std::initializer_list<std::string_view> words) {
  return part < url.parts.size() && std::find(words.begin(), words.end(), url.parts[part]) != words.end();
}

std::string account(std::string_view part) { return std::string(part.starts_with('@') ? part.substr(1) : part); }

}  // namespace

std::optional<PostAddress> post_address(std::string_view text) {
  const auto url = split(text);
  if (!url || url->parts.empty()) return {};
  const auto& host = url->host;
  const auto& parts = url->parts;
  if (host == "youtu.be" || (host == "youtube.com" && is(*url, 0, {"watch", "shorts", "live"}))) return PostAddress{};
  if (parts.size() < 2) return {};
  if ((host == "twitter.com" || host == "x.com") && is(*url, 1, {"status", "statuses"})) return PostAddress{account(parts[0])};
  if (host == "instagram.com" && is(*url, 0, {"p", "reel", "tv"})) return PostAddress{};
  if (host == "facebook.com" && is(*url, 1, {"posts", "photos", "videos"})) {
    return PostAddress{all_digits(parts[0]) ? std::string() : account(parts[0])};
  }
  if (host == "tiktok.com" && is(*url, 1, {"video", "photo"})) return PostAddress{account(parts[0])};
  if (host == "bsky.app" && is(*url, 0, {"profile"}) && is(*url, 2, {"post"})) {
    return PostAddress{parts[1].starts_with("did:") ? std::string() : account(parts[1])};
  }
  if ((host == "threads.net" || host == "threads.com") && is(*url, 1, {"post"})) return PostAddress{account(parts[0])};
  // Mastodon's servers are many: the path has their form.
  if (parts[0].starts_with('@') && all_digits(parts[1])) return PostAddress{account(parts[0]) + "@" + host};
  return {};
}

}  // namespace sayso
