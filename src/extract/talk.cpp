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
  std::size_t first = 0, last = 0;  // its quotations, by number
  bool quoted = false;              // has a quotation
  bool begins = false;              // begins with one
  bool lone = false;                // holds nothing else
  bool open = false;                // its last quotation goes on in the next paragraph
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
      lines_[p].first = q;
      for (; q < all.size() && (marks_.range(q).empty() || marks_.range(q).begin < paragraph.end); ++q) {
        if (is_outermost(q, paragraph)) look_at(lines_[p], paragraph, q);
      }
      lines_[p].last = q;
    }
  }

  const Line& operator[](std::size_t p) const { return lines_[p]; }
  std::size_t size() const { return lines_.size(); }

  // Of a paragraph's last quotation.
  std::uint32_t quoted_words(std::size_t p) const {
    std::uint32_t out = 0;
    for (std::size_t q = lines_[p].first; q < lines_[p].last; ++q) {
      if (is_outermost(q, a_.paragraphs[p])) out = l_.words(marks_.range(q));
    }
    return out;
  }
  std::uint32_t words(std::size_t p) const { return l_.words(a_.paragraphs[p]); }

  bool asks(std::size_t p) const {
    return std::ranges::any_of(outside(p), [&](TokenRange range) { return has_word(range, is_asking); }) || is_lone_question(p);
  }
  bool answers(std::size_t p) const {
    return std::ranges::any_of(outside(p), [&](TokenRange range) { return has_word(range, is_answering) || has_back(range); });
  }

 private:
  bool is_outermost(std::size_t q, TokenRange paragraph) const {
    const TokenRange range = marks_.range(q);
    return a_.quotations.quotations[q].parent < 0 && !range.empty() && range.begin >= paragraph.begin;
  }

  void look_at(Line& line, TokenRange paragraph, std::size_t q) const {
    const TokenRange range = marks_.range(q);
    line.quoted = true;
    line.begins |= range.begin == paragraph.begin;
    line.lone = range == paragraph && a_.quotations.quotations[q].continues < 0;
    line.open = range.end >= paragraph.end && !marks_.closes(range.end - 1);
  }

  // What stands between the quotations of a paragraph.
  std::vector<TokenRange> outside(std::size_t p) const {
    const TokenRange paragraph = a_.paragraphs[p];
    std::vector<TokenRange> out;
    std::uint32_t begin = paragraph.begin;
    for (std::size_t q = lines_[p].first; q < lines_[p].last; ++q) {
      if (!is_outermost(q, paragraph)) continue;
      out.push_back({begin, marks_.range(q).begin});
      begin = std::max(begin, marks_.range(q).end);
    }
    out.push_back({begin, paragraph.end});
    return out;
  }

  template <class Is>
  bool has_word(TokenRange range, const Is& is) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (l_.is_word(t) && is(l_.lower(t))) return true;
    }
    return false;
  }
  bool has_back(TokenRange range) const {
    for (std::uint32_t t = range.begin + 1; t < range.end; ++t) {
      if (l_.lower(t) == "back" && answers_with_back(l_.lower(t - 1))) return true;
    }
    return false;
  }

  bool is_lone_question(std::size_t p) const {
    for (std::size_t q = lines_[p].first; q < lines_[p].last; ++q) {
      const TokenRange range = marks_.range(q);
      if (!is_outermost(q, a_.paragraphs[p]) || range != a_.paragraphs[p] || a_.quotations.quotations[q].continues >= 0) continue;
      for (std::uint32_t t = range.end; t > range.begin && !l_.is_word(t - 1); --t) {
        if (l_.is(t - 1, "?")) return true;
      }
    }
    return false;
  }

  const Analysis& a_;
  const Layout l_;
  const MarkedTokens marks_;
  std::vector<Line> lines_;
};

bool is_talk(const Lines& lines, std::size_t begin, std::size_t end) {
  if (end - begin < 2) return false;
  std::uint32_t lone = 0, brief = 0, short_lines = 0;
  for (std::size_t p = begin; p < end; ++p) {
    const std::uint32_t words = lines[p].lone ? lines.quoted_words(p) : 0;
    if (words > kLongTurn) return false;
    lone += lines[p].lone;
    brief += lines[p].lone && words <= kShortTurn;
    short_lines += lines[p].begins && lines.words(p) <= kShortLine;
  }
  if (lone == 0) return false;
  if (brief > 1 || (brief > 0 && short_lines > 2)) return true;
  for (std::size_t p = begin; p < end; ++p) {
    if ((p + 1 < end && lines.asks(p)) || lines.answers(p)) return true;
  }
  return false;
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

namespace {

// “Not yet,” | Cole replied: the quotation in the cue's paragraph; "According to | Cole, it …": what stands behind the
// comma.
std::vector<TokenRange> beside_cue(const Analysis& analysis, const MarkedTokens& marks, TokenRange cue) {
  const auto p = std::ranges::partition_point(analysis.paragraphs, [&](TokenRange r) { return r.end <= cue.begin; });
  const auto& all = analysis.quotations.quotations;
  const std::uint32_t begin = analysis.tokens[p->begin].begin;
  const auto first =
      std::ranges::partition_point(all, [&](const Quotation& q) { return q.span.begin < begin; }) - all.begin();
  const TokenRange quotation = first < std::ssize(all) ? marks.range(static_cast<std::size_t>(first)) : TokenRange{};
  if (!quotation.empty() && p->contains(quotation.begin) && quotation.begin < cue.begin) return {quotation};
  const Layout l(analysis);
  if (cue.begin != p->begin) return {};
  std::uint32_t t = cue.end;
  while (t < p->end && !l.is(t, ",")) ++t;
  std::uint32_t end = t + 1;
  while (end < p->end && !(l.is_stop(end) && (end + 1 == p->end || l.is_spaced(end + 1)))) ++end;
  return end > t + 1 && end <= p->end ? std::vector<TokenRange>{{t + 1, end}} : std::vector<TokenRange>();
}

}  // namespace

void part_turns(const Analysis& analysis, const Talk& talk, std::vector<Attribution>& attributions) {
  if (!talk.any()) return;
  const MarkedTokens marks(analysis);
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
    // A nested statement stays as it is; one that has nothing but turns has its own words beside its cue.
    if (!a.cue.empty() && lone[a.cue.begin]) continue;
    if (kept.empty() && !a.cue.empty()) kept = beside_cue(analysis, marks, a.cue);
    a.content = std::move(kept);
  }
  std::erase_if(attributions, [](const Attribution& a) { return a.content.empty(); });
}

}  // namespace sayso
