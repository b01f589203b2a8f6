#include "extract/tagger.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "extract/confidence.h"
#include "model/viterbi.h"

namespace sayso {
namespace {

// Runs of a begin label and the inside labels behind it, as token ranges shifted by `origin`.
std::vector<TokenRange> runs(std::span<const std::uint8_t> labels, std::uint8_t begin, std::uint8_t inside,
                             std::uint32_t origin) {
  std::vector<TokenRange> out;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    const std::uint32_t at = origin + i;
    if (labels[i] == begin) out.push_back({at, at + 1});
    else if (labels[i] == inside && !out.empty() && out.back().end == at) ++out.back().end;
  }
  return out;
}

// A statement with source, cue and content of its own takes this many words.
constexpr std::uint32_t kFewestNestedWords = 6;
// Below this, what is found inside a content is more often a turn of phrase than a statement.
constexpr float kLeastNestedConfidence = 0.5f;

// Whether a statement found inside a content is somebody else's: "I think" in a quotation is its speaker's own.
bool speaks_of_another(const Analysis& analysis, const Attribution& a) {
  static constexpr std::string_view kOwn[] = {"I", "i", "We", "we", "You", "you", "My", "my", "Our", "our", "Your", "your", "Us", "us", "Me", "me"};
  if (a.source.empty()) return false;
  const std::string_view first = analysis.tokens[a.source.front().begin].in(analysis.text.utf8());
  return std::find(std::begin(kOwn), std::end(kOwn), first) == std::end(kOwn);
}

// Tags one window after another; holds what they share.
class Tagger {
 public:
  Tagger(const FastNetwork& network, Analysis& analysis, FastWorkspace& ws)
      : network_(network), analysis_(analysis), ws_(ws) {
    for (const TokenRange& p : analysis.paragraphs) breaks_.push_back(p.begin);
    features_ = word_features(analysis.text, analysis.tokens, breaks_, analysis.quotations);
    analysis.names.resize(analysis.tokens.size());
  }

  void window(TokenRange window, std::vector<Attribution>& out) {
    network_.encode(std::span(features_).subspan(window.begin, window.size()), ws_);
    tag_names(window);
    attributions_of(window, out);
  }

  // What the words of a content attribute to somebody else, read as a text of its own: training data has no attribution
  // inside another one's content, so that in context the network is silent there.
  void inside(TokenRange content, std::vector<Attribution>& out) {
    std::vector<WordFeatures> words(features_.begin() + content.begin, features_.begin() + content.end);
    step_inside_quotation(words);
    network_.encode(words, ws_);
    std::vector<Attribution> found;
    attributions_of(content, found);
    std::copy_if(std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()), std::back_inserter(out),
                 [&](const Attribution& a) { return a.confidence >= kLeastNestedConfidence && speaks_of_another(analysis_, a); });
  }

 private:
  void tag_names(TokenRange window) {
    for (std::uint32_t i = 0; i < window.size(); ++i) {
      const float* tags = ws_.scores.data() + std::size_t{i} * kWordScores + name_first;
      analysis_.names[window.begin + i] = static_cast<NameTag>(std::max_element(tags, tags + kNameTags) - tags);
    }
  }

  std::vector<std::uint32_t> breaks_in(TokenRange window) const {
    const auto first = std::lower_bound(breaks_.begin(), breaks_.end(), window.begin);
    const auto last = std::lower_bound(first, breaks_.end(), window.end);
    std::vector<std::uint32_t> out(first, last);
    for (std::uint32_t& b : out) b -= window.begin;
    return out;
  }

  // Of the stretch that was encoded last.
  void attributions_of(TokenRange window, std::vector<Attribution>& out) {
    best_labels(kBeginInsideOutside, network_.cue_steps(), ws_.scores.data() + cue_o, window.size(), kWordScores, scratch_, labels_);
    const std::vector<TokenRange> cues = runs(labels_, 1, 2, 0);
    if (cues.empty()) return;
    std::vector<std::uint32_t> begins;
    for (const TokenRange& cue : cues) begins.push_back(cue.begin);
    network_.prepare_links(window.size(), begins, breaks_in(window), ws_);
    for (const TokenRange& cue : cues) link(window, cue, out);
  }

  void link(TokenRange window, TokenRange cue, std::vector<Attribution>& out) {
    const std::uint32_t n = window.size();
    const CueWindow near{cue.begin, cue.end, cue.begin > kLinkReach ? cue.begin - kLinkReach : 0,
                         std::min(n, cue.end + kLinkReach)};
    network_.link(near, ws_);
    best_labels(kLinkGrammar, network_.link_steps(), ws_.link_scores.data(), near.high - near.low, kLinkScores, scratch_, labels_);
    const std::uint32_t origin = window.begin + near.low;
    std::vector<TokenRange> content = runs(labels_, link_content_b, link_content_i, origin);
    if (content.empty()) return;
    const float confidence = confidence_of(network_.calibration(), ws_, near, labels_);
    out.push_back({{window.begin + cue.begin, window.begin + cue.end},
                   runs(labels_, link_source_b, link_source_i, origin), std::move(content), confidence});
  }

  const FastNetwork& network_;
  Analysis& analysis_;
  FastWorkspace& ws_;
  std::vector<std::uint32_t> breaks_;
  std::vector<WordFeatures> features_;
  std::vector<std::uint8_t> scratch_, labels_;
};

}  // namespace

std::vector<TokenRange> windows_of(const std::vector<TokenRange>& paragraphs) {
  std::vector<TokenRange> out;
  for (const TokenRange& p : paragraphs) {
    if (!out.empty() && p.end - out.back().begin <= kWindowWords) {
      out.back().end = p.end;
      continue;
    }
    for (std::uint32_t at = p.begin; at < p.end; at += kWindowWords) out.push_back({at, std::min(p.end, at + kWindowWords)});
  }
  return out;
}

std::vector<Attribution> tag_attributions(const FastNetwork& network, Analysis& analysis, FastWorkspace& workspace) {
  std::vector<Attribution> out;
  Tagger tagger(network, analysis, workspace);
  for (const TokenRange& window : windows_of(analysis.paragraphs)) tagger.window(window, out);
  const std::size_t outer = out.size();
  for (std::size_t i = 0; i < outer; ++i) {
    const std::vector<TokenRange> content = out[i].content;  // a copy: out grows
    for (const TokenRange& piece : content) {
      if (piece.size() >= kFewestNestedWords && piece.size() <= kWindowWords) tagger.inside(piece, out);
    }
  }
  return out;
}

}  // namespace sayso
