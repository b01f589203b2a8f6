// Words as the text index has them: letters and digits in lower case, accents taken off, and their stems.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace sayso::record {

// One word after the other, with its place in code points. The text must be valid UTF-8 and outlive it.
class WordScanner {
 public:
  explicit WordScanner(std::string_view text) : text_(text) {}

  bool next();  // false behind the last word
  const std::string& word() const { return word_; }
  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;          // bytes
  std::uint32_t point_ = 0;     // code points before at_
  std::uint32_t begin_ = 0, end_ = 0;
  std::string word_;
};

std::vector<std::string> words_of(std::string_view text);

// Porter's stemmer (Program 14, 1980), which is the one of the index: "resigned", "resigns" -> "resign".
// Thread safety: none; each has its own.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // Of a word of words_of(); lives until the next call.
  std::string_view of(std::string_view word);

 private:
  sb_stemmer* stemmer_;
};

}  // namespace sayso::record
