// Linear maps with their weights in the kernels' order: y = x * weights + bias.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/kernels/kernels.h"
#include "model/model_file.h"

namespace sayso {

// Weights as f32. columns is a multiple of 16.
struct Linear {
  Matrix bias;
  std::vector<float> weights;
  std::size_t depth = 0, columns = 0;

  // "NAME.weight" (depth x columns) and "NAME.bias"; what is absent is noted in file.missing().
  static Linear of(ModelFile& file, const std::string& name);
  bool maps(std::size_t from, std::size_t to) const { return depth == from && columns == to; }
  void apply(const Kernels& k, const float* x, std::size_t n, float* y) const {
    k.product(x, n, depth, weights.data(), bias.data, columns, y);
  }
  void add(const Kernels& k, const float* x, std::size_t n, float* y) const {
    k.product_add(x, n, depth, weights.data(), bias.data, columns, y);
  }
};

// Rows of words as bytes; memory that calls reuse.
struct ByteRows {
  std::vector<std::uint8_t> q;
  std::vector<float> scales;

  void make_room(std::size_t n, std::size_t depth) {
    if (q.size() < n * depth) q.resize(n * depth);
    if (scales.size() < n) scales.resize(n);
  }
};

// A map of a transformer: packed bytes with a factor for each channel of x, or f32, as the file has it.
struct Projection {
  PackedBytes bytes;     // in the file's memory; empty where the weights are f32
  Matrix bias;
  Linear floats;
  std::size_t depth = 0, columns = 0;

  static Projection of(ModelFile& file, const std::string& name);
  bool maps(std::size_t from, std::size_t to) const { return depth == from && columns == to; }
  void apply(const Kernels& k, const float* x, std::size_t n, ByteRows& rows, float* y) const;
};

}  // namespace sayso
