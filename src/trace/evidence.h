// For and against two wordings being one utterance.
#pragma once

#include <cstdint>
#include <optional>

#include "trace/cut_wording.h"
#include "trace/setting.h"
#include "trace/stretch.h"

namespace sayso::trace {

// What the texts that two wordings stand in tell of them.
struct SettingEvidence {
  Speakers speakers = Speakers::unknown;
  bool occasions_differ = false;
  bool one_written = false;    // one is from a letter, a post or a statement, of the other no such thing is told
  std::uint32_t passages = 0;  // runs of eight words that both texts have besides; 0 of one outlet, which prints the same again and again
};

// Sums of word weights, where an ordinary word weighs 1 (word_classes.h).
struct Evidence {
  double agreed = 0;       // words that agree
  double longest_run = 0;  // of them in a row without a difference
  double cover = 0;        // share of the shorter wording that agrees, 0 to 1
  double unlike = 0;       // words that differ inside the stretch, marks and long omissions counted little
  double breaks = 0;       // how often the agreement is broken inside the stretch
  double torn = 0;         // words outside the stretch where both go on, differently
  int days = -1;           // between the two dates; -1 where one is not known
  int speakers = 0;        // 1: the same name, -1: another, 0: not known
  bool second = false;     // their surroundings share another passage
  std::optional<SettingEvidence> settings;  // where both texts were read
};

Evidence evidence_of(const CutWording& a, const CutWording& b, const Shared& shared);

// 0 to 1; from 0.5 the same utterance.
double score_of(const Evidence& evidence);

}  // namespace sayso::trace
