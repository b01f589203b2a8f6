#include "text/words/word_set.h"

#include <cassert>

namespace sayso {

std::size_t WordIndex::add(std::string_view word) {
  if (const std::size_t known = find(word); known != kNone) return known;
  assert(words_.size() < 0xFFFF);
  words_.push_back(word);
  if (words_.size() * 4 > slots_.size()) {
    grow();
  } else {
    std::size_t at = hash(word) >> shift_;
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<std::uint16_t>(words_.size());
  }
  return words_.size() - 1;
}

void WordIndex::grow() {
  slots_.assign(slots_.size() * 2, 0);
  --shift_;
  for (std::size_t number = 0; number < words_.size(); ++number) {
    std::size_t at = hash(words_[number]) >> shift_;
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<std::uint16_t>(number + 1);
  }
}

WordSet::WordSet(std::string_view text) {
  for_each_word(text, [&](std::string_view word) { index_.add(word); });
}

}  // namespace sayso
