#include "trace/stretch.h"

#include <algorithm>

namespace sayso::trace {
namespace {

constexpr std::uint32_t kFew = 3;  // words at an end that are put in or exchanged rather than cut off

bool all_bracketed(const std::vector<Word>& words, Range r) {
  return std::all_of(words.begin() + r.begin, words.begin() + r.end, [](const Word& w) { return w.bracketed; });
}

struct Take {
  std::uint32_t a = 0, b = 0;
};

// How many words next to the stretch belong to it, where `a` and `b` lie outside it at one end. `whole_a`: the stretch
// begins or ends with a sentence of a there, so that words of b may have been put in.
Take take(std::uint32_t a, std::uint32_t b, bool whole_a, bool whole_b) {
  if (a == 0 || b == 0) return {};
  if (a <= kFew && b <= kFew) return {a, b};
  if (a <= kFew) return {a, whole_b ? 0 : std::min(a, b)};
  if (b <= kFew) return {whole_a ? 0 : std::min(a, b), b};
  return {};
}

void extend_front(const Words& a, const Words& b, Shared& s) {
  const Word& x = a.words[s.a.begin];
  const Word& y = b.words[s.b.begin];
  if (x.gap_before || y.gap_before) return;
  if (all_bracketed(a.words, {0, s.a.begin}) != all_bracketed(b.words, {0, s.b.begin}) && std::max(s.a.begin, s.b.begin) > kFew) return;
  const Take t = take(s.a.begin, s.b.begin, x.sentence_begin, y.sentence_begin);
  s.a.begin -= t.a, s.b.begin -= t.b;
}

bool gap_at_end(const Words& words, std::uint32_t end) { return end < words.words.size() ? words.words[end].gap_before : words.gap_after; }

void extend_back(const Words& a, const Words& b, Shared& s) {
  const auto size_a = static_cast<std::uint32_t>(a.words.size()), size_b = static_cast<std::uint32_t>(b.words.size());
  if (gap_at_end(a, s.a.end) || gap_at_end(b, s.b.end)) return;
  if (all_bracketed(a.words, {s.a.end, size_a}) != all_bracketed(b.words, {s.b.end, size_b}) &&
      std::max(size_a - s.a.end, size_b - s.b.end) > kFew)
    return;
  const Take t = take(size_a - s.a.end, size_b - s.b.end, a.words[s.a.end - 1].sentence_end, b.words[s.b.end - 1].sentence_end);
  s.a.end += t.a, s.b.end += t.b;
}

void add_difference(Range a, Range b, Shared& s) {
  if (!a.empty() || !b.empty()) s.differences.push_back({a, b});
}

// Words that agree, in order, in two short ranges: the longest common subsequence.
std::vector<Pair> agreements(const Words& a, const Words& b, Range x, Range y) {
  if (x.size() > kFew || y.size() > kFew) return {};
  std::uint8_t length[kFew + 1][kFew + 1] = {};
  const auto same = [&](std::uint32_t i, std::uint32_t j) { return same_word(a.words[x.begin + i], b.words[y.begin + j]); };
  for (std::uint32_t i = x.size(); i-- > 0;)
    for (std::uint32_t j = y.size(); j-- > 0;)
      length[i][j] = same(i, j) ? static_cast<std::uint8_t>(length[i + 1][j + 1] + 1) : std::max(length[i + 1][j], length[i][j + 1]);
  std::vector<Pair> out;
  for (std::uint32_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (same(i, j)) out.push_back({x.begin + i++, y.begin + j++});
    else if (length[i + 1][j] >= length[i][j + 1]) ++i;
    else ++j;
  }
  return out;
}

}  // namespace

Shared shared_stretch(const Words& a, const Words& b, std::vector<Pair> pairs) {
  Shared s;
  s.a_before.end = 0;
  s.a_after = {0, static_cast<std::uint32_t>(a.words.size())};
  s.b_after = {0, static_cast<std::uint32_t>(b.words.size())};
  if (pairs.empty()) return s;
  s.a = {pairs.front().a, pairs.back().a + 1};
  s.b = {pairs.front().b, pairs.back().b + 1};
  extend_front(a, b, s);
  extend_back(a, b, s);
  const std::vector<Pair> front = agreements(a, b, {s.a.begin, pairs.front().a}, {s.b.begin, pairs.front().b});
  const std::vector<Pair> back = agreements(a, b, {pairs.back().a + 1, s.a.end}, {pairs.back().b + 1, s.b.end});
  pairs.insert(pairs.begin(), front.begin(), front.end());
  pairs.insert(pairs.end(), back.begin(), back.end());
  Pair at{s.a.begin, s.b.begin};
  for (const Pair p : pairs) {
    add_difference({at.a, p.a}, {at.b, p.b}, s);
    at = {p.a + 1, p.b + 1};
  }
  add_difference({at.a, s.a.end}, {at.b, s.b.end}, s);
  s.a_before = {0, s.a.begin}, s.b_before = {0, s.b.begin};
  s.a_after.begin = s.a.end, s.b_after.begin = s.b.end;
  s.pairs = std::move(pairs);
  return s;
}

}  // namespace sayso::trace
