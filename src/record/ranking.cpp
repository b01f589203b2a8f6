#include "record/ranking.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sayso::record {
namespace {

// BM25 (Robertson & Zaragoza 2009) with the usual constants; contents are short, so their length counts little.
constexpr double kSaturation = 1.2, kLength = 0.3;
constexpr double kUsualWords = 25, kFewestWords = 8;  // shorter contents, "reckless", gain nothing by it
constexpr double kExact = 0.15;      // of a word's weight, for the form that was typed
constexpr double kCloseness = 0.6;   // of the whole, for terms side by side in the order of the query
constexpr double kRecency = 0.35;    // of the whole, for the newest; half of it for those one year older
constexpr double kYear = 365.25;
constexpr double kSureness = 0.3;    // of the whole, for a confidence of 1

double days_of(const std::string& day) {
  int year = 0, month = 1, of_month = 1;
  if (day.size() < 10) return 0;
  std::from_chars(day.data(), day.data() + 4, year);
  std::from_chars(day.data() + 5, day.data() + 7, month);
  std::from_chars(day.data() + 8, day.data() + 10, of_month);
  return year * kYear + (month - 1) * 30.4 + of_month;
}

// 1 for terms side by side in their order, less for every word between them; 0 where only one is there.
double closeness_of(const Candidate& c, std::size_t terms) {
  if (terms < 2) return 0;
  double best = 0;
  std::vector<const Match*> last(terms, nullptr);
  for (const Match& match : c.matches) {
    last[match.term] = &match;
    std::uint32_t first = match.first, inside = 0, in_order = 0;
    double there = 0;
    const Match* before = nullptr;
    for (const Match* one : last) {
      if (!one) continue;
      first = std::min(first, one->first);
      inside += one->last - one->first + 1;
      in_order += before && one->first > before->last;
      before = one;
      ++there;
    }
    if (there < 2) continue;
    const double between = std::max(0.0, static_cast<double>(match.last - first + 1) - inside);
    const double order = 0.7 + 0.3 * in_order / (there - 1);
    best = std::max(best, (there / static_cast<double>(terms)) * order / (1 + between / (2 * there)));
  }
  return best;
}

}  // namespace

bool is_newer(const Candidate& a, const Candidate& b) { return a.day != b.day ? a.day > b.day : a.statement > b.statement; }

void rank(std::vector<Candidate>& candidates, std::size_t terms) {
  std::vector<double> having(terms, 0);
  double newest = 0;
  std::vector<std::uint32_t> times(terms), exact(terms);
  const auto count = [&](const Candidate& c) {
    std::ranges::fill(times, 0), std::ranges::fill(exact, 0);
    for (const Match& match : c.matches) ++times[match.term], exact[match.term] |= match.exact;
  };
  for (const Candidate& c : candidates) {
    count(c);
    for (std::size_t t = 0; t < terms; ++t) having[t] += times[t] > 0;
    newest = std::max(newest, days_of(c.day));
  }
  const auto all = static_cast<double>(candidates.size());
  for (Candidate& c : candidates) {
    count(c);
    const double length = 1 - kLength + kLength * std::max(static_cast<double>(c.words), kFewestWords) / kUsualWords;
    double words = 0;
    for (std::size_t t = 0; t < terms; ++t) {
      if (times[t] == 0) continue;
      const double rarity = std::log(1 + (all + 1) / (having[t] + 0.5));
      words += rarity * (1 + kExact * exact[t]) * times[t] * (kSaturation + 1) / (times[t] + kSaturation * length);
    }
    const double age = c.day.empty() ? 10 : (newest - days_of(c.day)) / kYear;
    c.score = words * (1 + kCloseness * closeness_of(c, terms)) * (1 + kRecency / (1 + age)) * (1 + kSureness * c.confidence);
  }
  std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) { return a.score != b.score ? a.score > b.score : is_newer(a, b); });
}

}  // namespace sayso::record
