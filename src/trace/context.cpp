#include "trace/context.h"

#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "text/code_points.h"
#include "text/iso_day.h"
#include "trace/words.h"

namespace sayso::trace {
namespace {

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
  const auto x = iso_day(a), y = iso_day(b);
  return x && y ? static_cast<int>(std::abs((std::chrono::sys_days(*x) - std::chrono::sys_days(*y)).count())) : -1;
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
