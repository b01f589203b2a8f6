#include "record/changes.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "record/words.h"

namespace sayso::record {
namespace {

constexpr double kLeastShared = 0.5;        // of the words of both, for one to be the other's rewording
constexpr std::size_t kMostLookedAt = 200;  // contents that one is compared with

using Words = std::vector<std::string>;

Words sorted_words(const std::string& text) {
  Words out = words_of(text);
  std::ranges::sort(out);
  return out;
}

// Dice's coefficient of two bags of words.
double shared(const Words& a, const Words& b) {
  Words both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return a.size() + b.size() == 0 ? 0 : 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

std::vector<std::size_t> without_partner(const std::vector<Words>& of, const std::vector<Words>& in) {
  std::map<Words, std::size_t> left;
  for (const Words& words : in) ++left[words];
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < of.size(); ++i) {
    const auto at = left.find(of[i]);
    if (at == left.end() || at->second == 0) out.push_back(i);
    else --at->second;
  }
  return out;
}

}  // namespace

std::vector<Change> changes_between(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::vector<Words> old_words(before.size()), new_words(after.size());
  std::ranges::transform(before, old_words.begin(), sorted_words);
  std::ranges::transform(after, new_words.begin(), sorted_words);
  std::vector<std::size_t> gone = without_partner(old_words, new_words);
  std::vector<Change> out;
  for (const std::size_t come : without_partner(new_words, old_words)) {
    double best = 0;
    auto partner = gone.end();
    const auto last = gone.size() > kMostLookedAt ? gone.begin() + kMostLookedAt : gone.end();
    for (auto one = gone.begin(); one != last; ++one) {
      const double score = shared(old_words[*one], new_words[come]);
      if (score >= kLeastShared && score > best) best = score, partner = one;
    }
    if (partner == gone.end()) {
      out.push_back({Change::What::added, "", after[come]});
    } else {
      out.push_back({Change::What::reworded, before[*partner], after[come]});
      gone.erase(partner);
    }
  }
  for (const std::size_t left : gone) out.push_back({Change::What::removed, before[left], ""});
  return out;
}

}  // namespace sayso::record
