#include "model/fast_network.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>

namespace sayso {
namespace {

constexpr std::uint8_t kSigned = 64;  // the byte of zero in rows that may be negative

template <class T>
void grow(std::vector<T>& v, std::size_t size) {
  if (v.size() < size) v.resize(size);
}

// The softmax of each of the three layers of one word's scores; out has 16 places, those behind the layers become 0.
void layer_probabilities(const Kernels& k, const float* word_scores, float* out) {
  float shifted[16] = {};
  for (int r = 0; r < kLayerScores; r += 3) {
    const float top = std::max({word_scores[r], word_scores[r + 1], word_scores[r + 2]});
    for (int j = r; j < r + 3; ++j) shifted[j] = word_scores[j] - top;
  }
  k.exp16(shifted, out);
  for (int r = 0; r < kLayerScores; r += 3) {
    const float sum = out[r] + out[r + 1] + out[r + 2];
    for (int j = r; j < r + 3; ++j) out[j] /= sum;
  }
  std::fill(out + kLayerScores, out + 16, 0.f);
}

// Signed distances in words -> rows of the distance table, as in training/fast.py.
std::uint32_t distance_row(std::uint32_t at, const CueWindow& cue) {
  if (at >= cue.begin && at < cue.end) return 0;
  const std::uint32_t d = at < cue.begin ? cue.begin - at : at - cue.end + 1;
  const std::uint32_t row = d <= 6 ? d : d <= 8 ? 7 : d <= 12 ? 8 : d <= 20 ? 9 : d <= 36 ? 10 : 11;
  return at < cue.begin ? row : row + 12;
}

// before[i] = how many of `places` are smaller than i; places ascend.
void count_before(std::span<const std::uint32_t> places, std::size_t n, std::vector<std::uint32_t>& before) {
  before.resize(n + 1);
  std::size_t next = 0;
  for (std::uint32_t i = 0; i <= n; ++i) {
    before[i] = static_cast<std::uint32_t>(next);
    while (next < places.size() && places[next] == i) ++next;
  }
}

}  // namespace

LayerMemory LayerRoom::for_rows(std::size_t n, const GatedLayer& layer) {
  grow(hidden, n * layer.inner);
  grow(scales, n);
  grow(block, (2 * kLayerBlock + 4) * layer.width + (kLayerBlock + 1) * layer.inner);
  grow(q, (n + 16) * layer.width);
  grow(hidden_q, (kLayerBlock + 16) * layer.inner);
  return {hidden.data(), scales.data(), block.data(), q.data(), hidden_q.data()};
}

// Column c is the file's order(c).
template <class Order>
FastNetwork::Bytes FastNetwork::bytes(ModelFile& file, const std::string& name, const Order& order) {
  Bytes out;
  const Matrix weights = file.matrix(name + ".weight");
  const Matrix bias = file.matrix(name + ".bias", weights.columns);
  out.depth = weights.rows;
  out.columns = weights.columns;
  if (out.depth % 16 != 0 || out.columns % 16 != 0 || bias.columns != out.columns)
    return out;  // the layer's shape is refused by layer()
  std::vector<float> ordered(out.depth * out.columns);
  for (std::size_t c = 0; c < out.columns; ++c) {
    out.bias.push_back(bias.data[order(c)]);
    for (std::size_t d = 0; d < out.depth; ++d) ordered[d * out.columns + c] = weights.data[d * out.columns + order(c)];
  }
  out.packed.resize(out.depth * out.columns);
  out.scale.resize(out.columns);
  out.sum.resize(out.columns);
  pack_bytes(ordered.data(), out.depth, out.columns, out.packed.data(), out.scale.data(), out.sum.data());
  return out;
}

FastNetwork::Layer FastNetwork::layer(ModelFile& file, const std::string& name) {
  Layer out;
  out.scale = file.matrix(name + ".scale");
  out.mix = file.matrix(name + ".mix", out.scale.columns);
  out.out = bytes(file, name + ".out", std::identity());
  out.inner = out.out.depth;
  if (out.inner == 0 || out.inner % 32 != 0 || file.matrix(name + ".gates.weight").columns != 2 * out.inner) return out;
  out.gates = bytes(file, name + ".gates", [&](std::size_t column) { return gate_order(column, out.inner); });
  const std::size_t width = out.gates.depth;
  const bool fits = out.out.columns == width && out.scale.columns == width && out.mix.rows == 5 && width % 16 == 0;
  out.width = fits ? width : 0;
  return out;
}

GatedLayer FastNetwork::Layer::view() const {
  return {width, inner, scale.data, mix.data, gates.view(kSigned), out.view(0)};
}

Result<FastNetwork> FastNetwork::load(const std::string& path) {
  auto file = ModelFile::load(path);
  if (!file) return tl::unexpected(file.error());
  FastNetwork net;
  net.file_ = std::move(*file);
  net.k_ = &kernels();
  ModelFile& f = net.file_;
  if (f.text("kind") != "fast") return tl::unexpected(Error{ErrorCode::bad_model, path, "is not a fast model"});
  net.word_ = f.table("word");
  net.prefix_ = f.table("prefix");
  net.suffix_ = f.table("suffix");
  net.small_ = f.matrix("small");
  net.scale_ = f.matrix("scale");
  net.scores_ = Linear::of(f, "scores");
  net.word_link_ = Linear::of(f, "word_link");
  net.probability_link_ = Linear::of(f, "probability_link");
  net.cue_link_ = Linear::of(f, "cue_link");
  net.distance_ = f.matrix("distance");
  net.between_ = f.matrix("between");
  net.link_scale_ = f.matrix("link_scale");
  net.link_scores_ = Linear::of(f, "link_scores");
  net.cue_steps_ = f.matrix("cue_steps", 3);
  net.link_steps_ = f.matrix("link_steps", 5);
  net.calibration_ = f.matrix("calibration");
  for (int i = 0; f.has(fmt::format("layer{}.scale", i)); ++i) net.layers_.push_back(layer(f, fmt::format("layer{}", i)));
  for (int i = 0; f.has(fmt::format("link{}.scale", i)); ++i) net.link_layers_.push_back(layer(f, fmt::format("link{}", i)));
  net.build_vocabulary(f.numbers("forms"));
  net.width_ = net.scale_.columns;
  net.link_width_ = net.link_scale_.columns;
  if (!f.missing().empty()) {
    return tl::unexpected(Error{ErrorCode::bad_model, path, fmt::format("lacks {}", fmt::join(f.missing(), ", "))});
  }
  if (!net.shapes_agree()) return tl::unexpected(Error{ErrorCode::bad_model, path, "has tensors of wrong shapes"});
  return net;
}

bool FastNetwork::shapes_agree() const {
  const auto layer_fits = [](const std::vector<Layer>& all, std::size_t width) {
    return !all.empty() && std::all_of(all.begin(), all.end(), [&](const Layer& l) { return l.width == width; });
  };
  return layer_fits(layers_, width_) && layer_fits(link_layers_, link_width_) && word_.columns == width_ &&
         prefix_.columns == width_ && suffix_.columns == width_ && small_.columns == width_ &&
         small_.rows == kShapes + kQuoteStates + kLayouts && prefix_.rows > 0 && suffix_.rows > 0 &&
         word_.rows == file_vocabulary_ + 1 && scores_.maps(width_, kWordScores) &&
         word_link_.maps(width_, link_width_) && probability_link_.maps(16, link_width_) &&
         cue_link_.maps(width_, link_width_) && link_scores_.maps(link_width_, kLinkScores) &&
         cue_steps_.rows == 3 && link_steps_.rows == 5 && distance_.rows == 24 && distance_.columns == link_width_ && between_.rows == 12 &&
         between_.columns == link_width_;
}

void FastNetwork::build_vocabulary(std::span<const std::uint64_t> forms) {
  file_vocabulary_ = forms.size();
  slots_.assign(std::bit_ceil(2 * forms.size() + 2), {});
  std::uint32_t row = 0;
  for (const std::uint64_t form : forms) {
    std::size_t at = form & (slots_.size() - 1);
    while (slots_[at].row != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {form, ++row};
  }
}

std::uint32_t FastNetwork::row_of(std::uint64_t form) const {
  for (std::size_t at = form & (slots_.size() - 1); slots_[at].row != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].form == form) return slots_[at].row;
  }
  return 0;
}

// The tables are larger than the caches: rows are asked for some words ahead.
void FastNetwork::embed(std::span<const WordFeatures> words, FastWorkspace& ws) const {
  constexpr std::size_t kAhead = 8;
  const std::size_t n = words.size();
  const Table* const tables[3] = {&word_, &prefix_, &suffix_};
  grow(ws.rows, n);
  for (std::size_t t = 0; t < n; ++t) {
    if (t + kAhead < n) __builtin_prefetch(&slots_[words[t + kAhead].form & (slots_.size() - 1)]);
    ws.rows[t] = {row_of(words[t].form), words[t].prefix % prefix_.rows, words[t].suffix % suffix_.rows};
    for (int i = 0; i < 3; ++i) {
      const std::int8_t* row = tables[i]->data + ws.rows[t][static_cast<std::size_t>(i)] * width_;
      for (std::size_t c = 0; c < width_; c += 64) __builtin_prefetch(row + c);
    }
    if (t >= kAhead) sum(words[t - kAhead], ws.rows[t - kAhead], ws.x.data() + (t - kAhead) * width_);
  }
  for (std::size_t t = n - std::min(n, kAhead); t < n; ++t) sum(words[t], ws.rows[t], ws.x.data() + t * width_);
}

void FastNetwork::sum(const WordFeatures& word, const std::array<std::uint32_t, 3>& rows, float* out) const {
  const std::int8_t* const bytes[3] = {word_.data + rows[0] * width_, prefix_.data + rows[1] * width_, suffix_.data + rows[2] * width_};
  const float scales[3] = {word_.scale[rows[0]], prefix_.scale[rows[1]], suffix_.scale[rows[2]]};
  const auto small = [&](std::uint32_t row) { return small_.data + row * width_; };
  const float* const floats[3] = {small(word.shape), small(kShapes + word.quote), small(kShapes + kQuoteStates + word.layout)};
  k_->sum_rows(bytes, scales, floats, width_, out);
}

void FastNetwork::apply(const Layer& layer, std::size_t n, float* x, FastWorkspace& ws) const {
  const GatedLayer view = layer.view();
  k_->layer(view, n, ws.room.for_rows(n, view), x);
}

void FastNetwork::encode(std::span<const WordFeatures> words, FastWorkspace& ws) const {
  const std::size_t n = words.size();
  grow(ws.x, n * width_);
  grow(ws.out.words, n * kWordScores);
  embed(words, ws);
  for (const Layer& layer : layers_) apply(layer, n, ws.x.data(), ws);
  k_->normalize(ws.x.data(), n, width_, scale_.data, ws.x.data());
  scores_.apply(*k_, ws.x.data(), n, ws.out.words.data());
}

void FastNetwork::prepare_links(std::size_t n, std::span<const std::uint32_t> cue_begins,
                                std::span<const std::uint32_t> breaks, FastWorkspace& ws) const {
  grow(ws.probabilities, n * 16);
  grow(ws.linkable, n * link_width_);
  for (std::size_t t = 0; t < n; ++t) {
    layer_probabilities(*k_, ws.out.words.data() + t * kWordScores, ws.probabilities.data() + t * 16);
  }
  word_link_.apply(*k_, ws.x.data(), n, ws.linkable.data());
  probability_link_.add(*k_, ws.probabilities.data(), n, ws.linkable.data());
  count_before(cue_begins, n, ws.cues_before);
  count_before(breaks, n, ws.breaks_before);
}

void FastNetwork::link(const CueWindow& cue, FastWorkspace& ws) const {
  const std::size_t n = cue.high - cue.low, width = link_width_;
  grow(ws.link_x, n * width);
  grow(ws.out.links, n * kLinkScores);
  grow(ws.cue, width_ + width);
  float* both = ws.cue.data();
  const float* first = ws.x.data() + cue.begin * width_;
  const float* last = ws.x.data() + (cue.end - 1) * width_;
  for (std::size_t c = 0; c < width_; ++c) both[c] = first[c] + last[c];
  float* given = both + width_;
  cue_link_.apply(*k_, both, 1, given);
  for (std::uint32_t i = cue.low; i < cue.high; ++i) {
    std::uint32_t cues = 0, breaks = 0;
    if (i < cue.begin) {
      cues = ws.cues_before[cue.begin] - ws.cues_before[i + 1];
      breaks = ws.breaks_before[cue.begin + 1] - ws.breaks_before[i + 1];
    } else if (i >= cue.end) {
      cues = ws.cues_before[i + 1] - ws.cues_before[cue.end];
      breaks = ws.breaks_before[i + 1] - ws.breaks_before[cue.end];
    }
    const std::uint32_t between = std::min(cues, 2u) * 4 + std::min(breaks, 3u);
    k_->sum4_relu(ws.linkable.data() + i * width, given, distance_.data + distance_row(i, cue) * width,
                  between_.data + between * width, width, ws.link_x.data() + (i - cue.low) * width);
  }
  for (const Layer& layer : link_layers_) apply(layer, n, ws.link_x.data(), ws);
  k_->normalize(ws.link_x.data(), n, width, link_scale_.data, ws.link_x.data());
  link_scores_.apply(*k_, ws.link_x.data(), n, ws.out.links.data());
}

}  // namespace sayso
