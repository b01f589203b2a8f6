// The W3C's selectors of words in a text, and where a statement was read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/json_writer.h"
#include "sayso/document.h"
#include "sayso/provenance.h"
#include "sayso/statement.h"
#include "text/code_points.h"

namespace sayso::formats {

// The key "selector": by its words and those around, and by its place.
void write_selectors(JsonWriter& json, const CodePoints& text, Span span);

// Text fragments of one document; its words are read once.
class TextFragments {
 public:
  explicit TextFragments(const CodePoints& text);
  std::string of(Span span) const;

 private:
  struct Word {
    Span span;
    std::uint64_t hash = 0;        // of its letters, small
    std::uint32_t paragraph = 0;
  };
  using Range = std::pair<std::uint32_t, std::uint32_t>;  // words, half-open

  Range words_of(Span span) const;
  bool same(std::uint32_t a, std::uint32_t b, std::uint32_t count) const;
  std::uint32_t shortest_start(Range range, std::uint32_t& prefix) const;
  std::uint32_t shortest_end(Range range, std::uint32_t start) const;
  const std::vector<std::uint32_t>& places_of(std::uint32_t word) const;
  std::uint32_t words_behind(Range range) const;
  std::uint32_t words_before(Range range) const;
  std::string prefix_term(std::uint32_t first, std::uint32_t prefix, std::uint32_t& start) const;
  std::string encoded(std::uint32_t begin, std::uint32_t end) const;  // code points

  const CodePoints& text_;
  std::vector<Word> words_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places_;  // of each run of kFewest words
};

// The statement's key "provenance": for each piece of its content selectors, bytes and text fragment.
void write_provenance(JsonWriter& json, const Document& document, const CodePoints& text, const TextFragments& fragments,
                      const Statement& statement);

}  // namespace sayso::formats
