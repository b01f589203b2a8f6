// Near-duplicates among texts in memory, by the record's own shingles and bands: usage: sayso_near FILE, texts with a NUL between them.
// Prints how many there are, what finding them took by the CPU's clock (shingling and counting out included, reading not), and pairs.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "record/near_bands.h"
#include "record/near_groups.h"
#include "record/near_shingles.h"

namespace {

using namespace sayso::record;
using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::vector<std::string_view> split(std::string_view all) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\0', begin), all.size());
    out.push_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

struct Filed {
  std::uint64_t band;
  std::uint32_t text;
  friend auto operator<=>(const Filed&, const Filed&) = default;
};

std::vector<Pair> candidates(std::vector<Filed>& filed) {
  std::ranges::sort(filed);
  std::vector<Pair> out;
  for (auto begin = filed.begin(); begin != filed.end();) {
    const auto end = std::find_if(begin, filed.end(), [&](const Filed& one) { return one.band != begin->band; });
    for (auto a = begin; a != end; ++a) {
      for (auto b = a + 1; b != end; ++b) out.emplace_back(a->text, b->text);
    }
    begin = end;
  }
  std::ranges::sort(out);
  const auto [first, last] = std::ranges::unique(out);
  out.erase(first, last);
  return out;
}

std::vector<Pair> near_pairs(const std::vector<std::string_view>& texts) {
  std::vector<Filed> filed;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    const std::vector<std::uint64_t> shingles = shingles_of(texts[i]);
    if (shingles.size() < kFewestShingles) continue;
    const Bands bands = bands_of(shingles);
    for (std::size_t band = 0; band < kBands; ++band) filed.push_back({band << 32 | bands[band], i});
  }
  std::vector<Pair> out;
  for (const auto& [a, b] : candidates(filed)) {
    if (jaccard(ShingleSet(shingles_of(texts[a])), ShingleSet(shingles_of(texts[b]))) >= kLeastNear) out.emplace_back(a, b);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string all(std::istreambuf_iterator<char>(file), {});
  const std::vector<std::string_view> texts = split(all);
  const std::clock_t begin = std::clock();
  const std::vector<Pair> pairs = near_pairs(texts);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::string listed;
  for (const auto& [a, b] : pairs) fmt::format_to(std::back_inserter(listed), "{}[{},{}]", listed.empty() ? "" : ",", a, b);
  fmt::print("{{\"documents\":{},\"seconds\":{:.4f},\"pairs\":[{}]}}\n", texts.size(), seconds, listed);
  return 0;
}
