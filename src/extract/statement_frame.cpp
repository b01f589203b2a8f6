#include "extract/statement_frame.h"

#include <algorithm>
#include <functional>

#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kLongest = 40;  // tokens of one zone

// A frame ends where another clause begins.
bool ends_frame(std::string_view word) {
  static const WordSet set("that whether if why who which when after before while because but as where although though since until . ; : ? !");
  return set.contains(word);
}

// "said | that evening".
bool is_that_day(const WordForms& f, std::uint32_t t) {
  static const WordSet set("day morning afternoon evening night same");
  return f.is(t, "that") && set.contains(f.folded(t + 1));
}

// "At 11:52 p.m. on Monday".
bool is_clock(const WordForms& f, std::uint32_t t) {
  return f.is(t, ":") && !f.is_spaced(t) && !f.is_spaced(t + 1) && f.is_number(t - 1) && f.is_number(t + 1);
}

bool is_date_comma(const WordForms& f, std::uint32_t t) { return f.is(t, ",") && f.is_number(t - 1) && f.is_number(t + 1); }

}  // namespace

FrameReader::FrameReader(const WordForms& forms, std::span<const Attribution> attributions)
    : f_(forms), owner_(forms.size(), 0), cue_(forms.size(), false) {
  struct Piece {
    TokenRange range;
    std::uint32_t owner;
  };
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    for (std::uint32_t t = attributions[i].cue.begin; t < attributions[i].cue.end && t < cue_.size(); ++t) cue_[t] = true;
    for (const TokenRange range : attributions[i].content) pieces.push_back({range, i + 1});
  }
  std::ranges::stable_sort(pieces, std::greater(), [](const Piece& p) { return p.range.size(); });
  for (const Piece& p : pieces) {
    for (std::uint32_t t = p.range.begin; t < p.range.end && t < owner_.size(); ++t) owner_[t] = p.owner;
  }
}

std::uint32_t FrameReader::clause_end(std::uint32_t begin, std::uint32_t owner, bool commas) const {
  std::uint32_t t = begin;
  const std::uint32_t paragraph = begin > 0 ? f_.paragraph(begin - 1) : 0;
  for (; t < f_.size() && t < begin + kLongest && f_.paragraph(t) == paragraph; ++t) {
    if (!is_free(t, owner) || f_.is_mark(t) || (ends_frame(f_.folded(t)) && !is_that_day(f_, t) && !is_clock(f_, t))) {
      const bool short_form = f_.is(t, ".") && !f_.is_spaced(t) && f_.sentence(t) == f_.sentence(t + 1) && f_.is_word(t + 1);
      if (!short_form || !is_free(t, owner)) break;
    }
    if (commas && f_.is(t, ",") && t > begin && !is_date_comma(f_, t)) break;
  }
  return t;
}

StatementFrame FrameReader::read(const Attribution& a) const {
  StatementFrame out;
  const bool has_source = !a.source.empty();
  if (a.cue.empty() && !has_source) return out;
  TokenRange core = a.cue.empty() ? a.source.front() : a.cue;
  const std::uint32_t owner = owner_[core.begin];
  if (has_source && !a.cue.empty()) {
    const TokenRange source{a.source.front().begin, a.source.back().end};
    if (source.end <= a.cue.begin) out.between = {source.end, std::min(a.cue.begin, source.end + kLongest)};
    if (source.begin >= a.cue.end && source.begin < a.cue.end + 4) core.end = source.end;
    core.begin = std::min(core.begin, source.begin);
  }
  out.behind = {core.end, clause_end(core.end, owner, true)};
  if (f_.is(out.behind.end, ",") && !out.behind.empty()) out.tail = {out.behind.end + 1, clause_end(out.behind.end + 1, owner, false)};
  if (!a.content.empty() && !a.cue.empty() && a.content.front().begin >= a.cue.end) {
    const std::uint32_t end = a.content.front().end;  // "promising supporters | in a speech | that …"
    if (f_.sentence(end) == f_.sentence(a.cue.begin)) out.after = {end, clause_end(end, owner, true)};
  }
  std::uint32_t begin = core.begin;
  while (begin > 0 && core.begin - begin < kLongest && f_.sentence(begin - 1) == f_.sentence(core.begin) && is_free(begin - 1, owner)) --begin;
  out.opening = {begin, core.begin};
  return out;
}

}  // namespace sayso
