#include "record/words.h"

#include <libstemmer.h>
#include <unicode/uchar.h>

#include "text/code_points.h"
#include "text/fold.h"

namespace sayso::record {
namespace {

constexpr std::size_t kShortestStemmed = 3, kLongestStemmed = 64;  // bytes, as in the index of SQLite; else "s" would be nothing

bool is_part(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
  return u_isalnum(static_cast<UChar32>(c)) || is_accent(c);
}

}  // namespace

bool WordScanner::next() {
  word_.clear();
  while (at_ < text_.size()) {
    const std::uint32_t point = point_++;
    const char32_t c = decode(text_, at_);
    if (!is_part(c)) {
      if (!word_.empty()) return true;
      continue;
    }
    if (word_.empty()) begin_ = point;
    append_folded(word_, c);
    end_ = point_;
  }
  return !word_.empty();
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (WordScanner scanner(text); scanner.next();) out.push_back(scanner.word());
  return out;
}

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("porter", "UTF_8")) {}
Stemmer::~Stemmer() { sb_stemmer_delete(stemmer_); }

std::string_view Stemmer::of(std::string_view word) {
  if (!stemmer_ || word.size() < kShortestStemmed || word.size() > kLongestStemmed) return word;
  const auto* stem = sb_stemmer_stem(stemmer_, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  return stem ? std::string_view(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_))) : word;
}

}  // namespace sayso::record
