// One block of a transformer encoder: attention over all words of a window, then two products, each with a residual and a
// layer norm behind it (Vaswani et al. 2017; post-norm, as in BERT).
#pragma once

#include <string>
#include <vector>

#include "model/linear.h"

namespace sayso {

// Memory that calls reuse; one a thread.
struct BlockWorkspace {
  ByteRows rows;
  std::vector<float> qkv, mixed, out, up;          // n x 3 H, n x H, n x H, n x inner
  std::vector<float> query, key, value, shares;    // of one head; key and value in the kernels' order
  std::vector<float> zeros;
};

struct LayerNorm {
  Matrix scale, shift;

  static LayerNorm of(ModelFile& file, const std::string& name);
  bool fits(std::size_t width) const { return scale.columns == width && shift.columns == width; }
};

class TransformerBlock {
 public:
  static TransformerBlock of(ModelFile& file, const std::string& name, std::size_t heads);
  // Whether all weights are there and of one width, with heads of a multiple of 16.
  bool fits(std::size_t width) const;
  std::size_t heads() const { return heads_; }

  // x[n x width] in place. near: for each head, what is added to the scores of word j seen from word i, at
  // near[head * near_width + reach + j - i]; none where null. Needs reach >= n - 1.
  void apply(const Kernels& k, std::size_t n, float eps, const float* near, std::size_t near_width, std::size_t reach, float* x,
             BlockWorkspace& ws) const;

 private:
  void attend(const Kernels& k, std::size_t n, const float* near, std::size_t near_width, std::size_t reach,
              BlockWorkspace& ws) const;

  Projection qkv_, out_, up_, down_;
  LayerNorm norm1_, norm2_;
  std::size_t heads_ = 0;
};

}  // namespace sayso
