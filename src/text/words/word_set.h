// A table of words: lower case, built from one readable string, asked in constant time.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>
#include <unordered_set>

namespace sayso {

// The words of `text`, separated by white space. The text must live on: string literals do.
class WordSet {
 public:
  explicit WordSet(std::string_view text);
  bool contains(std::string_view word) const { return maybe_[mark(word)] && words_.contains(word); }

 private:
  // Most words asked for are in no table: their length and two letters tell without hashing.
  static constexpr std::size_t kMarks = 4096;
  static std::size_t mark(std::string_view word) {
    if (word.empty()) return 0;
    const auto letter = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(word[at])); };
    return (letter(0) + 37 * letter(word.size() - 1) + 113 * letter(word.size() / 2) + 911 * word.size()) % kMarks;
  }

  std::bitset<kMarks> maybe_;
  std::unordered_set<std::string_view> words_;
};

// Calls `visit` with each word of `text`, in order.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  constexpr std::string_view kSpace = " \n\t";
  for (std::size_t at = text.find_first_not_of(kSpace); at != std::string_view::npos;) {
    const std::size_t end = text.find_first_of(kSpace, at);
    visit(text.substr(at, end == std::string_view::npos ? end : end - at));
    at = text.find_first_not_of(kSpace, end == std::string_view::npos ? text.size() : end);
  }
}

}  // namespace sayso
