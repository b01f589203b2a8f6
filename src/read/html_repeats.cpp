#include "read/html_repeats.h"

#include <functional>
#include <string_view>
#include <unordered_set>

namespace sayso {
namespace {

constexpr std::size_t kRun = 3;         // words that are looked up as one
constexpr double kRepeated = 0.6;      // share of a pull quote's runs that the body has; they are shortened at times
constexpr std::size_t kLongest = 100;   // words of a pull quote
constexpr int kReach = 6;               // elements up from a block in which its name is looked for

// Hashes of the words, in small letters and without marks.
std::vector<std::size_t> words_of(std::string_view text) {
  std::vector<std::size_t> words;
  std::size_t hash = 0;
  bool inside = false;
  const auto end_word = [&] {
    if (inside) words.push_back(hash);
    hash = 0;
    inside = false;
  };
  for (const char c : text) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool letter = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
    if (letter) {
      hash = hash * 1099511628211u + static_cast<unsigned char>(small) + 1;
      inside = true;
    } else if (static_cast<unsigned char>(c) < 0x80 || c == '\xe2') {  // quotation marks and dashes begin with E2
      end_word();
    }
  }
  end_word();
  return words;
}

template <class Use>
std::size_t each_run(const std::vector<std::size_t>& words, const Use& use) {
  std::size_t runs = 0;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i, ++runs) use((words[i] * 31 + words[i + 1]) * 31 + words[i + 2]);
  return runs;
}

// The element that makes a block a pull quote, or 0.
std::uint32_t pulled_by(const HtmlTree& page, HtmlHints& hints, const HtmlBlock& block) {
  if (block.post >= 0) return 0;
  auto node = page[block.first].parent;
  for (int up = 0; up < kReach && node != 0; ++up, node = page[node].parent) {
    const bool column = page[node].tag == HtmlTag::td;  // of a page laid out in tables
    if (column || page[node].end <= block.last) continue;  // no more than words within the block
    const bool apart = page[node].tag == HtmlTag::aside || (page[node].tag == HtmlTag::q && page[page[node].parent].tag != HtmlTag::p);
    if (apart || hints.of(node) == HtmlHint::pull) return node;
  }
  return block.quotation;
}

}  // namespace

std::vector<bool> repeats_of(const HtmlTree& page, HtmlHints& hints, const std::vector<HtmlBlock>& blocks) {
  std::vector<bool> repeats(blocks.size());
  std::vector<std::uint32_t> pulled(blocks.size());
  std::unordered_set<std::size_t> known;
  bool any = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) any |= (pulled[i] = pulled_by(page, hints, blocks[i])) != 0;
  if (!any) return repeats;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (pulled[i] == 0) each_run(words_of(blocks[i].text), [&](std::size_t run) { known.insert(run); });
  }
  for (std::size_t i = 0; i < blocks.size();) {
    std::size_t end = i + 1, runs = 0, found = 0;
    while (end < blocks.size() && pulled[end] == pulled[i]) ++end;
    if (pulled[i] == 0) {
      i = end;
      continue;
    }
    std::size_t words = 0;
    for (auto k = i; k < end; ++k) {
      if (blocks[k].cites) continue;
      const auto spelled = words_of(blocks[k].text);
      words += spelled.size();
      runs += each_run(spelled, [&](std::size_t run) { found += known.contains(run); });
    }
    const bool repeated = runs > 0 && words <= kLongest && static_cast<double>(found) >= kRepeated * static_cast<double>(runs);
    for (; i < end; ++i) repeats[i] = repeated;
  }
  return repeats;
}

}  // namespace sayso
