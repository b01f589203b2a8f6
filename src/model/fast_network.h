// The fast model: weights -> scores. Shapes: n words, H width, K width of the second stage; see docs/models.md.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/features.h"
#include "model/kernels/kernels.h"
#include "model/linear.h"
#include "model/model_file.h"
#include "model/scores.h"
#include "sayso/error.h"

namespace sayso {

// What the layers' kernel works in.
struct LayerRoom {
  std::vector<float> hidden, scales, block;
  std::vector<std::uint8_t> q, hidden_q;

  LayerMemory for_rows(std::size_t n, const GatedLayer& layer);
};

// Memory that calls reuse; one a thread.
struct FastWorkspace {
  std::vector<std::array<std::uint32_t, 3>> rows;  // a word: of the tables of words, prefixes, suffixes
  std::vector<float> x;
  LayerRoom room;
  Scores out;
  std::vector<float> linkable;                    // n x K: each word's share of stage two's input
  std::vector<float> cue, probabilities, link_x;
  std::vector<std::uint32_t> cues_before, breaks_before;  // n + 1: how many begin before a word
};

// Immutable; all calls are const and safe side by side with a workspace each.
class FastNetwork {
 public:
  static constexpr std::uint32_t kLinkReach = 64;  // words on either side of a cue that stage two looks at

  // Errors: those of ModelFile, and bad_model where tensors are missing or of other shapes.
  static Result<FastNetwork> load(const std::string& path);

  // Stage one over one window: fills ws.x (n x H) and ws.out.words.
  void encode(std::span<const WordFeatures> words, FastWorkspace& ws) const;
  // Before link: the cues (their first words) and the paragraphs' first words of the window that was encoded.
  void prepare_links(std::size_t n, std::span<const std::uint32_t> cue_begins, std::span<const std::uint32_t> breaks,
                     FastWorkspace& ws) const;
  // Stage two for one cue: fills ws.out.links.
  void link(const CueWindow& cue, FastWorkspace& ws) const;

  // What the decoder adds for each step from label to label: of the cue layer (3 x 3) and of stage two (5 x 5).
  const float* cue_steps() const { return cue_steps_.data; }
  const float* link_steps() const { return link_steps_.data; }
  // Logistic calibration of confidences: weights of the features in confidence.h, bias last.
  std::span<const float> calibration() const { return calibration_.row(0); }
  std::uint64_t checksum() const { return file_.checksum(); }

 private:
  // Weights rounded to bytes at loading; see kernels.h.
  struct Bytes {
    std::vector<std::int8_t> packed;
    std::vector<float> scale, bias;
    std::vector<std::int32_t> sum;
    std::size_t depth = 0, columns = 0;

    ByteWeights view(std::int32_t zero) const {
      return {packed.data(), scale.data(), sum.data(), bias.data(), depth, columns, zero};
    }
  };
  struct Layer {
    Matrix scale, mix;
    Bytes gates, out;
    std::size_t width = 0, inner = 0;

    GatedLayer view() const;
  };
  template <class Order>
  static Bytes bytes(ModelFile& file, const std::string& name, const Order& order);
  static Layer layer(ModelFile& file, const std::string& name);
  bool shapes_agree() const;
  void build_vocabulary(std::span<const std::uint64_t> forms);
  std::uint32_t row_of(std::uint64_t form) const;
  void embed(std::span<const WordFeatures> words, FastWorkspace& ws) const;
  void sum(const WordFeatures& word, const std::array<std::uint32_t, 3>& rows, float* out) const;
  void apply(const Layer& layer, std::size_t n, float* x, FastWorkspace& ws) const;

  ModelFile file_;
  const Kernels* k_ = nullptr;
  Table word_, prefix_, suffix_;
  Matrix small_, scale_, link_scale_, distance_, between_, calibration_, cue_steps_, link_steps_;
  std::vector<Layer> layers_, link_layers_;
  Linear scores_, word_link_, probability_link_, cue_link_, link_scores_;
  struct Slot {
    std::uint64_t form = 0;
    std::uint32_t row = 0;
  };
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::size_t width_ = 0, link_width_ = 0, file_vocabulary_ = 0;
};

}  // namespace sayso
