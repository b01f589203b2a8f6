#include "extract/content_span.h"

#include <algorithm>

#include "extract/layout.h"
#include "extract/marks.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

void drop_empty(std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) std::erase_if(a.content, [](const TokenRange& piece) { return piece.empty(); });
  std::erase_if(attributions, [](const Attribution& a) { return a.content.empty(); });
}

// The first token behind "PORT LACEY, Sept. 10 (Continental Wire) —"; the paragraph's first where it has none.
std::uint32_t behind_dateline(const Layout& l, TokenRange paragraph) {
  constexpr std::uint32_t kLongest = 16;
  static const WordSet small("of the and de la");
  if (!l.is_all_caps(paragraph.begin)) return paragraph.begin;
  for (std::uint32_t t = paragraph.begin; t < paragraph.end && t < paragraph.begin + kLongest; ++t) {
    if (l.is_dash(t) && l.is_spaced(t)) return t + 1;
    if (l.is_word(t) && !l.is_capital(t) && !l.is_number(t) && !small.contains(l.text(t))) break;
  }
  return paragraph.begin;
}

TokenRange paragraph_at(const Analysis& a, std::uint32_t token) {
  const auto after = std::ranges::upper_bound(a.paragraphs, token, {}, &TokenRange::begin);
  return *(after - 1);
}

constexpr std::uint32_t kFewestSpoken = 3;  // words; fewer are mostly a name

// The quotation behind a colon, where it ends the piece and nothing before is quoted.
std::uint32_t behind_colon(const Layout& l, const MarkedTokens& marks, TokenRange piece) {
  for (std::uint32_t t = piece.begin; t + 1 < piece.end && !marks.opens(t); ++t) {
    if (l.is(t, ":") && marks.opens(t + 1) && marks.end_of(t + 1) == piece.end && l.words({t + 1, piece.end}) >= kFewestSpoken) return t + 1;
  }
  return piece.begin;
}

// Whether the quotation that is open at a token opened inside the piece.
bool inside_quotation(const MarkedTokens& marks, TokenRange piece, std::uint32_t token) {
  for (std::uint32_t t = piece.begin; t < token; ++t) {
    if (marks.opens(t) && marks.end_of(t) > token) return true;
  }
  return false;
}

bool is_accusing(std::string_view word) {
  static const WordSet set("accuse accuses accused accusing");
  return set.contains(word);
}

}  // namespace

void end_with_quotations(const Analysis& analysis, std::vector<Attribution>& attributions) {
  if (analysis.quotations.quotations.empty()) return;
  const MarkedTokens marks(analysis);
  const Layout layout(analysis);
  for (Attribution& a : attributions) {
    for (TokenRange& piece : a.content) {
      if (!marks.opens(piece.begin)) continue;
      const std::uint32_t end = marks.end_of(piece.begin);
      if (end >= piece.end || end < piece.begin + 3 || marks.opens(end)) continue;
      std::uint32_t last = end - 1;
      while (last > piece.begin && marks.closes(last)) --last;
      if (layout.is_stop(last) && layout.is_capital(end)) piece.end = end;
    }
  }
}

namespace {

// "According to the Argus, …" at the beginning of a paragraph: nothing of the paragraphs above is the Argus's. "Cole replied:"
// brings in what comes below.
void keep_below(const Analysis& analysis, const Layout& l, Attribution& a) {
  const TokenRange own = paragraph_at(analysis, a.cue.begin);
  const bool opens = a.cue.begin == own.begin && l.lower(a.cue.begin) == "according" && a.content.back().begin > a.cue.begin;
  const bool closes = l.is(own.end - 1, ":") && a.content.back().end <= own.begin;
  if (opens || closes) std::erase_if(a.content, [&](const TokenRange& piece) { return piece.end <= own.begin; });
}

// "The operator asks which lock. | “The one with the swing.”": a question is one sentence, the quotation behind it an answer.
void end_with_question(const Layout& l, const MarkedTokens& marks, Attribution& a) {
  static const WordSet asks("asks asked ask wonders wondered"), words("which what whether if how why when where who");
  if (a.content.size() < 2 || !asks.contains(l.lower(a.cue.end - 1)) || !words.contains(l.lower(a.content[0].begin))) return;
  const TokenRange next = a.content[1];
  const bool stop = a.content[0].begin >= a.cue.end && next.begin == a.content[0].end + 1 && l.is(a.content[0].end, ".");
  if (stop && marks.opens(next.begin)) a.content.resize(1);
}

}  // namespace

void keep_contents_in_paragraph(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const Layout layout(analysis);
  const MarkedTokens marks(analysis);
  for (Attribution& a : attributions) {
    if (a.cue.empty() || a.set_off || a.content.empty()) continue;
    keep_below(analysis, layout, a);
    if (!a.content.empty()) end_with_question(layout, marks, a);
    for (TokenRange& piece : a.content) {
      auto p = std::upper_bound(analysis.paragraphs.begin(), analysis.paragraphs.end(), piece.begin,
                                [](std::uint32_t at, const TokenRange& paragraph) { return at < paragraph.begin; });
      for (--p; p != analysis.paragraphs.end() && p->begin < piece.end; ++p) {
        if (p->begin > piece.begin && !marks.opens(piece.begin) && !inside_quotation(marks, piece, p->begin)) {
          if (a.cue.begin < p->begin) piece.end = p->begin;
          else piece.begin = p->begin;
        }
        if (p->begin == piece.begin) piece.begin = behind_dateline(layout, *p);
      }
    }
  }
  drop_empty(attributions);
}

void drop_stray_pieces(const Analysis& analysis, std::vector<Attribution>& attributions) {
  if (analysis.quotations.quotations.empty()) return;
  const MarkedTokens marks(analysis);
  const Layout layout(analysis);
  for (Attribution& a : attributions) {
    if (a.cue.empty() || a.set_off) continue;
    for (TokenRange& piece : a.content) piece.begin = behind_colon(layout, marks, piece);
    if (a.content.size() < 2) continue;
    const TokenRange own = paragraph_at(analysis, a.cue.begin);
    const bool quoted_here = std::ranges::any_of(a.content, [&](TokenRange p) { return marks.opens(p.begin) && own.contains(p.begin) && layout.words(p) >= kFewestSpoken; });
    if (!quoted_here) continue;
    std::erase_if(a.content, [&](TokenRange piece) {
      const bool marked = marks.opens(piece.begin) || marks.closes(piece.end - 1);
      return !marked && (piece.size() == 1 || !own.contains(piece.begin));
    });
  }
}

void leave_out_the_accused(const Analysis& analysis, std::vector<Attribution>& attributions) {
  constexpr std::uint32_t kLongest = 20;
  const Layout layout(analysis);
  for (Attribution& a : attributions) {
    if (a.cue.empty() || a.content.size() != 1 || a.content[0].begin != a.cue.end || !is_accusing(layout.lower(a.cue.end - 1))) continue;
    TokenRange& piece = a.content[0];
    for (std::uint32_t t = piece.begin + 1; t + 1 < piece.end && t < piece.begin + kLongest; ++t) {
      if (layout.is(t, "of")) {
        piece.begin = t + 1;
        break;
      }
    }
  }
}

}  // namespace sayso
