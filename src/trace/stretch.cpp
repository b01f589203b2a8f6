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

// Words of one side alone before the first agreement are of the sentence before where one begins there: they are cut off.
void cut_sentences_before(const Words& a, const Words& b, const std::vector<Pair>& front, Shared& s) {
  if (front.empty()) return;
  const Pair first = front.front();
  const bool only_a = first.b == s.b.begin && a.words[first.a].sentence_begin, only_b = first.a == s.a.begin && b.words[first.b].sentence_begin;
  if (only_a || only_b) s.a.begin = first.a, s.b.begin = first.b;
}

bool same_words(const Words& a, const Words& b, Range x, Range y) {
  return !x.empty() && x.size() == y.size() &&
         std::equal(a.words.begin() + x.begin, a.words.begin() + x.end, b.words.begin() + y.begin, [](const Word& v, const Word& w) { return v.key == w.key; });
}

// "Tomorrow we sail" and "We sail tomorrow": what stands before the stretch here and behind it there was moved.
void take_moved(const Words& a, const Words& b, Shared& s) {
  const auto size_a = static_cast<std::uint32_t>(a.words.size()), size_b = static_cast<std::uint32_t>(b.words.size());
  if (s.b.begin == 0 && s.a.end == size_a && same_words(a, b, {0, s.a.begin}, {s.b.end, size_b})) {
    s.differences.insert(s.differences.begin(), Difference{{0, s.a.begin}, {0, 0}});
    s.differences.push_back({{size_a, size_a}, {s.b.end, size_b}});
    s.a.begin = 0, s.b.end = size_b, s.moved = true;
  } else if (s.a.begin == 0 && s.b.end == size_b && same_words(a, b, {s.a.end, size_a}, {0, s.b.begin})) {
    s.differences.insert(s.differences.begin(), Difference{{0, 0}, {0, s.b.begin}});
    s.differences.push_back({{s.a.end, size_a}, {size_b, size_b}});
    s.b.begin = 0, s.a.end = size_a, s.moved = true;
  }
}

// Where the few words before the first agreement of one side stand before it on the other, too, further off: "Those ducks
// belong" and "Those ducks, if they are ducks, belong". All of them, at the beginning of a sentence, and something between commas left out.
std::vector<Pair> agreements_further_off(const Words& a, const Words& b, Pair first) {
  constexpr std::uint32_t kFar = 16;
  const bool few_a = first.a <= first.b;
  const std::uint32_t few = std::min(first.a, first.b), many = std::max(first.a, first.b);
  if (few == 0 || few > kFew || many <= kFew || many > kFar) return {};
  const auto same = [&](std::uint32_t i, std::uint32_t j) { return few_a ? same_word(a.words[i], b.words[j]) : same_word(a.words[j], b.words[i]); };
  std::vector<Pair> out;
  for (std::uint32_t at = 0; at + few <= many; ++at) {
    if (at > 0 && !(few_a ? b : a).words[at].sentence_begin) continue;
    std::uint32_t k = 0;
    while (k < few && same(k, at + k)) ++k;
    const std::vector<Word>& longer = few_a ? b.words : a.words;
    const bool set_off = std::any_of(longer.begin() + at + few, longer.begin() + many, [](const Word& w) {
      return w.marks.find_first_of(",(") != std::string::npos || w.marks.find("\u2014") != std::string::npos;
    });
    if (k < few || !set_off) continue;
    for (k = 0; k < few; ++k) out.push_back(few_a ? Pair{k, at + k} : Pair{at + k, k});
    return out;
  }
  return out;
}

// Words put in behind `at` pairs whose first is also the word behind them: "ducks, if they are | ducks" is put in behind the first.
void slide_back(const Words& a, const Words& b, std::vector<Pair>& pairs, std::size_t at) {
  for (; at > 0 && at < pairs.size(); ++at) {
    const Pair next{pairs[at - 1].a + 1, pairs[at - 1].b + 1};
    if (next == pairs[at] || (next.a != pairs[at].a && next.b != pairs[at].b) || !same_word(a.words[next.a], b.words[next.b])) return;
    pairs[at] = next;
  }
}

}  // namespace

Shared shared_stretch(const Words& a, const Words& b, std::vector<Pair> pairs) {
  Shared s;
  s.a_before.end = 0;
  s.a_after = {0, static_cast<std::uint32_t>(a.words.size())};
  s.b_after = {0, static_cast<std::uint32_t>(b.words.size())};
  if (pairs.empty()) return s;
  const std::vector<Pair> off = agreements_further_off(a, b, pairs.front());
  pairs.insert(pairs.begin(), off.begin(), off.end());
  slide_back(a, b, pairs, off.size());
  s.a = {pairs.front().a, pairs.back().a + 1};
  s.b = {pairs.front().b, pairs.back().b + 1};
  extend_front(a, b, s);
  extend_back(a, b, s);
  const std::vector<Pair> front = agreements(a, b, {s.a.begin, pairs.front().a}, {s.b.begin, pairs.front().b});
  const std::vector<Pair> back = agreements(a, b, {pairs.back().a + 1, s.a.end}, {pairs.back().b + 1, s.b.end});
  cut_sentences_before(a, b, front, s);
  pairs.insert(pairs.begin(), front.begin(), front.end());
  pairs.insert(pairs.end(), back.begin(), back.end());
  Pair at{s.a.begin, s.b.begin};
  for (const Pair p : pairs) {
    add_difference({at.a, p.a}, {at.b, p.b}, s);
    at = {p.a + 1, p.b + 1};
  }
  add_difference({at.a, s.a.end}, {at.b, s.b.end}, s);
  take_moved(a, b, s);
  s.a_before = {0, s.a.begin}, s.b_before = {0, s.b.begin};
  s.a_after.begin = s.a.end, s.b_after.begin = s.b.end;
  s.pairs = std::move(pairs);
  return s;
}

}  // namespace sayso::trace
