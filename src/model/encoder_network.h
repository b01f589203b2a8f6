// The encoder models: a pretrained transformer over word pieces, fine-tuned in the same two stages as the fast model.
// Shapes: n words, m pieces (two more with the text's begin and end), H width, K width of stage two; see docs/models.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/features.h"
#include "model/scores.h"
#include "model/transformer.h"
#include "model/word_pieces.h"
#include "sayso/error.h"

namespace sayso {

// Memory that calls reuse; one a thread.
struct EncoderWorkspace {
  BlockWorkspace block;
  std::vector<float> pieces, extra;   // (m + 2) x H
  std::vector<float> words;           // n x H: each word's first piece
  std::vector<float> probabilities;   // n x 16
  std::vector<float> linkable;        // n x K: each word's share of stage two's input
  std::vector<float> cue, link_x;
  Scores out;
};

// A window as the encoder reads it. begins has n + 1 entries: where each word's pieces begin, and where the last one's end,
// counted from begins[0]; at most kMostPieces pieces.
struct EncoderWindow {
  std::span<const WordFeatures> words;
  std::span<const std::uint32_t> pieces;
  std::span<const std::uint32_t> begins;
};

// Immutable; all calls are const and safe side by side with a workspace each.
class EncoderNetwork {
 public:
  static constexpr std::uint32_t kMostPieces = 254;
  static constexpr std::uint32_t kLinkReach = 80;  // words on either side of a cue that stage two looks at

  // Errors: those of ModelFile, and bad_model where tensors are missing or of other shapes.
  static Result<EncoderNetwork> load(const std::string& path);

  const WordPieces& pieces() const { return pieces_; }
  // Stage one over one window: fills ws.out.words, and ws.linkable for stage two.
  void encode(const EncoderWindow& window, EncoderWorkspace& ws) const;
  // Stage two for one cue: fills ws.out.links.
  void link(const CueWindow& cue, EncoderWorkspace& ws) const;

  // As FastNetwork's.
  const float* cue_steps() const { return cue_steps_.data; }
  const float* link_steps() const { return link_steps_.data; }
  std::span<const float> calibration() const { return calibration_.row(0); }
  std::uint64_t checksum() const { return file_.checksum(); }

 private:
  void read(ModelFile& file);
  bool shapes_agree() const;
  void embed(std::uint32_t piece, std::size_t position, float* out) const;
  void add_extra(const WordFeatures* word, float* out) const;
  void prepare_links(std::size_t n, EncoderWorkspace& ws) const;

  ModelFile file_;
  const Kernels* k_ = nullptr;
  WordPieces pieces_;
  Table word_;
  Matrix position_, extra_, near_, distance_, eps_, calibration_, cue_steps_, link_steps_;
  LayerNorm norm_;
  std::vector<TransformerBlock> blocks_, link_blocks_;
  Linear scores_, word_link_, probability_link_, cue_link_, link_scores_;
  std::size_t width_ = 0, link_width_ = 0;
};

}  // namespace sayso
