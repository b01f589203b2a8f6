// A wording cut into words that can be compared: contractions split, spellings made one, marks kept apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"
#include "text/code_points.h"

namespace sayso::trace {

enum class WordClass : std::uint8_t { other, negation, modal, number, quantifier, pronoun, filler, name };

struct Word {
  Span span;                 // code points of the wording; the halves of "don't" share no code point
  std::string_view surface;  // bytes of the span, into the text
  std::string key;           // lower case, no accents, American spelling, digits for number words, "not" for "n't"
  std::string marks;         // punctuation before it in one form: quotes ", dashes —; spaces and ellipses left out
  float weight = 0;          // rarity: what an agreement in this word is worth
  float drop = 1;            // what leaving it out costs: little for fillers, repeats and words in brackets
  WordClass kind = WordClass::other;
  bool clitic = false;         // "'s", "n't": written to the word before
  bool hyphened = false;       // joined to the word before by a hyphen
  bool bracketed = false;      // inside [ ] or ( )
  bool mended = false;         // brackets inside the word: [T]he
  bool gap_before = false;     // an ellipsis stands before it
  bool sentence_end = false;   // . ! or ? behind it
  bool sentence_begin = false; // the first of its sentence
  bool maybe_name = false;     // a capital at the beginning of a sentence, on a word that few sentences begin with
};

struct Words {
  std::vector<Word> words;
  std::string end_marks;   // punctuation behind the last word
  bool gap_after = false;  // an ellipsis ends the wording
};

// Cuts `text`, which must outlive the result. Left out are web addresses, lines of site furniture ("ADVERTISEMENT",
// "Read more: …") and the attribution between two pieces (…," she said. "…). Linear.
Words words_of(const CodePoints& text);

}  // namespace sayso::trace
