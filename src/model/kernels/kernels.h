// The arithmetic of the models, compiled for several instruction sets and chosen at run time.
//
// All matrices are f32, row-major, without gaps. Widths of rows are multiples of 16 unless said otherwise.
// Bytes are seven bits a value of x and eight of w (the fast model), or eight of x and seven of w (the encoders): either way
// two products fit 16 bits, and integer sums are exact on every processor (as in gemmlowp and FBGEMM).
// Results: AVX2 and AVX-512 agree bit for bit (same order of sums, fused multiply-add); the portable version, which
// has no fused multiply-add, agrees with them within 1e-4 of a logit on the shipped model.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sayso {

// Weights[depth x columns] as bytes: value = scale[column] * byte. Depth is a multiple of 16, columns of 16. A view.
struct ByteWeights {
  const std::int8_t* packed = nullptr;   // panels of 32 columns (a last one of 16); in each, four depths a column together
  const float* scale = nullptr;          // a column
  const std::int32_t* sum = nullptr;     // of a column's bytes
  const float* bias = nullptr;           // a column
  std::size_t depth = 0;
  std::size_t columns = 0;
  std::int32_t zero = 0;                 // the byte that stands for 0 in x: 64 or 128 for signed rows, 0 for rows that are never negative
};

// A layer of the fast model: n rows x of `width` are normalized times `scale`, and mixed over five rows by `filter` (5
// x width), a channel by itself; `gates` makes z and c of them, `inner` channels each; h follows h[t] = h[t-1] +
// sigmoid(z)(c - h[t-1]), the first half of the channels forward in t, the second backward; max(h, 0) goes through
// `out` and is added to x.
struct GatedLayer {
  std::size_t width = 0;  // a multiple of 16
  std::size_t inner = 0;  // a multiple of 32
  const float* scale = nullptr;
  const float* filter = nullptr;
  ByteWeights gates;  // width x 2 inner, in the order of gate_order
  ByteWeights out;    // inner x width
};
// Where column `column` of the gates' weights comes from when z's columns stand before c's: panels of 16 of z and the
// same 16 of c.
constexpr std::size_t gate_order(std::size_t column, std::size_t inner) {
  return column / 32 * 16 + column % 16 + (column % 32 < 16 ? 0 : inner);
}

// What a layer works with: kLayerBlock rows go through it together.
inline constexpr std::size_t kLayerBlock = 48;
struct LayerMemory {
  float* hidden;           // n x inner
  float* scales;           // n
  float* block;            // (2 kLayerBlock + 4) x width + (kLayerBlock + 1) x inner
  std::uint8_t* q;         // (n + 16) x width
  std::uint8_t* hidden_q;  // (kLayerBlock + 16) x inner
};

struct Kernels {
  const char* name;  // "avx512", "avx2", "portable"

  // y[n x columns] = x[n x depth] * w + bias. w is packed by pack_weights; columns is a multiple of 16, depth any.
  void (*product)(const float* x, std::size_t n, std::size_t depth, const float* w, const float* bias,
                  std::size_t columns, float* y);
  // The same, added to what y holds.
  void (*product_add)(const float* x, std::size_t n, std::size_t depth, const float* w, const float* bias,
                      std::size_t columns, float* y);
  // y[t] = x[t] / root mean square(x[t]) * scale. y may be x.
  void (*normalize)(const float* x, std::size_t n, std::size_t width, const float* scale, float* y);
  // x[n x width] += what the layer makes of x.
  void (*layer)(const GatedLayer& layer, std::size_t n, const LayerMemory& memory, float* x);
  // y[width] = sum of three rows of bytes, each times its scale, and of three rows of floats.
  void (*sum_rows)(const std::int8_t* const bytes[3], const float scales[3], const float* const floats[3],
                   std::size_t width, float* y);
  // y[width] = max(a + b + c + d, 0).
  void (*sum4_relu)(const float* a, const float* b, const float* c, const float* d, std::size_t width, float* y);
  // y[16] = exp(x[16]), for x in [-80, 80].
  void (*exp16)(const float* x, float* y);
  // y[n x columns] = rows * weights + bias, from bytes; the sums are exact.
  void (*byte_product)(const std::uint8_t* q, const float* scales, std::size_t n, const ByteWeights& w, float* y);
  // x[t] = (x[t] + a[t] - mean) / deviation * scale + shift: a residual and its layer norm. eps is added to the
  // variance.
  void (*add_normalize)(const float* a, std::size_t n, std::size_t width, const float* scale, const float* shift,
                        float eps, float* x);
  // x = x * Phi(x), the exact GELU to 2e-7; size is a multiple of 16.
  void (*gelu)(std::size_t size, float* x);
  // Rows x[n x columns], of which the first n columns count, become shares that sum to 1; the rest become 0. near, where
  // given, is added first: near[n - 1 - row + column], by distance; readable up to n - 1 + columns.
  void (*softmax)(std::size_t n, std::size_t columns, const float* near, float* x);
  // Rows of x as bytes 1 to 255, 128 standing for 0: x * channel ~ scales[row] * (q - 128).
  void (*quantize_channels)(const float* x, std::size_t n, std::size_t depth, const float* channel, std::uint8_t* q,
                            float* scales);
};

// The best one for this processor. SAYSO_KERNELS=portable|avx2|avx512 in the environment asks for another.
const Kernels& kernels();
// By name; null where this processor or build lacks it.
const Kernels* kernels_named(const char* name);

// Rearranges w[depth x columns] for product: panels of 32 columns (a last one of 16), each depth x panel.
void pack_weights(const float* w, std::size_t depth, std::size_t columns, float* packed);

// Rounds w[depth x columns] to bytes, column by column, in the order of ByteWeights::packed (depth * columns bytes).
void pack_bytes(const float* w, std::size_t depth, std::size_t columns, std::int8_t* packed, float* scale, std::int32_t* sum);

}  // namespace sayso
