// What the rules see of each token: its folded form, its capitals, its place in sentence, paragraph and quotation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"

namespace sayso {

// One entry a token of an Analysis, which must outlive it. Built in linear time, then only read.
// Every question may be asked one past the last token: the answer is "" or false.
class WordForms {
 public:
  explicit WordForms(const Analysis& analysis);

  std::uint32_t size() const { return static_cast<std::uint32_t>(flags_.size()); }
  std::string_view text(std::uint32_t token) const;  // as it stands
  // Lower case; ’ as ', hyphens as -, dashes as —, all double marks as ". Asked dozens of times for every word.
  std::string_view folded(std::uint32_t token) const {
    if (token >= size()) return {};
    return {folded_.data() + begins_[token], begins_[token + 1] - begins_[token]};
  }

  bool is_word(std::uint32_t t) const { return has(t, kWord); }
  bool is_capital(std::uint32_t t) const { return has(t, kCapital); }  // begins with a capital
  bool is_upper(std::uint32_t t) const { return has(t, kUpper); }      // two capitals or more, nothing else but digits
  bool is_letter(std::uint32_t t) const { return has(t, kLetter); }    // one capital
  bool is_number(std::uint32_t t) const { return has(t, kNumber); }
  bool is_lower(std::uint32_t t) const { return is_word(t) && !is_capital(t) && !is_number(t); }
  bool is_spaced(std::uint32_t t) const { return has(t, kSpaced); }    // white space or the beginning before it
  bool is_quoted(std::uint32_t t) const { return has(t, kQuoted); }    // inside quotation marks
  bool is_mark(std::uint32_t t) const { return has(t, kMark); }        // a quotation mark; single ones where they quote
  bool begins_sentence(std::uint32_t t) const { return has(t, kSentence); }
  bool begins_paragraph(std::uint32_t t) const { return has(t, kParagraph); }
  std::uint32_t sentence(std::uint32_t t) const { return t < size() ? sentences_[t] : sentence_count_; }
  std::uint32_t paragraph(std::uint32_t t) const { return t < size() ? paragraphs_[t] : paragraph_count_; }
  std::uint32_t paragraph_count() const { return paragraph_count_; }

  bool is(std::uint32_t t, std::string_view word) const { return folded(t) == word; }

 private:
  enum Flag : std::uint16_t {
    kWord = 1, kCapital = 2, kUpper = 4, kLetter = 8, kNumber = 16, kSpaced = 32, kQuoted = 64, kMark = 128, kSentence = 256,
    kParagraph = 512
  };
  bool has(std::uint32_t t, Flag flag) const { return t < size() && (flags_[t] & flag) != 0; }
  void spell(std::uint32_t token);
  void mark(const Analysis& analysis);
  void place(const Analysis& analysis);
  void quote(const Analysis& analysis);
  bool ends_sentence(std::uint32_t token) const;
  bool is_short_form(std::uint32_t stop) const;

  std::string_view utf8_;
  const std::vector<Token>& tokens_;
  std::string folded_;
  std::vector<std::uint32_t> begins_{0};  // in folded_, and where the last one ends
  std::vector<std::uint16_t> flags_;
  std::vector<std::uint32_t> sentences_, paragraphs_;
  std::uint32_t sentence_count_ = 0, paragraph_count_ = 0;
};

}  // namespace sayso
