#include "extract/uncued.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "extract/marks.h"
#include "extract/names_in_marks.h"

namespace sayso {
namespace {

constexpr std::uint32_t kFewestWords = 4;      // shorter ones are mostly names, titles and scare quotes
constexpr std::uint32_t kTail = 12;            // tokens behind "Cole said" to the end of its paragraph
constexpr float kFollowingConfidence = 0.6f;   // share of such quotations that are statements, on the development sets

char32_t first_char(const Analysis& a, std::uint32_t token) {
  std::size_t at = a.tokens[token].byte;
  return decode(a.text.utf8(), at);
}

bool ends_speech(char32_t c) { return c == U'.' || c == U',' || c == U'!' || c == U'?' || c == U'…' || c == U'—' || c == U'-'; }

// A sentence in quotation marks: begins with a capital, has some words, ends with a stop or comma before the closing mark.
bool reads_like_speech(const Analysis& a, const MarkedTokens& marks, TokenRange quotation) {
  std::uint32_t first = quotation.begin, last = quotation.end;
  while (first < last && marks.opens(first)) ++first;
  while (last > first && marks.closes(last - 1)) --last;
  std::uint32_t words = 0;
  for (std::uint32_t t = first; t < last; ++t) words += is_word(first_char(a, t));
  if (words < kFewestWords) return false;
  const auto initial = static_cast<UChar32>(first_char(a, first));
  return (u_isupper(initial) || u_isdigit(initial)) && ends_speech(first_char(a, last - 1));
}

class Uncued {
 public:
  Uncued(const Analysis& analysis, const Talk& talk, std::vector<Attribution>& attributions)
      : a_(analysis), marks_(analysis), names_(names_in_marks(analysis, marks_)), talk_(talk), out_(attributions), owner_(analysis.tokens.size(), -1),
        paragraph_(analysis.tokens.size()), of_quotation_(analysis.quotations.quotations.size(), -1) {
    for (std::uint32_t p = 0; p < a_.paragraphs.size(); ++p) {
      std::fill(paragraph_.begin() + a_.paragraphs[p].begin, paragraph_.begin() + a_.paragraphs[p].end, p);
    }
    for (std::size_t i = 0; i < out_.size(); ++i) {
      for (const TokenRange& piece : out_[i].content) claim(piece, static_cast<std::int32_t>(i));
      for (const TokenRange& piece : out_[i].source) claim(piece, static_cast<std::int32_t>(i));
      claim(out_[i].cue, static_cast<std::int32_t>(i));
    }
    in_content_.resize(owner_.size());
    for (const Attribution& one : out_)
      for (const TokenRange& piece : one.content) std::fill(in_content_.begin() + piece.begin, in_content_.begin() + piece.end, true);
  }

  void run() {
    const auto& all = a_.quotations.quotations;
    for (std::size_t q = 0; q < all.size(); ++q) {
      const TokenRange range = marks_.range(q);
      if (all[q].parent >= 0 || range.empty()) continue;
      if (is_aside(range)) {
        free_from_sources(range);
        add_alone(q, range);
        continue;
      }
      const auto held = std::find(in_content_.begin() + range.begin, in_content_.begin() + range.end, true);
      if (held != in_content_.begin() + range.end) {
        of_quotation_[q] = owner_[static_cast<std::size_t>(held - in_content_.begin())];
        continue;
      }
      if (const std::int32_t owner = interrupted(q, range); owner >= 0) {
        join(q, range, owner);
        continue;
      }
      if (!is_turn(range) && (names_[q] || !reads_like_speech(a_, marks_, range))) continue;
      add(q, range);
    }
  }

 private:
  // “And did you?”, “Deep,” he answers: the beginning of a turn in a talk, of any length.
  bool is_turn(TokenRange range) const {
    if (!talk_.any()) return false;
    const std::uint32_t p = paragraph_[range.begin];
    if (talk_.lone[p]) return true;
    return talk_.number[p] > 0 && range.begin == a_.paragraphs[p].begin && range.size() > 2 && ends_speech(first_char(a_, range.end - 2));
  }

  // Cole — “I have two boats” — could not say: words of whom stands before the dash.
  bool is_aside(TokenRange range) const {
    if (range.begin < 2 || range.end >= owner_.size() || paragraph_[range.begin - 1] != paragraph_[range.end]) return false;
    const auto dash = [&](std::uint32_t t) { return first_char(a_, t) == U'—' || first_char(a_, t) == U'–' || (first_char(a_, t) == U'-' && is_apart(t)); };
    if (!dash(range.begin - 1) || !dash(range.end)) return false;
    std::uint32_t words = 0;
    for (std::uint32_t t = range.begin; t < range.end; ++t) words += is_word(first_char(a_, t));
    const bool held = std::find(in_content_.begin() + range.begin, in_content_.begin() + range.end, true) != in_content_.begin() + range.end;
    return words >= kFewestWords && !held;
  }

  // White space on both sides: a hyphen for a dash.
  bool is_apart(std::uint32_t t) const {
    return t > 0 && t + 1 < a_.tokens.size() && a_.tokens[t].byte > a_.tokens[t - 1].byte_end && a_.tokens[t + 1].byte > a_.tokens[t].byte_end;
  }

  void free_from_sources(TokenRange range) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (owner_[t] < 0) continue;
      Attribution& a = out_[static_cast<std::size_t>(owner_[t])];
      for (TokenRange& piece : a.source) {
        if (piece.begin < range.begin && piece.end >= range.end) piece.end = range.begin - 1;
      }
      return;
    }
  }

  void claim(TokenRange range, std::int32_t attribution) {
    std::fill(owner_.begin() + range.begin, owner_.begin() + std::max(range.begin, range.end), attribution);
  }

  // The attribution that this quotation goes on with, or -1.
  std::int32_t before(std::size_t quotation, TokenRange range) const {
    if (const std::int32_t earlier = a_.quotations.quotations[quotation].continues; earlier >= 0) {
      return of_quotation_[static_cast<std::size_t>(earlier)];
    }
    for (std::uint32_t t = range.begin; t-- > 0 && paragraph_[t] == paragraph_[range.begin];) {
      if (owner_[t] >= 0) return owner_[t];
      if (is_word(first_char(a_, t))) return -1;
    }
    if (const std::int32_t behind = said_behind(range); behind >= 0) return behind;
    return is_turn(range) ? -1 : quoted_above(range);
  }

  // “It is late,” Cole said. “We go.”: what follows a quotation is who says it, though the model has only the second part.
  std::int32_t said_behind(TokenRange range) const {
    if (range.end >= owner_.size() || paragraph_[range.end] != paragraph_[range.begin] || owner_[range.end] < 0) return -1;
    const Attribution& a = out_[static_cast<std::size_t>(owner_[range.end])];
    const bool source = !a.source.empty() && a.source.front().begin == range.end;
    const bool cue = a.cue.begin == range.end;
    const bool goes_on = a.content.size() == 1 && marks_.opens(a.content.front().begin) && a.content.front().begin >= a.cue.end;
    return !a.cue.empty() && (source || cue) && goes_on ? owner_[range.end] : -1;
  }

  // A paragraph of nothing but a quotation goes on with the quotation of the paragraph above that ends it, but for words
  // like "on Monday".
  std::int32_t quoted_above(TokenRange range) const {
    const std::uint32_t p = paragraph_[range.begin];
    if (p == 0 || a_.paragraphs[p] != range) return -1;
    const TokenRange above = a_.paragraphs[p - 1];
    for (std::uint32_t t = above.end; t > above.begin && t + kTail > above.end; --t) {
      const std::int32_t owner = owner_[t - 1];
      if (owner < 0) continue;
      const Attribution& a = out_[static_cast<std::size_t>(owner)];
      return marks_.opens(a.content.front().begin) ? owner : -1;
    }
    return -1;
  }

  // “Five,” objects Cole, | “is a brave number.”: whose cue stands between, or -1. The two halves may come in either order.
  std::int32_t interrupted(std::size_t quotation, TokenRange range) const {
    if (names_[quotation]) return -1;
    if (quotation > 0 && are_halves(marks_.range(quotation - 1), range)) {
      const std::int32_t owner = with_cue_in(of_quotation_[quotation - 1], {marks_.range(quotation - 1).end, range.begin});
      if (owner >= 0) return owner;
    }
    const std::size_t next = quotation + 1;
    if (next >= of_quotation_.size() || !are_halves(range, marks_.range(next))) return -1;
    const TokenRange second = marks_.range(next);
    const auto held = std::find(in_content_.begin() + second.begin, in_content_.begin() + second.end, true);
    if (held == in_content_.begin() + second.end) return -1;
    return with_cue_in(owner_[static_cast<std::size_t>(held - in_content_.begin())], {range.end, second.begin});
  }

  std::int32_t with_cue_in(std::int32_t owner, TokenRange gap) const {
    if (owner < 0) return -1;
    const TokenRange cue = out_[static_cast<std::size_t>(owner)].cue;
    return !cue.empty() && gap.contains(cue.begin) ? owner : -1;
  }

  // One sentence in two quotations: a comma ends the first and what stands between, a small letter begins the second.
  bool are_halves(TokenRange first, TokenRange second) const {
    constexpr std::uint32_t kLongestGap = 40;
    if (first.size() < 3 || second.size() < 3 || second.begin < first.end || second.begin - first.end > kLongestGap) return false;
    if (first_char(a_, second.begin - 1) != U',') return false;
    if (paragraph_[first.begin] != paragraph_[second.begin] || first_char(a_, first.end - 2) != U',') return false;
    return u_islower(static_cast<UChar32>(first_char(a_, second.begin + 1))) != 0;
  }

  void add(std::size_t quotation, TokenRange range) {
    const std::int32_t owner = before(quotation, range);
    if (owner >= 0) join(quotation, range, owner);
    else add_alone(quotation, range);
  }

  void add_alone(std::size_t quotation, TokenRange range) {
    out_.push_back({{}, {}, {range}, kFollowingConfidence});
    own(quotation, range, static_cast<std::int32_t>(out_.size()) - 1);
  }

  void join(std::size_t quotation, TokenRange range, std::int32_t owner) {
    auto& content = out_[static_cast<std::size_t>(owner)].content;
    content.insert(std::upper_bound(content.begin(), content.end(), range), range);
    own(quotation, range, owner);
  }

  void own(std::size_t quotation, TokenRange range, std::int32_t owner) {
    of_quotation_[quotation] = owner;
    claim(range, owner);
  }

  const Analysis& a_;
  const MarkedTokens marks_;
  const std::vector<bool> names_;            // of each quotation: it only names
  const Talk& talk_;
  std::vector<Attribution>& out_;
  std::vector<std::int32_t> owner_;          // of each token: the attribution whose source, cue or content it is in
  std::vector<bool> in_content_;
  std::vector<std::uint32_t> paragraph_;     // of each token
  std::vector<std::int32_t> of_quotation_;   // the attribution that holds it
};

}  // namespace

void add_uncued_quotations(const Analysis& analysis, const Talk& talk, std::vector<Attribution>& attributions) {
  if (!analysis.quotations.quotations.empty()) Uncued(analysis, talk, attributions).run();
}

}  // namespace sayso
