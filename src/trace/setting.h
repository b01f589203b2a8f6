// What the text that a quotation stands in tells of it: who speaks, on which occasion, and what else the text says.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "trace/archive.h"
#include "trace/occasions.h"

namespace sayso::trace {

struct Setting {
  std::vector<std::vector<std::string>> speakers;  // people, each as the words of the name, lower case, as words_of() has them
  bool unnamed = false;                            // somebody speaks whom the text does not name
  bool written = false;                            // a letter, a post, a statement, …
  Occasions occasions = 0;
  std::unordered_set<std::string> words;           // of the whole text
  std::vector<std::uint64_t> passages;             // runs of eight words outside the quotation, as hashes in ascending order
};

// `quoted` are the words between the marks, in code points of the document's text.
Setting setting_of(const SourcePtr& source, Span quoted);

// What two settings make of two wordings being one utterance.
enum class Speakers : std::uint8_t {
  unknown,
  same,
  both_named,  // they differ, and each text has both names: one may be misread
  one_named,   // they differ, and one of them is nowhere in the other text
  strangers,   // they differ, and neither is in the other text
  no_name      // a name that is nowhere in the other text, where somebody without one speaks
};
Speakers compare_speakers(const Setting& a, const Setting& b);
bool occasions_differ(const Setting& a, const Setting& b);
std::uint32_t shared_passages(const Setting& a, const Setting& b);

}  // namespace sayso::trace
