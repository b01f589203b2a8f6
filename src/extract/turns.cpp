#include "extract/turns.h"

#include <algorithm>
#include <string>

#include "extract/blocks.h"
#include "extract/layout.h"
#include "extract/speakers.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr float kTurnConfidence = 0.95f;
// So many paragraphs between two turns belong to the first without further signs: twice the transcript's average, within these.
constexpr std::uint32_t kNear = 3, kFar = 12;
constexpr std::uint32_t kLabelTokens = 8;

enum class Voice : std::uint8_t { own, open, other };  // speaks of itself; may be anybody's; surely not the speaker's

class Turns {
 public:
  // `labelled`: paragraphs with a label of any kind, whether it is a speaker's or not.
  Turns(const Analysis& analysis, const Layout& layout, const std::vector<Turn>& turns, std::vector<bool> labelled)
      : a_(analysis), l_(layout), turns_(turns), labelled_(std::move(labelled)), quotation_(analysis.tokens.size(), 0) {
    const std::uint32_t paragraphs = turns.back().paragraph - turns.front().paragraph + 1;
    const auto number = static_cast<std::uint32_t>(turns.size());
    near_ = std::clamp(2 * (std::max(paragraphs, number) - number) / number, kNear, kFar);
    read_quotations();
  }

  std::vector<Block> blocks() const {
    std::vector<Block> out;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      Block block = block_of(i);
      if (!block.attribution.content.empty()) out.push_back(std::move(block));
    }
    return out;
  }

 private:
  bool is_last(std::size_t i) const { return i + 1 == turns_.size(); }

  Block block_of(std::size_t i) const {
    const Turn& turn = turns_[i];
    const TokenRange paragraph = a_.paragraphs[turn.paragraph];
    const bool shared = !is_last(i) && turns_[i + 1].paragraph == turn.paragraph;
    Block out;
    out.exclusive = true;
    out.attribution.cue = turn.label.cue;
    out.attribution.source = {turn.label.name};
    out.attribution.confidence = kTurnConfidence;
    const TokenRange text{turn.label.text, shared ? turns_[i + 1].label.begin : paragraph.end};
    const std::uint32_t quoted = text.empty() ? 0 : quotation_[text.begin];
    const bool quotes = 2 * (std::max(quoted, text.begin) - text.begin) >= text.size() && !text.empty();
    // A quotation that nobody closed may run over the next turn's label.
    add(quotes ? TokenRange{text.begin, shared ? std::min(quoted, text.end) : quoted} : text, out);
    const bool whole = text.empty() || l_.ends_sentence(text) || l_.is_dash(text.end - 1);  // not a heading
    if (!shared && !quotes && whole) add_following(i, out);
    const std::uint32_t end = out.attribution.content.empty() ? turn.label.text : out.attribution.content.back().end;
    out.extent = {turn.label.begin, end};
    return out;
  }

  void add(TokenRange piece, Block& out) const {
    piece = l_.without_links(piece);
    while (!piece.empty() && l_.is(piece.end - 1, "*")) --piece.end;
    if (l_.words(piece) > 0 && !is_stage_direction(piece)) out.attribution.content.push_back(piece);
  }

  // "(LAUGHTER)", "[Music]"
  bool is_stage_direction(TokenRange range) const {
    return (l_.is(range.begin, "(") && l_.is(range.end - 1, ")")) || (l_.is(range.begin, "[") && l_.is(range.end - 1, "]"));
  }

  // The paragraphs behind, as long as they can be the same voice.
  void add_following(std::size_t i, Block& out) const {
    const std::uint32_t first = turns_[i].paragraph + 1;
    const std::uint32_t end = is_last(i) ? static_cast<std::uint32_t>(a_.paragraphs.size()) : turns_[i + 1].paragraph;
    const bool near = !is_last(i) && end - first <= near_ && !is_told(first, end, turns_[i].label.key);
    for (std::uint32_t p = first; p < end; ++p) {
      const TokenRange range = a_.paragraphs[p];
      if (labelled_[p]) return;
      if (!out.attribution.content.empty() && is_heading(range)) {
        if (near) continue;
        return;
      }
      const Voice voice = voice_of(range, turns_[i].label.key);
      const bool label_alone = out.attribution.content.empty() && p == first;
      if (voice == Voice::other || (voice == Voice::open && !near && !label_alone)) return;
      add(range, out);
    }
  }

  // Somebody else's words stand between two turns: none of them is surely the speaker's.
  bool is_told(std::uint32_t first, std::uint32_t end, const std::string& key) const {
    for (std::uint32_t p = first; p < end; ++p) {
      if (labelled_[p] || voice_of(a_.paragraphs[p], key) == Voice::other) return true;
    }
    return false;
  }

  bool is_heading(TokenRange range) const { return is_stage_direction(range) || (l_.words(range) <= 8 && !l_.ends_sentence(range)); }

  // Reads what stands outside quotation marks.
  Voice voice_of(TokenRange range, const std::string& key) const {
    static const WordSet self("i me my mine myself");
    if (l_.is(range.end - 1, ":")) return Voice::other;  // brings in what follows
    bool own = false, named = false;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (quotation_[t] > 0) continue;
      if (l_.is(t, ":") && t < range.begin + kLabelTokens && l_.is_all_caps(t - 1)) return Voice::other;  // "THE FACTS:"
      const std::string word = l_.lower(t);
      named |= key.size() > 1 && word == key;
      own |= self.contains(word);
    }
    if (named) return own ? Voice::open : Voice::other;  // "A man told me I looked like a cheaper Imelda Crake"
    return own ? Voice::own : Voice::open;
  }

  void read_quotations() {
    std::uint32_t t = 0;
    for (const Quotation& q : a_.quotations.quotations) {
      if (q.parent >= 0) continue;
      while (t < quotation_.size() && a_.tokens[t].begin < q.span.begin) ++t;
      std::uint32_t end = t;
      while (end < quotation_.size() && a_.tokens[end].begin < q.span.end) ++end;
      for (; t < end; ++t) quotation_[t] = end;
    }
  }

  const Analysis& a_;
  const Layout& l_;
  const std::vector<Turn>& turns_;
  std::vector<bool> labelled_;            // of each paragraph
  std::vector<std::uint32_t> quotation_;  // of each token: one past the end of the outermost quotation around it, 0 for none
  std::uint32_t near_ = kNear;
};

}  // namespace

void add_turns(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const Layout layout(analysis);
  std::vector<Turn> turns = find_labels(analysis, layout);
  if (turns.empty()) return;
  std::vector<bool> labelled(analysis.paragraphs.size());
  for (const Turn& turn : turns) labelled[turn.paragraph] = true;
  keep_speakers(analysis, layout, turns);
  if (!turns.empty()) add_blocks(analysis, Turns(analysis, layout, turns, std::move(labelled)).blocks(), attributions);
}

}  // namespace sayso
