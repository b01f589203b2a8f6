#include "read/archive/url_key.h"

#include <algorithm>
#include <vector>

namespace sayso {
namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string joined(const std::vector<std::string_view>& parts, char between) {
  std::string out;
  for (const auto& part : parts) {
    if (&part != parts.data()) out += between;
    out += part;
  }
  return out;
}

// "www." and "www2." in front of a host.
std::string_view without_www(std::string_view host) {
  if (!host.starts_with("www")) return host;
  auto rest = host.substr(3);
  while (!rest.empty() && rest[0] >= '0' && rest[0] <= '9') rest.remove_prefix(1);
  return rest.starts_with('.') && rest.find('.', 1) != rest.npos ? rest.substr(1) : host;
}

std::string host_key(std::string_view host) {
  host.remove_prefix(host.rfind('@') == host.npos ? 0 : host.rfind('@') + 1);
  std::string_view port;
  const auto colon = host.rfind(':');
  if (colon != host.npos && host.find(']') == host.npos) {
    port = host.substr(colon);
    host = host.substr(0, colon);
  }
  if (port == ":80" || port == ":443") port = {};
  host = without_www(host);
  if (host.ends_with('.')) host.remove_suffix(1);
  const bool numbers = host.find_first_not_of("0123456789.") == host.npos || host.starts_with('[');
  auto parts = split(host, '.');
  if (!numbers) std::reverse(parts.begin(), parts.end());
  return (numbers ? std::string(host) : joined(parts, ',')) + std::string(port);
}

}  // namespace

std::string url_key(std::string_view url) {
  std::string lower(url.substr(0, url.find('#')));
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  std::string_view rest = lower;
  const auto scheme = rest.find("://");
  if (scheme == rest.npos && rest.find(':') != rest.npos && rest.find('.') == rest.npos) return lower;  // urn:…
  if (scheme != rest.npos) rest.remove_prefix(scheme + 3);
  const auto host_end = std::min(rest.find_first_of("/?"), rest.size());
  std::string out = host_key(rest.substr(0, host_end)) + ")";
  rest.remove_prefix(host_end);
  auto path = rest.substr(0, rest.find('?'));
  if (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  out += path.empty() ? "/" : path;
  if (rest.find('?') == rest.npos) return out;
  auto query = split(rest.substr(rest.find('?') + 1), '&');
  std::sort(query.begin(), query.end());
  const std::string sorted = joined(query, '&');
  return sorted.empty() ? out : out + "?" + sorted;
}

}  // namespace sayso
