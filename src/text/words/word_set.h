// Tables of words: lower case, built from readable strings, asked in constant time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace sayso {

// Numbers words from 0 on, each once. The words must live on: string literals do. Rules ask dozens of tables for every word of a text, and
// nearly always for one that is not there: the ends of a word make its hash, and three quarters of the slots are empty.
class WordIndex {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t add(std::string_view word);
  std::size_t find(std::string_view word) const {
    for (std::size_t at = hash(word) >> shift_; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
      if (words_[slots_[at] - 1] == word) return slots_[at] - 1;
    }
    return kNone;
  }
  const std::vector<std::string_view>& words() const { return words_; }

 private:
  template <class T>
  static std::uint64_t load(const char* from) {
    T out;
    std::memcpy(&out, from, sizeof out);
    return out;
  }
  static std::uint64_t hash(std::string_view word) {
    const char* const begin = word.data();
    const std::size_t n = word.size();
    std::uint64_t first = 0, last = 0;
    if (n >= 8) first = load<std::uint64_t>(begin), last = load<std::uint64_t>(begin + n - 8);
    else if (n >= 4) first = load<std::uint32_t>(begin), last = load<std::uint32_t>(begin + n - 4);
    else if (n > 0) first = load<std::uint8_t>(begin) | load<std::uint8_t>(begin + n / 2) << 8, last = load<std::uint8_t>(begin + n - 1);
    return ((first * 0x9E3779B97F4A7C15u) ^ ((last + n) * 0xC2B2AE3D27D4EB4Fu)) * 0x9E3779B97F4A7C15u;
  }
  void grow();

  std::vector<std::string_view> words_;
  std::vector<std::uint16_t> slots_{0, 0};  // number of a word plus one; a power of two of them
  unsigned shift_ = 63;                     // so many of a hash's high bits number a slot
};

// The words of `text`, separated by white space.
class WordSet {
 public:
  explicit WordSet(std::string_view text);
  bool contains(std::string_view word) const { return index_.find(word) != WordIndex::kNone; }

 private:
  WordIndex index_;
};

// What is known of each word.
template <class T>
class WordMap {
 public:
  // Null where there is nothing.
  const T* find(std::string_view word) const {
    const std::size_t at = index_.find(word);
    return at == WordIndex::kNone ? nullptr : &values_[at];
  }
  bool contains(std::string_view word) const { return find(word) != nullptr; }
  T& operator[](std::string_view word) {
    const std::size_t at = index_.add(word);
    if (at == values_.size()) values_.emplace_back();
    return values_[at];
  }
  // Keeps what is there.
  void add(std::string_view word, T value) {
    if (index_.add(word) == values_.size()) values_.push_back(std::move(value));
  }
  const std::vector<std::string_view>& words() const { return index_.words(); }

 private:
  WordIndex index_;
  std::vector<T> values_;
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
