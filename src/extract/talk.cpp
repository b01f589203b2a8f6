#include "extract/talk.h"

#include <algorithm>

#include "extract/layout.h"
#include "extract/marks.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kLongTurn = 25;   // words; who speaks longer makes a statement
constexpr std::uint32_t kShortLine = 12;  // words of a paragraph; three such ones in a row are a talk
constexpr std::uint32_t kShortTurn = 10;  // and who speaks that shortly is in conversation

struct Line {
  bool quoted = false;      // has a quotation
  bool begins = false;      // begins with one
  bool lone = false;        // holds nothing else
  bool open = false;        // its last quotation goes on in the next paragraph
  bool asks = false;        // a lone question, or "asked" beside a quotation
  bool answers = false;     // "replied"
  std::uint32_t words = 0;  // of its last quotation
  std::uint32_t all = 0;    // of the whole paragraph
};

// "wrote back", "shot back".
bool answers_with_back(std::string_view verb) {
  static const WordSet set(
      "wrote writes said says shot shoots fired fires snapped snaps texted texts typed types hit hits came comes "
      "called calls yelled shouted barked "
      "asked asks");
  return set.contains(verb);
}

class Lines {
 public:
  explicit Lines(const Analysis& a) : a_(a), l_(a), marks_(a), lines_(a.paragraphs.size()) {
    std::size_t q = 0;
    const auto& all = a.quotations.quotations;
    for (std::size_t p = 0; p < lines_.size(); ++p) {
      const TokenRange paragraph = a.paragraphs[p];
      if (paragraph.empty()) continue;
      lines_[p].all = l_.words(paragraph);
      std::uint32_t outside = paragraph.begin;
      for (; q < all.size() && (marks_.range(q).empty() || marks_.range(q).begin < paragraph.end); ++q) {
        const TokenRange range = marks_.range(q);
        if (all[q].parent >= 0 || range.empty() || range.begin < paragraph.begin) continue;
        read_words(lines_[p], {outside, range.begin});
        quotation(lines_[p], paragraph, range, q);
        outside = std::max(outside, range.end);
      }
      read_words(lines_[p], {outside, paragraph.end});
    }
  }

  const Line& operator[](std::size_t p) const { return lines_[p]; }
  std::size_t size() const { return lines_.size(); }

 private:
  void read_words(Line& line, TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (!l_.is_word(t)) continue;
      const std::string word = l_.lower(t);
      line.asks |= is_asking(word);
      line.answers |= is_answering(word) || (word == "back" && t > range.begin && answers_with_back(l_.lower(t - 1)));
    }
  }

  void quotation(Line& line, TokenRange paragraph, TokenRange range, std::size_t q) const {
    line.quoted = true;
    line.begins |= range.begin == paragraph.begin;
    line.lone = range == paragraph && a_.quotations.quotations[q].continues < 0;
    line.words = l_.words(range);
    line.open = range.end >= paragraph.end && !marks_.closes(range.end - 1);
    if (!line.lone) return;
    for (std::uint32_t t = range.end; t > range.begin && !l_.is_word(t - 1); --t) line.asks |= l_.is(t - 1, "?");
  }

  const Analysis& a_;
  const Layout l_;
  const MarkedTokens marks_;
  std::vector<Line> lines_;
};

bool is_talk(const Lines& lines, std::size_t begin, std::size_t end) {
  std::uint32_t lone = 0, brief = 0, short_lines = 0;
  bool asks = false, answers = false;
  for (std::size_t p = begin; p < end; ++p) {
    const Line& line = lines[p];
    if (line.lone && line.words > kLongTurn) return false;
    lone += line.lone;
    brief += line.lone && line.words <= kShortTurn;
    short_lines += line.begins && line.all <= kShortLine;
    asks |= line.asks && p + 1 < end;
    answers |= line.answers;
  }
  return lone > 0 && end - begin > 1 && (asks || answers || brief > 1 || (brief > 0 && short_lines > 2));
}

}  // namespace

bool is_asking(std::string_view word) {
  static const WordSet set("ask asks asked asking inquired enquired wondered demanded pressed");
  return set.contains(word);
}

bool is_answering(std::string_view word) {
  static const WordSet set(
      "answer answers answered reply replies replied replying responds responded retort retorts retorted interrupts "
      "interrupted countered counters rejoined");
  return set.contains(word);
}

Talk find_talk(const Analysis& analysis) {
  Talk out;
  if (analysis.quotations.quotations.empty()) return out;
  const Lines lines(analysis);
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (lines[begin].quoted && end < lines.size() && lines[end].begins && !lines[end - 1].open) ++end;
    if (is_talk(lines, begin, end)) {
      out.number.resize(lines.size(), 0);
      out.lone.resize(lines.size(), false);
      ++number;
      for (std::size_t p = begin; p < end; ++p) out.number[p] = number, out.lone[p] = lines[p].lone;
    }
    begin = end;
  }
  return out;
}

void part_turns(const Analysis& analysis, const Talk& talk, std::vector<Attribution>& attributions) {
  if (!talk.any()) return;
  std::vector<bool> lone(analysis.tokens.size(), false);
  for (std::size_t p = 0; p < analysis.paragraphs.size(); ++p) {
    const TokenRange range = analysis.paragraphs[p];
    if (talk.lone[p]) std::fill(lone.begin() + range.begin, lone.begin() + range.end, true);
  }
  for (Attribution& a : attributions) {
    std::vector<TokenRange> kept;
    for (const TokenRange piece : a.content) {
      for (std::uint32_t t = piece.begin; t < piece.end;) {
        std::uint32_t end = t + 1;
        while (end < piece.end && lone[end] == lone[t]) ++end;
        if (!lone[t]) kept.push_back({t, end});
        t = end;
      }
    }
    // A nested statement, or one that reads nothing but the turn, stays as it is.
    const bool inside = !a.cue.empty() && lone[a.cue.begin];
    if (!inside && (!kept.empty() || (a.cue.empty() && a.source.empty()))) a.content = std::move(kept);
  }
  std::erase_if(attributions, [](const Attribution& a) { return a.content.empty(); });
}

}  // namespace sayso
