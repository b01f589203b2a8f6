// For any processor: four lanes, as SSE2 and NEON have.
#include <utility>

#include "model/kernels/kernels.h"

namespace sayso::portable {

constexpr int kLanes = 4;
constexpr int kTileRegisters = 8;
constexpr const char* kName = "portable";
using Sums = std::int32_t __attribute__((vector_size(16)));
constexpr int kSumLanes = 4;
constexpr int kByteRows = 2;

inline Sums dot4(Sums sums, std::uint32_t four, const std::int8_t* w) {
  for (int lane = 0; lane < 4; ++lane)
    for (int k = 0; k < 4; ++k) sums[lane] += static_cast<std::int32_t>(four >> 8 * k & 0xFF) * w[4 * lane + k];
  return sums;
}

using Ints = std::int32_t __attribute__((vector_size(16)));

inline void store_low_bytes(std::uint8_t* q, Ints whole) {
  for (int i = 0; i < 4; ++i) q[i] = static_cast<std::uint8_t>(whole[i]);
}

using Floats = float __attribute__((vector_size(16)));

inline Floats widen(const std::int8_t* row) {
  Floats out{};
  for (int i = 0; i < 4; ++i) out[i] = static_cast<float>(row[i]);
  return out;
}
inline Floats larger(Floats a, Floats b) { return a > b ? a : b; }
inline Floats smaller(Floats a, Floats b) { return a < b ? a : b; }

#include "model/kernels/body.inc"

const Kernels& table() { return kTable; }

}  // namespace sayso::portable
