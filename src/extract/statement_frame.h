// Where a sentence says to whom, how and when something was said: around cue and source, outside the contents.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/analysis.h"
#include "extract/word_forms.h"

namespace sayso {

// Token ranges, each within the cue's sentence and free of all contents. Empty ones are skipped by readers.
struct StatementFrame {
  TokenRange behind;   // from the cue (and a source behind it) to the clause's end: "told | residents at a meeting on Monday"
  TokenRange between;  // between source and cue: "Cole | on Monday | said"
  TokenRange opening;  // from the sentence's first word to the source: "In a speech on Sunday, | Starks"
  TokenRange tail;     // what stands behind a comma that ends `behind`: "told the local station, | Dun FM, last Tuesday"
  TokenRange after;    // behind a content that follows its cue: "ruled out a sale | in a broadcast on Monday"

  std::array<TokenRange, 3> all() const { return {behind, between, opening}; }
};

// What no frame may run into: the contents and cues of all statements. Build once for a document.
class FrameReader {
 public:
  FrameReader(const WordForms& forms, std::span<const Attribution> attributions);
  StatementFrame read(const Attribution& attribution) const;

  // The innermost statement in whose content a token stands, as index + 1; 0 for none.
  std::uint32_t owner(std::uint32_t token) const { return owner_[token]; }
  bool is_cue(std::uint32_t token) const { return cue_[token]; }

 private:
  std::uint32_t clause_end(std::uint32_t begin, std::uint32_t owner, bool commas) const;
  bool is_free(std::uint32_t token, std::uint32_t owner) const { return !cue_[token] && owner_[token] == owner; }

  const WordForms& f_;
  std::vector<std::uint32_t> owner_;  // a token: the innermost content around it, as index + 1; 0 for none
  std::vector<bool> cue_;
};

}  // namespace sayso
