// Compiled with AVX-512 (F, BW, DQ, VL, VNNI) and FMA; see cmake/kernels.cmake.
#include <immintrin.h>

#include <utility>

#include "model/kernels/kernels.h"

namespace sayso::avx512 {

constexpr int kLanes = 16;
constexpr int kTileRegisters = 16;  // of 32: two panels' weights and a broadcast beside them
constexpr const char* kName = "avx512";
using Sums = __m512i;
constexpr int kSumLanes = 16;
constexpr int kByteRows = 8;

inline Sums dot4(Sums sums, std::uint32_t four, const std::int8_t* w) {
  return _mm512_dpbusd_epi32(sums, _mm512_set1_epi32(static_cast<int>(four)), _mm512_loadu_si512(w));
}

using Ints = std::int32_t __attribute__((vector_size(64)));

inline void store_low_bytes(std::uint8_t* q, Ints whole) {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(q), _mm512_cvtepi32_epi8((__m512i)whole));
}

using Floats = float __attribute__((vector_size(64)));

inline Floats widen(const std::int8_t* row) {
  return (Floats)_mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(row))));
}
inline Floats larger(Floats a, Floats b) { return (Floats)_mm512_max_ps((__m512)a, (__m512)b); }
inline Floats smaller(Floats a, Floats b) { return (Floats)_mm512_min_ps((__m512)a, (__m512)b); }

#include "model/kernels/body.inc"

const Kernels& table() { return kTable; }

}  // namespace sayso::avx512
