#include "model/kernels/kernels.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

namespace sayso {
#ifdef SAYSO_X86_KERNELS
namespace avx512 {
const Kernels& table();
}
namespace avx2 {
const Kernels& table();
}
#endif
namespace portable {
const Kernels& table();
}

const Kernels* kernels_named(const char* name) {
#ifdef SAYSO_X86_KERNELS
  const bool avx2_here = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  const bool avx512_here = avx2_here && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                           __builtin_cpu_supports("avx512vnni");
  if (std::strcmp(name, "avx512") == 0) return avx512_here ? &avx512::table() : nullptr;
  if (std::strcmp(name, "avx2") == 0) return avx2_here ? &avx2::table() : nullptr;
#endif
  return std::strcmp(name, "portable") == 0 ? &portable::table() : nullptr;
}

namespace {

const Kernels& choose() {
  if (const char* asked = std::getenv("SAYSO_KERNELS")) {
    if (const Kernels* found = kernels_named(asked)) return *found;
  }
  for (const char* name : {"avx512", "avx2"}) {
    if (const Kernels* found = kernels_named(name)) return *found;
  }
  return portable::table();
}

}  // namespace

const Kernels& kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

void pack_weights(const float* w, std::size_t depth, std::size_t columns, float* packed) {
  for (std::size_t c = 0; c < columns; c += 32) {
    const std::size_t wide = columns - c < 32 ? columns - c : 32;
    for (std::size_t k = 0; k < depth; ++k, packed += wide) std::memcpy(packed, w + k * columns + c, wide * sizeof(float));
  }
}

void pack_bytes(const float* w, std::size_t depth, std::size_t columns, std::int8_t* packed, float* scale,
                std::int32_t* sum) {
  for (std::size_t c = 0; c < columns; ++c) {
    float most = 1e-12f;
    for (std::size_t k = 0; k < depth; ++k) most = std::max(most, std::fabs(w[k * columns + c]));
    scale[c] = most / 127.f;
    sum[c] = 0;
    const std::size_t panel = c / 32 * 32, wide = std::min<std::size_t>(32, columns - panel);
    for (std::size_t k = 0; k < depth; ++k) {
      const auto byte = static_cast<std::int8_t>(std::lround(w[k * columns + c] / scale[c]));
      packed[panel * depth + k / 4 * 4 * wide + (c - panel) * 4 + k % 4] = byte;
      sum[c] += byte;
    }
  }
}

}  // namespace sayso
