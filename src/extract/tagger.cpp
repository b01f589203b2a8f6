#include "extract/tagger.h"

#include <algorithm>

#include "extract/decode.h"
#include "extract/windows.h"

namespace sayso {
namespace {

// A word may begin a cue where its score as one comes within this of its score as none (a log ratio); see the cascade's
// table in docs/models.md.
constexpr float kPossibleCue = -3.f;

std::vector<std::uint32_t> breaks_of(const Analysis& analysis) {
  std::vector<std::uint32_t> out;
  for (const TokenRange& p : analysis.paragraphs) out.push_back(p.begin);
  return out;
}

// Tags one document; holds what its windows share.
class Tagger {
 public:
  Tagger(const Networks& networks, const Analysis& analysis, const CueFilter& wanted, NetworkWorkspace& ws)
      : networks_(networks),
        analysis_(analysis),
        features_(analysis.features),
        wanted_(wanted),
        ws_(ws),
        breaks_(breaks_of(analysis)) {
    if (networks.encoder) cut_pieces();
  }

  std::vector<Attribution> run(std::vector<NameTag>& names) {
    std::vector<Attribution> out;
    names.resize(analysis_.tokens.size());
    for (const TokenRange& window : windows_of(analysis_.paragraphs, {}, kWindowWords)) read_fast(window, names, out);
    if (networks_.encoder) {
      for (const TokenRange& window : encoder_windows()) {
        encode(window, features_.subspan(window.begin, window.size()), out);
      }
    }
    return out;
  }

  // A stretch read as a text of its own.
  void look_inside(TokenRange content, std::vector<Attribution>& out) {
    std::vector<WordFeatures> words(features_.begin() + content.begin, features_.begin() + content.end);
    step_inside_quotation(words);
    networks_.fast.encode(words, ws_.fast);
    if (networks_.encoder) encode_inside(content, words, out);
    else link_fast(content, out);
  }

 private:
  void cut_pieces() {
    begins_.push_back(0);
    for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
      networks_.encoder->pieces().cut(analysis_.tokens[i].in(analysis_.text.utf8()), is_quotation_mark(features_[i]), pieces_);
      begins_.push_back(static_cast<std::uint32_t>(pieces_.size()));
    }
  }

  // The fast network's reading of a window: names; then its attributions, or where the encoder has to look.
  void read_fast(TokenRange window, std::vector<NameTag>& names, std::vector<Attribution>& out) {
    networks_.fast.encode(features_.subspan(window.begin, window.size()), ws_.fast);
    tag_names(window, names);
    if (networks_.encoder) note_possible_cues(window);
    else link_fast(window, out);
  }

  void tag_names(TokenRange window, std::vector<NameTag>& names) {
    for (std::uint32_t i = 0; i < window.size(); ++i) {
      const float* tags = ws_.fast.out.words.data() + std::size_t{i} * kWordScores + name_first;
      names[window.begin + i] = static_cast<NameTag>(std::max_element(tags, tags + kNameTags) - tags);
    }
  }

  bool possible_cue(std::uint32_t word) const {
    if (!networks_.cascade) return true;
    const float* scores = ws_.fast.out.words.data() + std::size_t{word} * kWordScores;
    return std::max(scores[cue_b], scores[cue_i]) - scores[cue_o] >= kPossibleCue;
  }

  void note_possible_cues(TokenRange window) {
    for (std::uint32_t i = 0; i < window.size(); ++i) {
      if (possible_cue(i)) possible_.push_back(window.begin + i);
    }
  }

  // Runs of paragraphs that the encoder reads: those with a possible cue or with words in quotation marks.
  std::vector<TokenRange> encoder_windows() const {
    std::vector<TokenRange> kept;
    for (const TokenRange& p : analysis_.paragraphs) {
      const auto cue = std::lower_bound(possible_.begin(), possible_.end(), p.begin);
      const bool quoted = std::any_of(features_.begin() + p.begin, features_.begin() + p.end,
                                      [](const WordFeatures& w) { return in_quotation(w); });
      if (quoted || (cue != possible_.end() && *cue < p.end)) kept.push_back(p);
    }
    return windows_of(kept, begins_, EncoderNetwork::kMostPieces);
  }

  void encode(TokenRange window, std::span<const WordFeatures> words, std::vector<Attribution>& out) {
    const EncoderNetwork& encoder = *networks_.encoder;
    encoder.encode({words, pieces_, std::span(begins_).subspan(window.begin, window.size() + 1)}, ws_.encoder);
    auto cues = decode_cues(ws_.encoder.out, window.size(), encoder.cue_steps(), scratch_);
    drop_unwanted(window, cues);
    link_cues(encoder, window, cues, ws_.encoder, scratch_, out);
  }

  void encode_inside(TokenRange content, std::span<const WordFeatures> words, std::vector<Attribution>& out) {
    bool possible = false;
    for (std::uint32_t i = 0; i < content.size() && !possible; ++i) possible = possible_cue(i);
    if (!possible) return;
    for (const TokenRange& window : windows_of({&content, 1}, begins_, EncoderNetwork::kMostPieces)) {
      encode(window, words.subspan(window.begin - content.begin, window.size()), out);
    }
  }

  std::vector<std::uint32_t> breaks_in(TokenRange window) const {
    const auto first = std::lower_bound(breaks_.begin(), breaks_.end(), window.begin);
    const auto last = std::lower_bound(first, breaks_.end(), window.end);
    std::vector<std::uint32_t> out(first, last);
    for (std::uint32_t& b : out) b -= window.begin;
    return out;
  }

  void drop_unwanted(TokenRange window, std::vector<TokenRange>& cues) const {
    if (!wanted_) return;
    std::erase_if(cues,
                  [&](TokenRange cue) { return !wanted_(window, {window.begin + cue.begin, window.begin + cue.end}); });
  }

  // Of the stretch that the fast network encoded last.
  void link_fast(TokenRange window, std::vector<Attribution>& out) {
    const FastNetwork& fast = networks_.fast;
    auto cues = decode_cues(ws_.fast.out, window.size(), fast.cue_steps(), scratch_);
    std::vector<std::uint32_t> begins;
    for (const TokenRange& cue : cues) begins.push_back(cue.begin);
    drop_unwanted(window, cues);
    if (cues.empty()) return;
    fast.prepare_links(window.size(), begins, breaks_in(window), ws_.fast);
    link_cues(fast, window, cues, ws_.fast, scratch_, out);
  }

  const Networks& networks_;
  const Analysis& analysis_;
  std::span<const WordFeatures> features_;
  const CueFilter& wanted_;
  NetworkWorkspace& ws_;
  std::vector<std::uint32_t> breaks_, possible_;  // tokens, ascending
  std::vector<std::uint32_t> pieces_, begins_;    // of all tokens, and where each one's begin
  DecodeScratch scratch_;
};

}  // namespace

std::vector<Attribution> tag_attributions(const Networks& networks, Analysis& analysis, NetworkWorkspace& workspace) {
  analysis.features = word_features(analysis.text, analysis.tokens, breaks_of(analysis), analysis.quotations);
  const CueFilter all;
  return Tagger(networks, analysis, all, workspace).run(analysis.names);
}

std::vector<Attribution> tag_inside(const Networks& networks, const Analysis& analysis,
                                    std::span<const TokenRange> stretches, const CueFilter& wanted,
                                    NetworkWorkspace& workspace) {
  std::vector<Attribution> out;
  if (stretches.empty()) return out;
  Tagger tagger(networks, analysis, wanted, workspace);
  for (const TokenRange& stretch : stretches) tagger.look_inside(stretch, out);
  return out;
}

}  // namespace sayso
