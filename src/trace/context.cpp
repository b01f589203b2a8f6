#include "trace/context.h"

#include <charconv>
#include <cstdlib>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "text/code_points.h"
#include "trace/words.h"

namespace sayso::trace {
namespace {

bool read(std::string_view digits, int& out) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return error == std::errc() && end == digits.data() + digits.size();
}

// Days since an arbitrary day; Howard Hinnant's days_from_civil. -1 for what is no date.
int day_number(std::string_view date) {
  int y = 0, m = 0, d = 0;
  if (date.size() < 10 || date[4] != '-' || date[7] != '-') return -1;
  if (!read(date.substr(0, 4), y) || !read(date.substr(5, 2), m) || !read(date.substr(8, 2), d) || m < 1 || m > 12) return -1;
  y -= m <= 2;
  const int era = y / 400, year = y - era * 400, day = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + year * 365 + year / 4 - year / 100 + day;
}

std::vector<std::string> name_words(std::string_view name) {
  const CodePoints points(name);
  std::vector<std::string> out;
  for (const Word& w : words_of(points).words) out.push_back(w.key);
  return out;
}

constexpr std::size_t kRun = 8;

std::vector<std::uint64_t> runs_of(std::string_view text) {
  const CodePoints points(text);
  const Words words = words_of(points);
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i + kRun <= words.words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = i; k < i + kRun; ++k)
      hash = (hash ^ std::hash<std::string>{}(words.words[k].key)) * 0x9E3779B97F4A7C15ULL + (hash >> 31);
    out.push_back(hash);
  }
  return out;
}

}  // namespace

int days_between(std::string_view a, std::string_view b) {
  const int x = day_number(a), y = day_number(b);
  return x < 0 || y < 0 ? -1 : std::abs(x - y);
}

int compare_speakers(std::string_view a, std::string_view b) {
  const std::vector<std::string> x = name_words(a), y = name_words(b);
  if (x.empty() || y.empty()) return 0;
  return x.back() == y.back() ? 1 : -1;
}

bool share_surroundings(const Wording& a, const Wording& b) {
  std::unordered_set<std::uint64_t> seen;
  for (const std::string* text : {&a.before, &a.after})
    for (const std::uint64_t run : runs_of(*text)) seen.insert(run);
  if (seen.empty()) return false;
  for (const std::string* text : {&b.before, &b.after})
    for (const std::uint64_t run : runs_of(*text))
      if (seen.contains(run)) return true;
  return false;
}

}  // namespace sayso::trace
