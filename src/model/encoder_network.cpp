#include "model/encoder_network.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace sayso {
namespace {

constexpr std::size_t kPositions = EncoderNetwork::kMostPieces + 2;
constexpr std::size_t kNearReach = kPositions - 1;   // see near in TransformerBlock::apply
constexpr std::size_t kNearWidth = 2 * kPositions;
constexpr std::uint32_t kExtraRows = kShapes + kQuoteStates + kLayouts;  // and one for pieces that belong to no word

void grow(std::vector<float>& v, std::size_t size) {
  if (v.size() < size) v.resize(size);
}

// Signed distances in words -> rows of the distance table, as in training/encoder/tagger.py.
std::uint32_t distance_row(std::uint32_t at, const CueWindow& cue) {
  constexpr std::uint32_t kReach = EncoderNetwork::kLinkReach;
  if (at < cue.begin) return kReach - (cue.begin - at);
  return at < cue.end ? kReach : kReach + (at - cue.end + 1);
}

void add_row(const float* row, std::size_t width, float* out) {
  for (std::size_t c = 0; c < width; ++c) out[c] += row[c];
}

// The softmax over all nine scores of a word's layers, as in training; out has 16 places, the rest become 0.
void label_shares(const Kernels& k, const float* scores, float* out) {
  const float top = *std::max_element(scores, scores + kLayerScores);
  float shifted[16], sum = 0;
  for (int j = 0; j < 16; ++j) shifted[j] = j < kLayerScores ? scores[j] - top : 0.f;
  k.exp16(shifted, out);
  for (int j = 0; j < kLayerScores; ++j) sum += out[j];
  for (int j = 0; j < 16; ++j) out[j] = j < kLayerScores ? out[j] / sum : 0.f;
}

std::vector<TransformerBlock> blocks_of(ModelFile& file, const char* name, std::size_t heads) {
  std::vector<TransformerBlock> out;
  for (int i = 0; file.has(fmt::format("{}{}.norm1.scale", name, i)); ++i) {
    out.push_back(TransformerBlock::of(file, fmt::format("{}{}", name, i), heads));
  }
  return out;
}

}  // namespace

Result<EncoderNetwork> EncoderNetwork::load(const std::string& path) {
  auto file = ModelFile::load(path);
  if (!file) return tl::unexpected(file.error());
  EncoderNetwork net;
  net.file_ = std::move(*file);
  net.k_ = &kernels();
  ModelFile& f = net.file_;
  if (f.text("kind") != "encoder") return tl::unexpected(Error{ErrorCode::bad_model, path, "is no encoder model"});
  net.read(f);
  if (!f.missing().empty()) {
    return tl::unexpected(Error{ErrorCode::bad_model, path, fmt::format("lacks {}", fmt::join(f.missing(), ", "))});
  }
  if (!net.shapes_agree()) return tl::unexpected(Error{ErrorCode::bad_model, path, "has tensors of wrong shapes"});
  return net;
}

void EncoderNetwork::read(ModelFile& f) {
  pieces_ = WordPieces::of(f.text("vocabulary"));
  word_ = f.table("word");
  position_ = f.matrix("position");
  extra_ = f.matrix("extra");
  norm_ = LayerNorm::of(f, "norm");
  eps_ = f.matrix("eps", 2);
  if (f.has("near")) near_ = f.matrix("near", kNearWidth);
  const auto heads = f.numbers("heads");
  blocks_ = blocks_of(f, "block", heads.empty() ? 0 : heads[0]);
  link_blocks_ = blocks_of(f, "link", heads.size() < 2 ? 0 : heads[1]);
  scores_ = Linear::of(f, "scores");
  word_link_ = Linear::of(f, "word_link");
  probability_link_ = Linear::of(f, "probability_link");
  cue_link_ = Linear::of(f, "cue_link");
  link_scores_ = Linear::of(f, "link_scores");
  distance_ = f.matrix("distance");
  cue_steps_ = f.matrix("cue_steps", 3);
  link_steps_ = f.matrix("link_steps", 5);
  calibration_ = f.matrix("calibration");
  width_ = word_.columns;
  link_width_ = distance_.columns;
}

bool EncoderNetwork::shapes_agree() const {
  const auto blocks_fit = [](const std::vector<TransformerBlock>& all, std::size_t width) {
    return !all.empty() && std::all_of(all.begin(), all.end(), [&](const TransformerBlock& b) { return b.fits(width); });
  };
  const auto heads_near = near_.data ? file_.has("heads") && near_.rows == blocks_.front().heads() : true;
  return pieces_.complete() && word_.rows == pieces_.size() && position_.rows == kPositions && position_.columns == width_ &&
         extra_.rows == kExtraRows + 1 && extra_.columns == width_ && norm_.fits(width_) && blocks_fit(blocks_, width_) &&
         blocks_fit(link_blocks_, link_width_) && heads_near && scores_.maps(width_, kWordScores) &&
         word_link_.maps(width_, link_width_) && probability_link_.maps(16, link_width_) &&
         cue_link_.maps(width_, link_width_) && link_scores_.maps(link_width_, kLinkScores) && cue_steps_.rows == 3 &&
         link_steps_.rows == 5 && distance_.rows == 2 * kLinkReach + 1 && eps_.rows == 1 && calibration_.rows == 1;
}

void EncoderNetwork::embed(std::uint32_t piece, std::size_t position, float* out) const {
  const std::int8_t* row = word_.data + std::size_t{piece} * width_;
  const float scale = word_.scale[piece];
  const float* place = position_.data + position * width_;
  for (std::size_t c = 0; c < width_; ++c) out[c] = scale * static_cast<float>(row[c]) + place[c];
}

void EncoderNetwork::add_extra(const WordFeatures* word, float* out) const {
  const auto row = [&](std::uint32_t r) { add_row(extra_.data + r * width_, width_, out); };
  if (!word) return row(kExtraRows);
  row(word->shape);
  row(kShapes + word->quote);
  row(kShapes + kQuoteStates + word->layout);
}

void EncoderNetwork::encode(const EncoderWindow& window, EncoderWorkspace& ws) const {
  const std::size_t n = window.words.size(), m = window.begins[n] - window.begins[0] + 2;
  grow(ws.pieces, m * width_);
  grow(ws.words, n * width_);
  grow(ws.out.words, n * kWordScores);
  ws.extra.assign(m * width_, 0.f);
  float* x = ws.pieces.data();
  embed(pieces_.begin(), 0, x);
  add_extra(nullptr, ws.extra.data());
  for (std::size_t t = 0; t < n; ++t)
    for (std::size_t at = window.begins[t]; at < window.begins[t + 1]; ++at) {
      const std::size_t place = at - window.begins[0] + 1;
      embed(window.pieces[at], place, x + place * width_);
      add_extra(&window.words[t], ws.extra.data() + place * width_);
    }
  embed(pieces_.end(), m - 1, x + (m - 1) * width_);
  add_extra(nullptr, ws.extra.data() + (m - 1) * width_);
  const float eps = eps_.data[0];
  k_->add_normalize(ws.extra.data(), m, width_, norm_.scale.data, norm_.shift.data, eps, x);
  for (const TransformerBlock& block : blocks_) block.apply(*k_, m, eps, near_.data, kNearWidth, kNearReach, x, ws.block);
  for (std::size_t t = 0; t < n; ++t) {
    const float* first = x + (window.begins[t] - window.begins[0] + 1) * width_;
    std::copy(first, first + width_, ws.words.data() + t * width_);
  }
  scores_.apply(*k_, ws.words.data(), n, ws.out.words.data());
  prepare_links(n, ws);
}

void EncoderNetwork::prepare_links(std::size_t n, EncoderWorkspace& ws) const {
  grow(ws.probabilities, n * 16);
  grow(ws.linkable, n * link_width_);
  for (std::size_t t = 0; t < n; ++t) {
    label_shares(*k_, ws.out.words.data() + t * kWordScores, ws.probabilities.data() + t * 16);
  }
  word_link_.apply(*k_, ws.words.data(), n, ws.linkable.data());
  probability_link_.add(*k_, ws.probabilities.data(), n, ws.linkable.data());
}

void EncoderNetwork::link(const CueWindow& cue, EncoderWorkspace& ws) const {
  const std::size_t n = cue.high - cue.low, width = link_width_;
  grow(ws.link_x, n * width);
  grow(ws.out.links, n * kLinkScores);
  ws.cue.assign(width_ + width, 0.f);
  float* mean = ws.cue.data();
  float* given = mean + width_;
  for (std::uint32_t t = cue.begin; t < cue.end; ++t) add_row(ws.words.data() + t * width_, width_, mean);
  const float share = 1.f / static_cast<float>(cue.end - cue.begin);
  for (std::size_t c = 0; c < width_; ++c) mean[c] *= share;
  cue_link_.apply(*k_, mean, 1, given);
  for (std::uint32_t t = cue.low; t < cue.high; ++t) {
    float* x = ws.link_x.data() + (t - cue.low) * width;
    std::copy(given, given + width, x);
    add_row(ws.linkable.data() + t * width, width, x);
    add_row(distance_.data + distance_row(t, cue) * width, width, x);
  }
  for (const TransformerBlock& block : link_blocks_) block.apply(*k_, n, eps_.data[1], nullptr, 0, 0, ws.link_x.data(), ws.block);
  link_scores_.apply(*k_, ws.link_x.data(), n, ws.out.links.data());
}

}  // namespace sayso
