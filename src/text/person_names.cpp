#include "text/person_names.h"

#include <algorithm>

#include "text/words/given_names.h"
#include "text/words/place_names.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

std::size_t core_size(const NameWords& words) {
  const bool has_suffix = words.size() > 1 && is_name_suffix(words.back());
  return words.size() - has_suffix;
}

bool is_initial(std::string_view word) { return word.size() == 1 || (word.size() == 2 && !is_given_name(word)); }

bool same_given(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (is_initial(a) || is_initial(b)) return a.front() == b.front();
  return is_short_form(a, b);
}

// "Cox" and "Cox-Daniels".
bool same_surname(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  return b.starts_with(a) && b[a.size()] == '-';
}

bool contains_run(const NameWords& longer, std::size_t n, const NameWords& shorter, std::size_t m) {
  if (m < 2 || m > n) return false;
  const auto end = longer.begin() + static_cast<std::ptrdiff_t>(n);
  return std::search(longer.begin(), end, shorter.begin(), shorter.begin() + static_cast<std::ptrdiff_t>(m)) != end;
}

bool middle_fits(const NameWords& a, std::size_t n, const NameWords& b, std::size_t m) {
  if (n < 3 || m < 3) return true;
  return a[1].front() == b[1].front();
}

// Kim Min-seok, Xi Jinping: surname first. Lee and Park only before a hyphenated name: Bruce Lee, Lee Ann.
bool is_surname_first(const NameWords& words) {
  static const WordSet certain("kim choi jung kang cho yoon jang lim han seo shin kwon hwang ahn ryu moon ban xi wang zhang liu chen yang huang zhao "
                               "zhou xu zhu guo deng nguyen hu wen");
  static const WordSet perhaps("lee park oh hong song li wu sun ma he lin jin bo mao");
  if (words.size() < 2 || words.size() > 3) return false;
  const bool hyphen = words.back().find('-') != std::string::npos;
  if (hyphen) return certain.contains(words[0]) || perhaps.contains(words[0]);
  return certain.contains(words[0]) && !is_given_name(words[1]) && !certain.contains(words.back());
}

}  // namespace

std::string_view surname(const NameWords& words) {
  return is_surname_first(words) ? words.front() : words[core_size(words) - 1];
}

std::string_view suffix_of(const NameWords& words) {
  return core_size(words) < words.size() ? std::string_view(words.back()) : std::string_view();
}

bool same_person_name(const NameWords& a, const NameWords& b) {
  const std::string_view sa = suffix_of(a), sb = suffix_of(b);
  if (!sa.empty() && !sb.empty() && sa != sb) return false;
  const std::size_t n = core_size(a), m = core_size(b);
  if (is_surname_first(a) && is_surname_first(b)) return a == b;
  if (contains_run(a, n, b, m) || contains_run(b, m, a, n)) return true;
  if (n < 2 || m < 2 || !same_surname(a[n - 1], b[m - 1])) return false;
  return same_given(a[0], b[0]) && middle_fits(a, n, b, m);
}

bool same_body_name(const NameWords& a, const NameWords& b) {
  const NameWords& longer = a.size() >= b.size() ? a : b;
  const NameWords& shorter = a.size() >= b.size() ? b : a;
  if (shorter.size() < 2) return false;
  const bool prefix = std::equal(shorter.begin(), shorter.end(), longer.begin());
  const bool suffix = std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
  std::string name;
  for (const std::string& word : shorter) name += (name.empty() ? "" : " ") + word;
  return (prefix || suffix) && !is_place(name);  // "New York" is not the New York Times
}

std::string initials(const NameWords& words, bool with_small) {
  static const WordSet small("of the and for in on de del la du & to");
  std::string out;
  for (const std::string& word : words) {
    if (!with_small && small.contains(word)) continue;
    out += word.front();
    const std::size_t hyphen = word.find('-');
    if (hyphen != std::string::npos && hyphen + 1 < word.size() && with_small) out += word[hyphen + 1];
  }
  return out;
}

}  // namespace sayso
