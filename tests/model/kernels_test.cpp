#include "model/kernels/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace sayso {
namespace {

using Floats = std::vector<float>;

Floats noise(std::size_t n, unsigned seed) {
  std::mt19937 rng(seed);
  std::uniform_real_distribution<float> value(-1.f, 1.f);
  Floats out(n);
  for (float& f : out) f = value(rng);
  return out;
}

// Every instruction set that this processor has, against plain loops.
class KernelsTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    k_ = kernels_named(GetParam());
    if (!k_) GTEST_SKIP() << GetParam() << " is not to be had on this processor";
  }
  const Kernels* k_ = nullptr;
};

TEST_P(KernelsTest, ProductIsThatOfPlainLoopsForEveryShape) {
  for (const std::size_t n : {1, 3, 8, 17})
    for (const std::size_t depth : {1, 16, 48, 137})
      for (const std::size_t columns : {16, 32, 48, 256}) {
        const Floats x = noise(n * depth, 1), w = noise(depth * columns, 2), bias = noise(columns, 3);
        Floats packed(w.size()), y(n * columns), twice(n * columns, 1.f);
        pack_weights(w.data(), depth, columns, packed.data());
        k_->product(x.data(), n, depth, packed.data(), bias.data(), columns, y.data());
        k_->product_add(x.data(), n, depth, packed.data(), bias.data(), columns, twice.data());
        for (std::size_t r = 0; r < n; ++r)
          for (std::size_t c = 0; c < columns; ++c) {
            double want = bias[c];
            for (std::size_t d = 0; d < depth; ++d) want += double{x[r * depth + d]} * w[d * columns + c];
            ASSERT_NEAR(y[r * columns + c], want, 1e-4) << n << " " << depth << " " << columns;
            ASSERT_NEAR(twice[r * columns + c], want + 1, 1e-4);
          }
      }
}

TEST_P(KernelsTest, NormalizeGivesRowsTheRootMeanSquareOfTheScale) {
  const std::size_t n = 5, width = 48;
  const Floats x = noise(n * width, 4), scale(width, 2.f);
  Floats y(n * width);
  k_->normalize(x.data(), n, width, scale.data(), y.data());
  for (std::size_t t = 0; t < n; ++t) {
    double sum = 0;
    for (std::size_t c = 0; c < width; ++c) sum += double{y[t * width + c]} * y[t * width + c];
    EXPECT_NEAR(std::sqrt(sum / width), 2.0, 1e-3);
    EXPECT_GT(y[t * width] * x[t * width], 0) << "signs stay";
  }
}

TEST_P(KernelsTest, MixSeesTwoRowsOnEitherSideAndNothingBeyondTheEnds) {
  for (const std::size_t n : {1, 2, 3, 9}) {
    const std::size_t width = 16;
    const Floats x = noise(n * width, 5), filter = noise(5 * width, 6);
    Floats y(n * width);
    k_->mix(x.data(), n, width, filter.data(), y.data());
    for (std::size_t t = 0; t < n; ++t)
      for (std::size_t c = 0; c < width; ++c) {
        double want = 0;
        for (int k = 0; k < 5; ++k) {
          const auto row = static_cast<std::ptrdiff_t>(t) + k - 2;
          if (row >= 0 && row < static_cast<std::ptrdiff_t>(n)) want += double{x[row * width + c]} * filter[k * width + c];
        }
        ASSERT_NEAR(y[t * width + c], want, 1e-5) << n << " rows, row " << t;
      }
  }
}

TEST_P(KernelsTest, RecurRunsHalfTheChannelsForwardAndHalfBackward) {
  for (const std::size_t n : {1, 2, 40}) {
    const std::size_t inner = 64;
    const Floats gates = noise(n * 2 * inner, 7);
    Floats y(n * inner);
    k_->recur(gates.data(), n, inner, y.data());
    for (std::size_t c = 0; c < inner; ++c) {
      double h = 0;
      for (std::size_t step = 0; step < n; ++step) {
        const std::size_t t = c < inner / 2 ? step : n - 1 - step;
        const double z = 1 / (1 + std::exp(-double{gates[t * 2 * inner + c]}));
        h += z * (gates[t * 2 * inner + inner + c] - h);
        ASSERT_NEAR(y[t * inner + c], std::max(h, 0.0), 1e-5);
      }
    }
  }
}

TEST_P(KernelsTest, SmallOnesDoWhatTheySay) {
  const Floats a = noise(32, 8), b = noise(32, 9), c = noise(32, 10), d = noise(32, 11);
  Floats y(32), e(16);
  k_->sum4_relu(a.data(), b.data(), c.data(), d.data(), 32, y.data());
  for (int i = 0; i < 32; ++i) EXPECT_NEAR(y[i], std::max(0.f, a[i] + b[i] + c[i] + d[i]), 1e-6);
  const std::int8_t row[32] = {-127, 0, 127, 5}, ones[32] = {1, 1, 1, 1};
  const std::int8_t* bytes[3] = {row, ones, ones};
  const float scales[3] = {0.5f, 1.f, 2.f};
  const Floats half(32, 0.5f);
  const float* floats[3] = {half.data(), half.data(), half.data()};
  k_->sum_rows(bytes, scales, floats, 32, y.data());
  EXPECT_FLOAT_EQ(y[0], -63.5f + 3 + 1.5f);
  EXPECT_FLOAT_EQ(y[1], 0 + 3 + 1.5f);
  EXPECT_FLOAT_EQ(y[3], 2.5f + 3 + 1.5f);
  EXPECT_FLOAT_EQ(y[31], 1.5f);
  for (const float x : {-80.f, -20.f, -1.f, 0.f, 0.3f, 10.f, 60.f}) {
    const Floats in(16, x);
    k_->exp16(in.data(), e.data());
    EXPECT_NEAR(e[15] / std::exp(x), 1.f, 1e-5) << x;
  }
}

TEST_P(KernelsTest, ByteProductIsNearTheProductOfTheSameNumbers) {
  for (const std::size_t n : {1, 3, 17})
    for (const std::size_t columns : {16, 48, 128})
      for (const std::uint8_t zero : {0, 64}) {
        const std::size_t depth = 96;
        Floats x = noise(n * depth, 20);
        const Floats w = noise(depth * columns, 21), bias = noise(columns, 22);
        if (zero == 0) std::transform(x.begin(), x.end(), x.begin(), [](float f) { return std::fabs(f); });
        std::vector<std::int8_t> packed(w.size());
        std::vector<std::int32_t> sum(columns);
        std::vector<std::uint8_t> q(x.size());
        Floats scale(columns), scales(n), y(n * columns), twice(n * columns, 1.f);
        pack_bytes(w.data(), depth, columns, packed.data(), scale.data(), sum.data());
        const ByteWeights weights{packed.data(), scale.data(), sum.data(), bias.data(), depth, columns, zero};
        k_->quantize(x.data(), n, depth, zero, q.data(), scales.data());
        k_->byte_product(q.data(), scales.data(), n, weights, y.data());
        k_->byte_product_add(q.data(), scales.data(), n, weights, twice.data());
        for (std::size_t r = 0; r < n; ++r)
          for (std::size_t c = 0; c < columns; ++c) {
            double want = bias[c];
            for (std::size_t d = 0; d < depth; ++d) want += double{x[r * depth + d]} * w[d * columns + c];
            ASSERT_NEAR(y[r * columns + c], want, 0.15) << "rows " << n << ", columns " << columns;
            ASSERT_NEAR(twice[r * columns + c], y[r * columns + c] + 1, 1e-5);
          }
      }
}

INSTANTIATE_TEST_SUITE_P(All, KernelsTest, testing::Values("portable", "avx2", "avx512"),
                         [](const auto& test) { return std::string(test.param); });

TEST(Kernels, Avx2AndAvx512AgreeBitForBit) {
  const Kernels *narrow = kernels_named("avx2"), *wide = kernels_named("avx512");
  if (!narrow || !wide) GTEST_SKIP() << "needs both";
  const std::size_t n = 37, depth = 96, columns = 128;
  const Floats x = noise(n * depth, 12), w = noise(depth * columns, 13), bias = noise(columns, 14), scale = noise(depth, 15);
  Floats packed(w.size());
  pack_weights(w.data(), depth, columns, packed.data());
  const auto run = [&](const Kernels& k) {
    Floats u(n * depth), y(n * columns), h(n * columns / 2), scale_of(columns), row_scales(n);
    std::vector<std::int8_t> bytes(w.size());
    std::vector<std::int32_t> sums(columns);
    std::vector<std::uint8_t> q(n * depth);
    pack_bytes(w.data(), depth, columns, bytes.data(), scale_of.data(), sums.data());
    k.normalize(x.data(), n, depth, scale.data(), u.data());
    k.product(u.data(), n, depth, packed.data(), bias.data(), columns, y.data());
    k.quantize(u.data(), n, depth, 64, q.data(), row_scales.data());
    k.byte_product_add(q.data(), row_scales.data(), n,
                       {bytes.data(), scale_of.data(), sums.data(), bias.data(), depth, columns, 64}, y.data());
    k.recur(y.data(), n, columns / 2, h.data());
    return h;
  };
  EXPECT_EQ(run(*narrow), run(*wide));
}

}  // namespace
}  // namespace sayso
