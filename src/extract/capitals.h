// When a capital means a name: not in headlines, and not on an ordinary word that opens a sentence.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/word_forms.h"

namespace sayso {

// What the document itself says of its capitals. Linear to build. The forms must outlive it.
class Capitals {
 public:
  explicit Capitals(const WordForms& forms);

  // Paragraphs In Which Most Words Are Capitalised, OR ALL ARE.
  bool is_headline(std::uint32_t paragraph) const { return paragraph < headlines_.size() && headlines_[paragraph]; }

  // The word has a capital somewhere inside a sentence of running text.
  bool is_seen_inside(std::string_view folded) const;

  // A capitalised token that may be part of a name, as far as form goes.
  bool may_be_name(std::uint32_t token) const;

 private:
  struct Seen {
    bool lower = false;    // somewhere in lower case
    bool capital = false;  // with a capital inside a sentence
  };
  bool is_headline(TokenRange paragraph) const;
  bool opens_without_name(std::uint32_t token) const;

  const WordForms& forms_;
  std::vector<bool> headlines_;
  std::unordered_map<std::string_view, Seen> seen_;
};

}  // namespace sayso
