#include "read/archive/captures.h"

#include <xxhash.h>

namespace sayso {
namespace {

std::uint64_t key_of(std::string_view digest) { return XXH3_64bits(digest.data(), digest.size()); }

std::uint64_t key_of(std::string_view url, std::string_view date) {
  return XXH3_64bits_withSeed(url.data(), url.size(), XXH3_64bits(date.data(), date.size()));
}

}  // namespace

void Captures::add(std::string_view digest, std::string_view url, std::string_view date, std::uint64_t offset) {
  if (offsets_.size() >= 2 * kMost) return;
  if (!digest.empty()) offsets_.try_emplace(key_of(digest), offset);
  offsets_.try_emplace(key_of(url, date), offset);
}

std::optional<std::uint64_t> Captures::find(std::string_view digest, std::string_view url, std::string_view date) const {
  auto found = digest.empty() ? offsets_.end() : offsets_.find(key_of(digest));
  if (found == offsets_.end()) found = offsets_.find(key_of(url, date));
  return found == offsets_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sayso
