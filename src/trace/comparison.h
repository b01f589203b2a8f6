// What two wordings are to each other. Plain data; made by compare() in compare.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"

namespace sayso::trace {

// The first that applies, from the bottom: `spliced` before `altered` before … `identical`. docs/compare.md defines them.
enum class Relation : std::uint8_t {
  identical, formatting, trimmed, overlap, elided_marked, bracketed, elided_unmarked, altered, spliced, different_utterance
};

enum class EditType : std::uint8_t {
  substitute, insert, remove, move, case_change, punctuation, number, spelling, expand_contraction, ellipsis, bracket
};

enum class Touches : std::uint8_t { nothing, negation, modal, number, name, quantifier };

// One difference inside the stretch that both wordings share. Spans are code points of the two texts; one of them is
// empty for what was put in or left out, and stands where it would be.
struct Edit {
  EditType type = EditType::substitute;
  Span a, b;
  std::string from, to;  // the words of a, of b
  Touches touches = Touches::nothing;
  bool sense_critical = false;
};

struct Comparison {
  bool same_utterance = false;
  Relation relation = Relation::different_utterance;
  std::vector<Edit> edits;     // in text order
  bool sense_changed = false;
  double score = 0;            // 0 to 1, how sure it is that the utterance is the same; same_utterance from 0.5
  Span shared_a, shared_b;     // from the first to the last word that both have; empty where there is none
};

// The words of the contract: "elided_marked", "delete", "case", "" for Touches::nothing.
std::string_view name_of(Relation);
std::string_view name_of(EditType);
std::string_view name_of(Touches);

}  // namespace sayso::trace
