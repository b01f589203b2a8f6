// "QUIST:", "Mr. Smith:", "**Ann Cole:**", "Q.": who speaks, written before the words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/analysis.h"
#include "extract/layout.h"

namespace sayso {

struct SpeakerLabel {
  TokenRange name;         // without marks of emphasis and remarks in brackets
  TokenRange cue;          // the colon; empty behind "Q."
  std::uint32_t begin = 0; // with marks of emphasis
  std::uint32_t text = 0;  // first token behind it
  std::string key;         // the same for "Amy Goodman" and "GOODMAN"
  bool caps = false;       // all in capitals
  bool chat = false;       // an account in small letters: "renner:", "anon-fox:"
  bool titled = false;     // has a title, a given name or a word for a person: surely somebody
};

// A label at the first token of `range`, which ends the search. Section labels ("More:", "Photo:") are none.
std::optional<SpeakerLabel> speaker_label(const Layout& layout, TokenRange range);

// "anon-fox: no": an account in small letters at the first token of `range`, with a colon and space behind.
std::optional<SpeakerLabel> chat_label(const Layout& layout, TokenRange range);

// A label in capitals whose colon stands at `colon`, inside a paragraph: behind the end of a sentence.
std::optional<SpeakerLabel> inner_label(const Layout& layout, TokenRange paragraph, std::uint32_t colon);

// Words that head a section or say what follows, lower case: "update", "photos", "opinion", "monday".
bool is_section_word(std::string_view word);

// "q", "question", "a", "answer": keys of labels that name nobody.
bool is_question_key(std::string_view key);
bool is_answer_key(std::string_view key);

}  // namespace sayso
