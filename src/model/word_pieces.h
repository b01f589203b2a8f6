// Words as the pieces of BERT's uncased vocabulary, the longest piece first (Wu et al. 2016).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso {

// A view of the vocabulary's text, which must outlive it. Calls are const and safe side by side.
class WordPieces {
 public:
  // One piece a line; a line's number is the piece's. What continues a word begins with "##".
  static WordPieces of(std::string_view vocabulary);

  std::size_t size() const { return size_; }
  // Whether the pieces that stand for themselves are there: begin and end of a text, an unknown word, a quotation mark.
  bool complete() const { return begin_ < size_ && end_ < size_ && unknown_ < size_ && mark_ < size_; }
  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }

  // Appends the pieces of one word of the scorers' grid (UTF-8), at least one and at most six: lower case, accents off.
  // Quotation marks of all styles are one piece. Words of more than 100 letters are unknown. Same as Pieces in
  // training/encoder/pretrained.py.
  void cut(std::string_view word, bool quotation_mark, std::vector<std::uint32_t>& out) const;

 private:
  std::uint32_t find(std::string_view piece, bool continues) const;
  void cut_plain(std::string_view word, std::vector<std::uint32_t>& out) const;

  struct Slot {
    std::string_view piece;  // without "##"
    std::uint32_t number = 0;
    bool continues = false;
  };
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::size_t size_ = 0;
  std::uint32_t none_ = UINT32_MAX, begin_ = UINT32_MAX, end_ = UINT32_MAX, unknown_ = UINT32_MAX, mark_ = UINT32_MAX;
};

}  // namespace sayso
