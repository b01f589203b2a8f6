// What is known of a document before anybody is said to speak: words, paragraphs, quotations, tags.
#pragma once

#include <cstdint>
#include <vector>

#include "model/features.h"
#include "sayso/document.h"
#include "text/code_points.h"
#include "text/quotation_marks.h"
#include "text/tokens.h"

namespace sayso {

// Indices of tokens, half-open.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
  bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
  friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

// What a word is part of, as the model tags it.
enum class NameTag : std::uint8_t { none, person, organization, place, other };

// Plain data that all stages of the extractor share. The text must outlive it.
// A post or quotation that the page sets off: its paragraphs.
struct SetOffRange {
  TokenRange range;
  SetOff::Kind kind = SetOff::Kind::quotation;
};

struct Analysis {
  CodePoints text;
  std::vector<Token> tokens;
  std::vector<TokenRange> paragraphs;  // runs of tokens without a line end between them; cover all tokens, in order
  Quotations quotations;
  std::vector<WordFeatures> features;  // one a token, or empty where no model has tagged the text
  std::vector<NameTag> names;          // likewise
  std::vector<SetOffRange> set_off;    // in order
};

// A statement as the model finds it: who, cue and what as token ranges, each in text order and not overlapping.
// A quotation that merely follows has no cue (an empty range).
struct Attribution {
  TokenRange cue;
  std::vector<TokenRange> source;   // none: no source given
  std::vector<TokenRange> content;
  float confidence = 0;             // 0 to 1
  bool set_off = false;             // a turn or a post: all of the content is given as words, though it has no marks
  bool turn = false;                // a transcript's turn; its source is the label
};

}  // namespace sayso
