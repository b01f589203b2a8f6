#include "model/kernels/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "model/fast_network.h"

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

// A layer with weights of its own, as FastNetwork makes it, and what plain loops make of it.
struct TestLayer {
  std::size_t width, inner;
  Floats scale, filter, gates, gates_bias, out, out_bias;  // weights as floats, z's columns before c's
  std::vector<std::int8_t> packed_gates, packed_out;
  Floats ordered_bias, gates_scale, out_scale;
  std::vector<std::int32_t> gates_sum, out_sum;

  TestLayer(std::size_t w, std::size_t i)
      : width(w),
        inner(i),
        scale(noise(w, 30)),
        filter(noise(5 * w, 31)),
        gates(noise(w * 2 * i, 32)),
        gates_bias(noise(2 * i, 33)),
        out(noise(i * w, 34)),
        out_bias(noise(w, 35)),
        packed_gates(gates.size()),
        packed_out(out.size()),
        ordered_bias(2 * i),
        gates_scale(2 * i),
        out_scale(w),
        gates_sum(2 * i),
        out_sum(w) {
    for (float& f : gates) f *= 0.2f;
    for (float& f : out) f *= 0.1f;
    Floats ordered(gates.size());
    for (std::size_t c = 0; c < 2 * inner; ++c) {
      ordered_bias[c] = gates_bias[gate_order(c, inner)];
      for (std::size_t d = 0; d < width; ++d) ordered[d * 2 * inner + c] = gates[d * 2 * inner + gate_order(c, inner)];
    }
    pack_bytes(ordered.data(), width, 2 * inner, packed_gates.data(), gates_scale.data(), gates_sum.data());
    pack_bytes(out.data(), inner, width, packed_out.data(), out_scale.data(), out_sum.data());
  }

  void run(const Kernels& k, std::size_t n, Floats& x) const {
    const GatedLayer view{
        width,
        inner,
        scale.data(),
        filter.data(),
        {packed_gates.data(), gates_scale.data(), gates_sum.data(), ordered_bias.data(), width, 2 * inner, 64},
        {packed_out.data(), out_scale.data(), out_sum.data(), out_bias.data(), inner, width, 0}};
    LayerRoom room;
    k.layer(view, n, room.for_rows(n, view), x.data());
  }

  void run_plainly(std::size_t n, Floats& x) const {
    const auto u = [&](std::ptrdiff_t t, std::size_t c) -> double {
      if (t < 0 || t >= static_cast<std::ptrdiff_t>(n)) return 0;
      const float* row = x.data() + static_cast<std::size_t>(t) * width;
      double sum = 0;
      for (std::size_t i = 0; i < width; ++i) sum += double{row[i]} * row[i];
      return row[c] / std::sqrt(sum / static_cast<double>(width) + 1e-6) * scale[c];
    };
    std::vector<double> mixed(n * width), hidden(n * inner);
    for (std::size_t t = 0; t < n; ++t)
      for (std::size_t c = 0; c < width; ++c)
        for (int k = 0; k < 5; ++k)
          mixed[t * width + c] +=
              u(static_cast<std::ptrdiff_t>(t) + k - 2, c) * filter[static_cast<std::size_t>(k) * width + c];
    const auto gate = [&](std::size_t t, std::size_t column) {
      double sum = gates_bias[column];
      for (std::size_t d = 0; d < width; ++d) sum += mixed[t * width + d] * gates[d * 2 * inner + column];
      return sum;
    };
    for (std::size_t c = 0; c < inner; ++c) {
      double h = 0;
      for (std::size_t step = 0; step < n; ++step) {
        const std::size_t t = c < inner / 2 ? step : n - 1 - step;
        h += 1 / (1 + std::exp(-gate(t, c))) * (gate(t, inner + c) - h);
        hidden[t * inner + c] = std::max(h, 0.0);
      }
    }
    for (std::size_t t = 0; t < n; ++t)
      for (std::size_t c = 0; c < width; ++c) {
        double sum = out_bias[c];
        for (std::size_t d = 0; d < inner; ++d) sum += hidden[t * inner + d] * out[d * width + c];
        x[t * width + c] += static_cast<float>(sum);
      }
  }
};

// One row, fewer than the filter's, blocks that are full, that are not, and more than one of them.
constexpr std::size_t kLengths[] = {
    1, 2, 3, 9, kLayerBlock - 1, kLayerBlock, kLayerBlock + 1, kLayerBlock + 2, 2 * kLayerBlock + 3};

TEST_P(KernelsTest, LayerIsNearThePlainOneForEveryLength) {
  for (const auto& [width, inner] : {std::pair<std::size_t, std::size_t>{48, 64}, {16, 32}, {80, 32}}) {
    const TestLayer layer(width, inner);
    for (const std::size_t n : kLengths) {
      Floats x = noise(n * width, 36), want = x;
      layer.run(*k_, n, x);
      layer.run_plainly(n, want);
      for (std::size_t i = 0; i < x.size(); ++i)
        ASSERT_NEAR(x[i], want[i], 0.06) << "row " << i / width << " of " << n << ", width " << width;
    }
  }
}

TEST_P(KernelsTest, LayerLooksAtNothingBehindItsRows) {
  const TestLayer layer(48, 64);
  Floats short_one = noise(60 * 48, 37), long_one = short_one;
  short_one.resize(50 * 48);
  layer.run(*k_, 50, short_one);
  layer.run(*k_, 50, long_one);
  EXPECT_TRUE(std::equal(short_one.begin(), short_one.end(), long_one.begin()));
  const Floats rest = noise(60 * 48, 37);
  EXPECT_TRUE(std::equal(rest.begin() + 50 * 48, rest.end(), long_one.begin() + 50 * 48)) << "nor writes there";
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
    Floats u(n * depth), y(n * columns);
    k.normalize(x.data(), n, depth, scale.data(), u.data());
    k.product(u.data(), n, depth, packed.data(), bias.data(), columns, y.data());
    TestLayer(columns, 64).run(k, n, y);
    return y;
  };
  EXPECT_EQ(run(*narrow), run(*wide));
}

}  // namespace
}  // namespace sayso
