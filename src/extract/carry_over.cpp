#include "extract/carry_over.h"

#include <algorithm>
#include <ranges>

#include "extract/enclosing.h"
#include "extract/occasion.h"
#include "extract/stance.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// "In the same letter", "in the interview": what was told of before.
bool refers_back(const WordForms& f, const std::optional<FoundChannel>& channel) {
  static const WordSet known("the that this same");
  return channel && known.contains(f.folded(channel->range.begin + 1));
}

bool is_quotation(const WordForms& f, const Attribution& a) {
  return !a.content.empty() && f.is_mark(a.content.front().begin);
}

bool has_word(const WordForms& f, TokenRange range, const WordSet& set) {
  return std::ranges::any_of(std::views::iota(range.begin, std::max(range.begin, range.end)),
                             [&](std::uint32_t t) { return set.contains(f.folded(t)); });
}

// "She urged the league to publish it and vowed to pay": what is asked of somebody is said to them alone.
bool requests(const WordForms& f, const Attribution& a) {
  static const WordSet verbs("asked asks urged urges called calls begged pleaded ordered demanded invited appealed");
  return has_word(f, a.cue, verbs);
}

// "The pal added": whoever spoke before.
bool adds(const WordForms& f, const Attribution& a) {
  static const WordSet set("added adds adding");
  return has_word(f, a.cue, set);
}

// "He hopes to return", "She wonders whether …": what somebody thinks all the time is not said to the one spoken to
// before.
bool is_thought(const WordForms& f, const Attribution& a) {
  const Stance stance = find_stance(f, a);
  return (stance == Stance::believes || stance == Stance::asks || stance == Stance::intends) && !is_quotation(f, a) &&
         is_present(f, a.cue);
}

// "The nurse told an inquiry it was late, but | said": of one subject, which need have no name.
bool is_second_verb(const WordForms& f, const Attribution& first, const Attribution& second) {
  return !second.source.empty() && first.source == second.source && !f.is(second.source.front().begin, "who");
}

}  // namespace

bool speaks_on(const WordForms& f, const Attribution& before, const Who& who_before, const Attribution& a,
               const Who& who) {
  return is_same(who_before, who) || (adds(f, a) && who.entity == kNoEntity) || is_second_verb(f, before, a);
}

CarryOver what_carries_over(const WordForms& f, const Attribution& before, const Who& who_before, const Attribution& a,
                            const Who& who, const StatementFrame& frame) {
  const std::uint32_t later = f.paragraph(anchor(a)) - f.paragraph(anchor(before));
  const bool next =
      later == 1 && is_same(who_before, who) && (adds(f, a) || is_quotation(f, a)) && !is_elsewhere(f, a, frame);
  const bool goes_on = (later == 0 || next) && !is_thought(f, a) && !is_answer(f, a);
  const bool of_request = requests(f, before) && (next || !is_quotation(f, a));
  return {goes_on && !of_request, next};
}

void carry_over(const WordForms& f, const Circumstances& from, Circumstances& to) {
  const bool again = from.channel && to.channel && from.channel->type == to.channel->type && refers_back(f, to.channel);
  const bool own = to.addressee || (to.channel && !again) || !to.via.empty();
  if (own) return;
  to.addressee = from.addressee;
  to.via = from.via;
}

}  // namespace sayso
