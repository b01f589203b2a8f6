#include "record/document_key.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <filesystem>

namespace sayso::record {
namespace {

constexpr std::array kTrackers = {"utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ref_src", "ns_"};
// Inputs that hold many documents under one path.
constexpr std::array kContainers = {".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".warc", ".arc", ".zip", ".tar", ".mbox", ".xml", ".rss", ".atom"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; }

std::string without_trackers(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), one.size() + 1));
    const bool tracks = std::ranges::any_of(kTrackers, [&](const char* t) { return one.starts_with(t); });
    if (!one.empty() && !tracks) out.append(out.empty() ? "?" : "&").append(one);
  }
  return out;
}

bool is_container(const std::string& path) {
  std::string name = std::filesystem::path(path).filename().string();
  std::ranges::transform(name, name.begin(), lower);
  return std::ranges::any_of(kContainers, [&](const char* ending) { return name.find(ending) != std::string::npos; });
}

std::string file_key(const std::string& path) {
  std::error_code failed;
  const std::filesystem::path whole = std::filesystem::absolute(path, failed);
  return "file:" + (failed ? path : whole.lexically_normal().string());
}

// An index of PostgreSQL takes no keys of over 2,700 bytes.
std::string bounded(std::string key) {
  constexpr std::size_t kLongest = 1000;
  if (key.size() <= kLongest) return key;
  const std::uint64_t hash = XXH3_64bits(key.data(), key.size());
  key.resize(kLongest);
  return fmt::format("{}#{:016x}", key, hash);
}

std::string hex(std::int64_t hash) { return fmt::format("{:016x}", std::bit_cast<std::uint64_t>(hash)); }

}  // namespace

std::int64_t hash_of(const Document& document) {
  return std::bit_cast<std::int64_t>(XXH3_64bits(document.text.data(), document.text.size()));
}

std::string plain_url(std::string_view url) {
  url = url.substr(0, url.find('#'));
  if (const std::size_t scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
  const std::size_t host = std::min(url.find_first_of("/?"), url.size());
  std::string out(url.substr(0, host));
  std::ranges::transform(out, out.begin(), lower);
  if (out.starts_with("www.")) out.erase(0, 4);
  url.remove_prefix(host);
  const std::size_t query = url.find('?');
  out += url.substr(0, query);
  while (out.ends_with('/')) out.pop_back();
  if (query != url.npos) out += without_trackers(url.substr(query + 1));
  return out;
}

std::string key_of(const Document& document) {
  if (document.url && !document.url->empty()) return bounded("url:" + plain_url(*document.url));
  const std::string hash = hex(hash_of(document));
  if (!document.id.empty() && document.id != hash) return bounded(fmt::format("id:{}:{}", document.outlet.value_or(""), document.id));
  if (document.path.empty() || document.path == "-" || is_container(document.path)) return "text:" + hash;
  return bounded(file_key(document.path));
}

}  // namespace sayso::record
