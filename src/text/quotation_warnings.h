// The warnings of one document's quotation marks: the first thousand in words, the others counted.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sayso/document.h"

namespace sayso::quotation {

enum class Fault : std::uint8_t { unclosed, unopened, doubled, turned, mixed, stray, too_deep };
inline constexpr std::size_t kFaults = 7;

class Warnings {
 public:
  explicit Warnings(std::vector<Warning>& out) : out_(out) {}

  void add(Fault fault, Span span);
  // Sorts what was kept and says what was left out. Call once, at the end.
  void finish();

 private:
  std::vector<Warning>& out_;
  std::array<std::uint64_t, kFaults> left_out_{};
};

}  // namespace sayso::quotation
