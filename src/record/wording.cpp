#include "record/wording.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xxhash.h>

#include "record/words.h"

namespace sayso::record {

std::optional<std::int64_t> wording_of(std::string_view content) {
  constexpr std::size_t kFewestWords = 4;
  const std::vector<std::string> words = words_of(content);
  if (words.size() < kFewestWords) return std::nullopt;
  const std::string all = fmt::format("{}", fmt::join(words, " "));
  return static_cast<std::int64_t>(XXH3_64bits(all.data(), all.size()) >> 17);  // 47 bits: six bytes in SQLite
}

}  // namespace sayso::record
