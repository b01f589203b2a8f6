// What verifying a quotation says. Plain data; docs/verify.md defines the words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trace/comparison.h"
#include "trace/witness.h"

namespace sayso::check {

enum class Verdict : std::uint8_t {
  verbatim,
  trimmed,
  elided,
  altered,
  spliced,
  other_speaker,
  paraphrase,
  ambiguous,
  not_found
};

// What stands before and after the words in their sentence and is not in the quotation; empty where nothing was cut.
struct Cut {
  std::string before, after;
  bool turns_sense = false;
  bool empty() const { return before.empty() && after.empty(); }
};

// One place that has the words, or nearly.
struct Finding {
  trace::Witness witness;
  Verdict verdict = Verdict::not_found;  // of these words alone, whoever says them
  std::vector<Span> spans;               // where the words stand in the document
  Span in_wording;                       // and in the witness's wording
  std::vector<trace::Edit> edits;        // a: the witness's words, b: the quotation
  bool sense_changed = false;
  Cut cut;
  bool bare = false;                       // from mark to mark the witness prints these words and nothing more
  double share = 0;                        // of the quotation's words that are there, 0 to 1
  std::optional<std::uint32_t> utterance;  // where several fit: findings of one utterance have one number
};

struct Verification {
  Verdict verdict = Verdict::not_found;
  std::string quotation;
  std::string by;                  // who is said to have said it; empty: nobody in particular
  bool sense_changed = false;      // of the best finding, or by its cut
  bool disputed = false;           // others print the same utterance in words of another sense
  std::vector<Finding> witnesses;  // the best one first; those of the verdict, then other readings
  bool more = false;               // there are more than were asked for
  std::vector<Finding> near;       // of not_found: what is most like it
  record::Coverage covers;
};

std::string_view name_of(Verdict);

}  // namespace sayso::check
