// Compiled with AVX2 and FMA; see cmake/kernels.cmake.
#include <immintrin.h>

#include <utility>

#include "model/kernels/kernels.h"

namespace sayso::avx2 {

constexpr int kLanes = 8;
constexpr int kTileRegisters = 12;  // of 16: three rows of four, or six of two
constexpr const char* kName = "avx2";
using Sums = __m256i;
constexpr int kSumLanes = 8;
constexpr int kByteRows = 3;

inline Sums dot4(Sums sums, std::uint32_t four, const std::int8_t* w) {
  const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w));
  const __m256i pairs = _mm256_maddubs_epi16(_mm256_set1_epi32(static_cast<int>(four)), bytes);
  return _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

using Ints = std::int32_t __attribute__((vector_size(32)));

inline void store_low_bytes(std::uint8_t* q, Ints whole) {
  const __m256i low = _mm256_shuffle_epi8(
      (__m256i)whole, _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 4, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)));
  const std::int32_t halves[2] = {_mm256_extract_epi32(low, 0), _mm256_extract_epi32(low, 4)};
  __builtin_memcpy(q, halves, sizeof halves);
}

using Floats = float __attribute__((vector_size(32)));

inline Floats widen(const std::int8_t* row) {
  return (Floats)_mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(row))));
}
inline Floats larger(Floats a, Floats b) { return (Floats)_mm256_max_ps((__m256)a, (__m256)b); }
inline Floats smaller(Floats a, Floats b) { return (Floats)_mm256_min_ps((__m256)a, (__m256)b); }

#include "model/kernels/body.inc"

const Kernels& table() { return kTable; }

}  // namespace sayso::avx2
