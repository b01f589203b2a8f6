#include "trace/context.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "text/code_points.h"
#include "text/iso_day.h"
#include "trace/words.h"

namespace sayso::trace {
namespace {

constexpr std::size_t kRun = 8;

void add_runs(std::string_view text, std::vector<std::uint64_t>& out) {
  const CodePoints points(text);
  const Words words = words_of(points);
  std::vector<std::uint64_t> hashes;
  for (const Word& word : words.words) hashes.push_back(std::hash<std::string>{}(word.key));
  for (std::size_t i = 0; i + kRun <= hashes.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t k = i; k < i + kRun; ++k) run = (run ^ hashes[k]) * 0x9E3779B97F4A7C15ULL + (run >> 31);
    out.push_back(run);
  }
}

}  // namespace

int days_between(std::string_view a, std::string_view b) {
  const auto x = iso_day(a), y = iso_day(b);
  return x && y ? static_cast<int>(std::abs((std::chrono::sys_days(*x) - std::chrono::sys_days(*y)).count())) : -1;
}

std::string last_name(std::string_view speaker) {
  if (speaker.empty()) return {};
  const CodePoints points(speaker);
  const Words words = words_of(points);
  return words.words.empty() ? std::string() : words.words.back().key;
}

int compare_speakers(std::string_view a, std::string_view b) { return compare_last_names(last_name(a), last_name(b)); }

int compare_last_names(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  return a == b ? 1 : -1;
}

std::vector<std::uint64_t> runs_around(const Wording& wording) {
  std::vector<std::uint64_t> out;
  add_runs(wording.before, out);
  add_runs(wording.after, out);
  std::ranges::sort(out);
  return out;
}

bool share_surroundings(const CutWording& a, const CutWording& b) {
  if (!a.has_surroundings() || !b.has_surroundings()) return false;
  const std::vector<std::uint64_t>& runs = a.surroundings();
  const std::vector<std::uint64_t>& others = b.surroundings();
  for (auto x = runs.begin(), y = others.begin(); x != runs.end() && y != others.end();) {
    if (*x == *y) return true;
    ++(*x < *y ? x : y);
  }
  return false;
}

}  // namespace sayso::trace
