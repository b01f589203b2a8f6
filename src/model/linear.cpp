#include "model/linear.h"

namespace sayso {
namespace {

constexpr std::int32_t kZero = 128;  // the byte that stands for 0, see Kernels::quantize_channels

}  // namespace

Linear Linear::of(ModelFile& file, const std::string& name) {
  Linear out;
  const Matrix w = file.matrix(name + ".weight");
  out.bias = file.matrix(name + ".bias", w.columns);
  out.depth = w.rows;
  out.columns = w.columns;
  out.weights.resize(out.depth * out.columns);
  if (out.columns % 16 == 0) pack_weights(w.data, out.depth, out.columns, out.weights.data());
  else out.columns = 0;  // a shape that nothing maps to
  return out;
}

Projection Projection::of(ModelFile& file, const std::string& name) {
  Projection out;
  if (!file.has(name + ".bytes")) {
    out.floats = Linear::of(file, name);
    out.depth = out.floats.depth;
    out.columns = out.floats.columns;
    return out;
  }
  out.bytes = file.packed(name + ".bytes");
  out.bias = file.matrix(name + ".bias", out.bytes.columns);
  out.depth = out.bytes.depth;
  out.columns = out.bytes.columns;
  return out;
}

void Projection::apply(const Kernels& k, const float* x, std::size_t n, ByteRows& rows, float* y) const {
  if (!bytes.data) return floats.apply(k, x, n, y);
  rows.make_room(n, depth);
  k.quantize_channels(x, n, depth, bytes.channel, rows.q.data(), rows.scales.data());
  k.byte_product(rows.q.data(), rows.scales.data(), n,
                 {bytes.data, bytes.scale, bytes.sum, bias.data, depth, columns, kZero}, y);
}

}  // namespace sayso
