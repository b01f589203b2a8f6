// Paragraphs in which people speak by turns, as the layout shows:
//
//   “Where are you?” her mother asked.
//
//   “At a gas station.”
//
//   “Put him on.”
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/analysis.h"

namespace sayso {

// One entry a paragraph.
struct Talk {
  std::vector<std::uint32_t> number;  // of the talk that it belongs to, from 1; 0 for none
  std::vector<bool> lone;             // it is one turn, and nothing tells who speaks

  bool any() const { return !lone.empty(); }  // empty where the text has no talk
};

// A talk is a run of paragraphs that begin with a quotation (the first may only end with one), some of them lone and
// none of those long, which ask and answer or are short throughout. Linear.
Talk find_talk(const Analysis& analysis);

// Verbs of questions and of answers: "asked", "replied".
bool is_asking(std::string_view word);
bool is_answering(std::string_view word);

// Lone turns leave the statements that reach over them; they come back as statements of their own (uncued.h).
void part_turns(const Analysis& analysis, const Talk& talk, std::vector<Attribution>& attributions);

}  // namespace sayso
