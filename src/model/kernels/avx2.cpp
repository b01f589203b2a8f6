// Compiled with AVX2 and FMA; see cmake/kernels.cmake.
#include <immintrin.h>

#include "model/kernels/kernels.h"

namespace sayso::avx2 {

constexpr int kLanes = 8;
constexpr int kTileRegisters = 12;  // of 16: three rows of four, or six of two
constexpr const char* kName = "avx2";
using Sums = __m256i;
constexpr int kSumLanes = 8;
constexpr std::size_t kByteRows = 3;

inline Sums dot4(Sums sums, std::uint32_t four, const std::int8_t* w) {
  const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w));
  const __m256i pairs = _mm256_maddubs_epi16(_mm256_set1_epi32(static_cast<int>(four)), bytes);
  return _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

#include "model/kernels/body.inc"

const Kernels& table() { return kTable; }

}  // namespace sayso::avx2
