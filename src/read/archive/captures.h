// Which captures were seen, so that a revisit finds what it refers to.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace sayso {

// Holds a number for each capture under the hashes of its digest, and of its URL and date; no more than kMost captures, of
// which the first are kept.
class Captures {
 public:
  void add(std::string_view digest, std::string_view url, std::string_view date, std::uint64_t offset);
  // Where the capture begins that a revisit refers to.
  std::optional<std::uint64_t> find(std::string_view digest, std::string_view url, std::string_view date) const;

 private:
  static constexpr std::size_t kMost = 200'000;
  std::unordered_map<std::uint64_t, std::uint64_t> offsets_;
};

}  // namespace sayso
