#include "record/wording.h"

#include <xxhash.h>

namespace sayso::record {

std::optional<std::int64_t> wording_of(const std::vector<std::string>& words) {
  constexpr std::size_t kFewestWords = 4;
  if (words.size() < kFewestWords) return std::nullopt;
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "" : " ").append(word);
  return static_cast<std::int64_t>(XXH3_64bits(all.data(), all.size()) >> 18);  // 46 bits, of which Buckets keeps 32 beside an id
}

}  // namespace sayso::record
