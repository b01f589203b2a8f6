#include "record/term_matcher.h"

#include <algorithm>

namespace sayso::record {
namespace {

constexpr std::size_t kMostWords = 64;  // a bit each

// Which terms are asked for, by their index.
std::vector<bool> wanted_terms(const Condition& condition) {
  std::vector<bool> wanted(condition.terms().size(), true);
  std::vector<std::vector<std::size_t>> stack;
  for (const Condition::Step& step : condition.steps()) {
    if (step.what == Condition::What::term) {
      stack.push_back({step.term});
    } else if (step.what == Condition::What::negated) {
      for (const std::size_t term : stack.back()) wanted[term] = !wanted[term];
    } else {
      std::vector<std::size_t> part = std::move(stack.back());
      stack.pop_back();
      stack.back().insert(stack.back().end(), part.begin(), part.end());
    }
  }
  return wanted;
}

bool same_beginning(std::string_view a, std::string_view b) {
  const std::size_t size = std::min({a.size(), b.size(), std::size_t{2}});
  return a.substr(0, size) == b.substr(0, size);
}

}  // namespace

TermMatcher::TermMatcher(const Condition& condition) {
  const std::vector<bool> wanted = wanted_terms(condition);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Term& term = condition.terms()[i];
    if (!wanted[i] || term.match == Term::Match::tag || words_.size() + term.words.size() > kMostWords) continue;
    const auto number = static_cast<std::uint32_t>(sizes_.size());
    for (std::size_t w = 0; w < term.words.size(); ++w) {
      const std::string& word = term.words[w];
      words_.push_back({word, std::string(stemmer_.of(word)), number, w == 0, w + 1 == term.words.size(), term.match == Term::Match::prefix});
      begins_[static_cast<unsigned char>(word.front())] = true;
    }
    sizes_.push_back(static_cast<std::uint32_t>(term.words.size()));
  }
}

std::uint64_t TermMatcher::fitting(const std::string& word, std::uint64_t before, std::uint64_t& exact) {
  std::uint64_t out = 0;
  std::string_view stem;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Word& asked = words_[i];
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (!asked.first && (before & (bit >> 1)) == 0) continue;
    if (!same_beginning(word, asked.folded)) continue;
    if (word == asked.folded) {
      out |= bit, exact |= bit;
      continue;
    }
    if (stem.empty()) stem = stemmer_.of(word);
    if (stem == asked.stem || (asked.prefix && (stem.starts_with(asked.stem) || word.starts_with(asked.folded)))) out |= bit;
  }
  return out;
}

void TermMatcher::match(std::string_view content, Matched& out) {
  out.matches.clear();
  out.words = 0;
  out.hash = 14695981039346656037u;  // FNV-1a, a separator behind each word
  std::array<std::pair<std::uint32_t, std::uint32_t>, kMostWords> begins;  // of terms under way: word, code point
  std::uint64_t before = 0, exact_before = 0;
  for (WordScanner scanner(content); scanner.next(); ++out.words) {
    std::uint64_t now = 0, exact = 0;
    for (const char c : scanner.word()) out.hash = (out.hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    out.hash = (out.hash ^ ' ') * 1099511628211u;
    if (begins_[static_cast<unsigned char>(scanner.word().front())]) now = fitting(scanner.word(), before, exact);
    for (std::size_t i = words_.size(); now != 0 && i-- > 0;) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      if ((now & bit) == 0) continue;
      begins[i] = words_[i].first ? std::pair(out.words, scanner.begin()) : begins[i - 1];
      if (!words_[i].first && (exact_before & (bit >> 1)) == 0) exact &= ~bit;
      if (words_[i].last)
        out.matches.push_back({words_[i].term, begins[i].first, out.words, begins[i].second, scanner.end(), (exact & bit) != 0});
    }
    before = now;
    exact_before = exact;
  }
}

}  // namespace sayso::record
