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

TEST_P(KernelsTest, AddNormalizeIsAResidualAndALayerNorm) {
  const std::size_t n = 3, width = 48;
  const Floats a = noise(n * width, 21), scale = noise(width, 22), shift = noise(width, 23);
  Floats x = noise(n * width, 24);
  const Floats before = x;
  k_->add_normalize(a.data(), n, width, scale.data(), shift.data(), 1e-5f, x.data());
  for (std::size_t t = 0; t < n; ++t) {
    double mean = 0, variance = 0;
    const auto sum = [&](std::size_t c) { return double{before[t * width + c]} + a[t * width + c]; };
    for (std::size_t c = 0; c < width; ++c) mean += sum(c) / width;
    for (std::size_t c = 0; c < width; ++c) variance += (sum(c) - mean) * (sum(c) - mean) / width;
    for (std::size_t c = 0; c < width; ++c)
      ASSERT_NEAR(x[t * width + c], (sum(c) - mean) / std::sqrt(variance + 1e-5) * scale[c] + shift[c], 1e-5);
  }
}

TEST_P(KernelsTest, GeluIsTheExactOne) {
  Floats x;
  for (int i = -160; i < 160; ++i) x.push_back(static_cast<float>(i) / 16.f);
  x.insert(x.end(), {-1e4f, -100.f, 1e4f, 100.f, 0.f, -0.f, 1e-20f, -1e-20f, 2.f, 2.f, 2.f, 2.f, 2.f, 2.f, 2.f, 2.f});
  Floats y = x;
  k_->gelu(y.size(), y.data());
  for (std::size_t i = 0; i < x.size(); ++i) {
    ASSERT_NEAR(y[i], 0.5 * x[i] * (1 + std::erf(x[i] / std::sqrt(2.0))), 1e-6 * std::max(1.f, std::fabs(x[i]))) << x[i];
  }
}

TEST_P(KernelsTest, SoftmaxGivesSharesOfTheFirstColumnsAndNothingToTheRest) {
  const std::size_t n = 5, columns = 32;
  for (const bool near : {false, true}) {
    Floats x = noise(n * columns, 25);
    for (float& f : x) f *= 20.f;
    const Floats before = x, shift = noise(n - 1 + columns, 26);
    k_->softmax(n, columns, near ? shift.data() : nullptr, x.data());
    for (std::size_t r = 0; r < n; ++r) {
      const auto score = [&](std::size_t c) { return double{before[r * columns + c]} + (near ? shift[n - 1 - r + c] : 0.f); };
      double sum = 0;
      for (std::size_t c = 0; c < n; ++c) sum += std::exp(score(c));
      for (std::size_t c = 0; c < columns; ++c) ASSERT_NEAR(x[r * columns + c], c < n ? std::exp(score(c)) / sum : 0, 1e-6);
    }
  }
}

TEST_P(KernelsTest, EightBitRowsAndSevenBitWeightsGiveExactSums) {
  const std::size_t n = 7, depth = 48, columns = 48;
  const Floats x = noise(n * depth, 27), w = noise(depth * columns, 28), bias = noise(columns, 29);
  Floats channel(depth);
  for (std::size_t d = 0; d < depth; ++d) channel[d] = d % 3 ? 1.f : 0.25f;
  std::vector<std::uint8_t> q(n * depth);
  Floats scales(n), y(n * columns);
  k_->quantize_channels(x.data(), n, depth, channel.data(), q.data(), scales.data());
  for (std::size_t r = 0; r < n; ++r)
    for (std::size_t d = 0; d < depth; ++d)
      ASSERT_NEAR(scales[r] * (q[r * depth + d] - 128), x[r * depth + d] * channel[d], 0.51f * scales[r]);
  // The largest values there are: bytes of 255 and weights of 63, whose sums must not wrap or saturate.
  std::vector<std::int8_t> packed(depth * columns, 63);
  std::vector<std::int32_t> sum(columns, 63 * static_cast<std::int32_t>(depth));
  const Floats scale(columns, 1.f), one(n, 1.f), zero(columns, 0.f);
  std::fill(q.begin(), q.end(), std::uint8_t{255});
  k_->byte_product(q.data(), one.data(), n, {packed.data(), scale.data(), sum.data(), zero.data(), depth, columns, 128}, y.data());
  for (const float value : y) ASSERT_EQ(value, 127.f * 63.f * depth);
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
