// First step of reading quotation marks: every character that could be one, with what stands around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/quotation_glyphs.h"

namespace sayso::quotation {

// What stands beside a mark. Marks that touch each other look past one another.
enum class Side : std::uint8_t {
  space,    // white space, or the border of the text
  word,     // a letter, a digit, a currency sign
  stop,     // . , ; : ! ? … and closing brackets
  opening,  // ( [ {
  joint,    // dashes, slashes and other signs
};

enum class Role : std::uint8_t { none, open, close };

inline constexpr std::uint32_t kNone = UINT32_MAX;

struct Candidate {
  std::uint32_t begin = 0, end = 0;      // code points
  std::uint32_t byte = 0, byte_end = 0;  // the same place in bytes
  char32_t prev = 0, next = 0;           // neighbouring code points, 0 at the border of the text
  Side before = Side::space, after = Side::space;
  Glyph glyph = Glyph::none;
  Group group = Group::none;
  bool first = false;    // only white space before it in its paragraph
  bool doubled = false;  // typed twice or more where one was meant

  // What pairing finds out.
  Role role = Role::none;
  bool turned = false;              // a curly mark that looks the wrong way
  bool too_deep = false;            // within more quotations than are kept
  bool unopened = false;            // closes, but nothing of its group is open
  std::uint32_t partner = kNone;    // of an opening mark: its closing mark
  std::uint32_t limit = kNone;      // of an unclosed one: the mark that it must end before
  std::uint32_t quotation = kNone;  // index of the Quotation it became part of
};

struct Place {
  std::size_t byte = 0;
  std::uint32_t index = 0;  // code point
};

// A stretch to be paired on its own: a paragraph, or a part of one that has more marks than kMarksAtOnce.
struct Stretch {
  Place begin, end;            // without the line end
  bool paragraph_ends = true;  // false where only the number of marks ended it
  bool paragraph_begins = true;
};

inline constexpr std::size_t kMarksAtOnce = 16'384;

// Cuts a text into stretches, one after another, and collects their candidates.
class Scanner {
 public:
  Scanner(std::string_view utf8, bool hard_wrapped) : utf8_(utf8), hard_wrapped_(hard_wrapped) {}

  // The next stretch and its candidates, in text order; false at the end of the text.
  bool next(Stretch& stretch, std::vector<Candidate>& candidates);

 private:
  void look(Stretch& stretch, std::vector<Candidate>& candidates);
  bool at_paragraph_end(std::size_t line_end) const;
  void add(GlyphAt glyph, std::vector<Candidate>& candidates, const Stretch& stretch);

  std::string_view utf8_;
  bool hard_wrapped_;
  bool inside_paragraph_ = false;
  Place at_;
};

// A code point's kind as a neighbour of marks.
Side side_of(char32_t c);

// The code points before and at a byte; 0 beyond the border.
char32_t point_before(std::string_view utf8, std::size_t byte);
char32_t point_at(std::string_view utf8, std::size_t byte);

}  // namespace sayso::quotation
