#include "record/spelling.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sayso::record {
namespace {

constexpr std::size_t kLongest = 40;  // bytes, as the table of words has them
constexpr double kFrequency = 0.12;   // of the logarithm of the frequency, against one slip

bool has_digit(std::string_view word) { return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }); }

// The first text behind all that begin with `prefix`.
std::string behind(const std::string& prefix) { return prefix + "\xF4\x8F\xBF\xBF"; }  // U+10FFFF

std::string without_last(std::string word) {
  while (!word.empty() && (static_cast<unsigned char>(word.back()) & 0xC0) == 0x80) word.pop_back();
  if (!word.empty()) word.pop_back();
  return word;
}

}  // namespace

unsigned slips_in(std::size_t letters) { return letters < 4 ? 0 : letters < 8 ? 1 : 2; }

unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit || b.size() > kLongest) return limit + 1;
  std::array<std::array<unsigned, kLongest + 1>, 3> rows;
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    row[0] = static_cast<unsigned>(i);
    unsigned least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

bool Spelling::is_used(std::string_view word) {
  Query& exact = db_.query("SELECT 1 FROM words WHERE word = $1");
  exact.with({word});
  if (exact.next()) return exact.next(), true;
  // Porter's stems begin with what the word begins with, but for a last y that becomes i.
  const std::string stem(stemmer_.of(word));
  const std::string shared = stem.size() > 2 ? without_last(stem) : stem;
  if (shared.empty()) return false;
  Query& row = db_.query("SELECT word FROM words WHERE word >= $1 AND word < $2");
  bool found = false;
  const std::string end = behind(shared);
  for (row.with({std::string_view(shared), std::string_view(end)}); row.next();) found = found || stemmer_.of(row.text(0)) == stem;
  return found;
}

std::optional<std::string> Spelling::nearest(std::string_view word) {
  if (word.size() > kLongest || slips_in(word.size()) == 0 || has_digit(word)) return std::nullopt;
  const std::string first(word.substr(0, 1));
  if (first.front() >= 'a' && first.front() <= 'z') {
    if (auto out = nearest_between(word, first, behind(first))) return out;
  }
  return nearest_between(word, "a", "{");
}

std::optional<std::string> Spelling::nearest_between(std::string_view word, const std::string& first, const std::string& end) {
  const unsigned limit = slips_in(word.size());
  std::optional<std::string> best;
  double least = 0;
  Query& row = db_.query("SELECT word, statements FROM words WHERE word >= $1 AND word < $2");
  for (row.with({std::string_view(first), std::string_view(end)}); row.next();) {
    const unsigned slips = edit_distance(word, row.text(0), limit);
    if (slips > limit) continue;
    const double cost = slips - kFrequency * std::log(static_cast<double>(row.integer(1)));
    if (best && cost >= least) continue;
    best = row.text(0);
    least = cost;
  }
  return best;
}

}  // namespace sayso::record
