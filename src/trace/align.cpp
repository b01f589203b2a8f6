#include "trace/align.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "trace/align_cells.h"

namespace sayso::trace {
namespace {

constexpr std::uint32_t kRun = 4;      // words of an anchor
constexpr std::size_t kSmall = 250'000;  // cells below which no anchors are needed
constexpr std::uint32_t kTwice = UINT32_MAX;

std::string_view full_form(const Word& word, std::string_view other) {
  if (word.key == "'s" && (other == "is" || other == "has" || other == "us")) return other;
  if (word.key == "'d" && (other == "would" || other == "had" || other == "did")) return other;
  return word.key;
}

// Runs of kRun words by hash; where one occurs twice its place is kTwice.
std::unordered_map<std::uint64_t, std::uint32_t> unique_runs(const std::vector<std::uint64_t>& hashes) {
  std::unordered_map<std::uint64_t, std::uint32_t> out;
  out.reserve(hashes.size());
  for (std::uint32_t i = 0; i < hashes.size(); ++i)
    if (const auto [place, fresh] = out.try_emplace(hashes[i], i); !fresh) place->second = kTwice;
  return out;
}

std::vector<std::uint64_t> run_hashes(const std::vector<Word>& words) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = i; k < i + kRun; ++k)
      hash = (hash ^ std::hash<std::string_view>{}(words[k].key)) * 0x9E3779B97F4A7C15ULL + (hash >> 29);
    out.push_back(hash);
  }
  return out;
}

// The longest chain of pairs ascending in both: patience sorting over b, pairs being in the order of a.
std::vector<Pair> longest_chain(const std::vector<Pair>& pairs) {
  std::vector<std::uint32_t> tops, before(pairs.size(), kTwice);
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    const auto at = std::lower_bound(tops.begin(), tops.end(), pairs[i].b, [&](std::uint32_t top, std::uint32_t b) { return pairs[top].b < b; });
    if (at != tops.begin()) before[i] = *(at - 1);
    if (at == tops.end()) tops.push_back(i);
    else *at = i;
  }
  std::vector<Pair> out;
  for (std::uint32_t i = tops.empty() ? kTwice : tops.back(); i != kTwice; i = before[i]) out.push_back(pairs[i]);
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<Pair> anchors(const std::vector<Word>& a, const std::vector<Word>& b) {
  const std::vector<std::uint64_t> runs_a = run_hashes(a), runs_b = run_hashes(b);
  const auto places_a = unique_runs(runs_a), places_b = unique_runs(runs_b);
  std::vector<Pair> shared;
  for (std::uint32_t i = 0; i < runs_a.size(); ++i) {
    const auto in_b = places_b.find(runs_a[i]);
    if (in_b != places_b.end() && in_b->second != kTwice && places_a.at(runs_a[i]) != kTwice) shared.push_back({i, in_b->second});
  }
  return longest_chain(shared);
}

// Anchored runs word by word; what lies between them cell by cell.
std::vector<Pair> align_long(const std::vector<Word>& a, const std::vector<Word>& b) {
  std::vector<Pair> out;
  Pair at;  // the first words not yet aligned
  for (; at.a < a.size() && at.b < b.size() && same_word(a[at.a], b[at.b]); ++at.a, ++at.b) out.push_back(at);
  const std::vector<Pair> chain = anchors(a, b);
  for (const Pair anchor : chain) {
    for (std::uint32_t k = 0; k < kRun; ++k) {
      const Pair next{anchor.a + k, anchor.b + k};
      if (next.a < at.a || next.b < at.b || !same_word(a[next.a], b[next.b])) continue;
      if (next != at) align_cells({a, at.a, next.a}, {b, at.b, next.b}, out.empty() ? Ends::second : Ends::both, out);
      out.push_back(next);
      at = {next.a + 1, next.b + 1};
    }
  }
  align_cells({a, at.a, static_cast<std::uint32_t>(a.size())}, {b, at.b, static_cast<std::uint32_t>(b.size())},
              out.empty() ? Ends::neither : Ends::first, out);
  return out;
}

}  // namespace

bool same_word(const Word& a, const Word& b) {
  return a.key == b.key || (a.clitic && full_form(a, b.key) == b.key) || (b.clitic && full_form(b, a.key) == a.key);
}

std::vector<Pair> align(const std::vector<Word>& a, const std::vector<Word>& b) {
  if (a.size() * b.size() > kSmall) return align_long(a, b);
  std::vector<Pair> out;
  align_cells({a, 0, static_cast<std::uint32_t>(a.size())}, {b, 0, static_cast<std::uint32_t>(b.size())}, Ends::neither, out);
  return out;
}

}  // namespace sayso::trace
