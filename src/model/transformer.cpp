#include "model/transformer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace sayso {
namespace {

constexpr std::size_t kPanel = 32;  // columns that lie together, see pack_weights

void grow(std::vector<float>& v, std::size_t size) {
  if (v.size() < size) v.resize(size);
}

// Head `from` of n rows that lie `stride` apart, times `factor`, one row behind the other.
void copy_head(const float* from, std::size_t n, std::size_t stride, std::size_t depth, float factor, float* to) {
  for (std::size_t t = 0; t < n; ++t, from += stride, to += depth)
    for (std::size_t c = 0; c < depth; ++c) to[c] = from[c] * factor;
}

// n rows as the columns of a packed matrix depth x columns; columns beyond n are 0.
void pack_keys(const float* from, std::size_t n, std::size_t stride, std::size_t depth, std::size_t columns, float* to) {
  for (std::size_t panel = 0; panel < columns; panel += kPanel, to += kPanel * depth)
    for (std::size_t c = 0; c < kPanel; ++c) {
      const bool live = panel + c < n;
      const float* row = from + (panel + c) * stride;
      for (std::size_t d = 0; d < depth; ++d) to[d * kPanel + c] = live ? row[d] : 0.f;
    }
}

// n rows as the rows of a packed matrix rows x depth; rows beyond n are 0.
void pack_values(const float* from, std::size_t n, std::size_t stride, std::size_t depth, std::size_t rows, float* to) {
  for (std::size_t panel = 0; panel < depth; panel += kPanel) {
    const std::size_t wide = std::min(kPanel, depth - panel);
    for (std::size_t t = 0; t < rows; ++t, to += wide) {
      if (t < n) std::memcpy(to, from + t * stride + panel, wide * sizeof(float));
      else std::fill(to, to + wide, 0.f);
    }
  }
}

}  // namespace

LayerNorm LayerNorm::of(ModelFile& file, const std::string& name) {
  return {file.matrix(name + ".scale"), file.matrix(name + ".shift")};
}

TransformerBlock TransformerBlock::of(ModelFile& file, const std::string& name, std::size_t heads) {
  TransformerBlock out;
  out.qkv_ = Projection::of(file, name + ".qkv");
  out.out_ = Projection::of(file, name + ".out");
  out.up_ = Projection::of(file, name + ".up");
  out.down_ = Projection::of(file, name + ".down");
  out.norm1_ = LayerNorm::of(file, name + ".norm1");
  out.norm2_ = LayerNorm::of(file, name + ".norm2");
  out.heads_ = heads;
  return out;
}

bool TransformerBlock::fits(std::size_t width) const {
  return heads_ > 0 && width % (16 * heads_) == 0 && up_.columns % 16 == 0 && qkv_.maps(width, 3 * width) &&
         out_.maps(width, width) && up_.maps(width, up_.columns) && down_.maps(up_.columns, width) && norm1_.fits(width) &&
         norm2_.fits(width);
}

void TransformerBlock::attend(const Kernels& k, std::size_t n, const float* near, std::size_t near_width, std::size_t reach,
                   BlockWorkspace& ws) const {
  const std::size_t width = out_.depth, depth = width / heads_, columns = (n + kPanel - 1) / kPanel * kPanel;
  grow(ws.query, n * depth);
  grow(ws.key, columns * depth);
  grow(ws.value, columns * depth);
  grow(ws.shares, n * columns);
  grow(ws.mixed, n * width);
  grow(ws.zeros, std::max(columns, depth));
  const float factor = 1.f / std::sqrt(static_cast<float>(depth));
  for (std::size_t head = 0; head < heads_; ++head) {
    const float* first = ws.qkv.data() + head * depth;
    copy_head(first, n, 3 * width, depth, factor, ws.query.data());
    pack_keys(first + width, n, 3 * width, depth, columns, ws.key.data());
    pack_values(first + 2 * width, n, 3 * width, depth, columns, ws.value.data());
    k.product(ws.query.data(), n, depth, ws.key.data(), ws.zeros.data(), columns, ws.shares.data());
    k.softmax(n, columns, near ? near + head * near_width + reach - (n - 1) : nullptr, ws.shares.data());
    k.product(ws.shares.data(), n, columns, ws.value.data(), ws.zeros.data(), depth, ws.query.data());
    for (std::size_t t = 0; t < n; ++t)
      std::memcpy(ws.mixed.data() + t * width + head * depth, ws.query.data() + t * depth, depth * sizeof(float));
  }
}

void TransformerBlock::apply(const Kernels& k, std::size_t n, float eps, const float* near, std::size_t near_width, std::size_t reach,
                  float* x, BlockWorkspace& ws) const {
  const std::size_t width = out_.depth, inner = up_.columns;
  grow(ws.qkv, n * 3 * width);
  grow(ws.out, n * width);
  grow(ws.up, n * inner);
  qkv_.apply(k, x, n, ws.rows, ws.qkv.data());
  attend(k, n, near, near_width, reach, ws);
  out_.apply(k, ws.mixed.data(), n, ws.rows, ws.out.data());
  k.add_normalize(ws.out.data(), n, width, norm1_.scale.data, norm1_.shift.data, eps, x);
  up_.apply(k, x, n, ws.rows, ws.up.data());
  k.gelu(n * inner, ws.up.data());
  down_.apply(k, ws.up.data(), n, ws.rows, ws.out.data());
  k.add_normalize(ws.out.data(), n, width, norm2_.scale.data, norm2_.shift.data, eps, x);
}

}  // namespace sayso
