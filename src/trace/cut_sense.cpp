#include "trace/cut_sense.h"

#include <algorithm>
#include <vector>

#include "text/code_points.h"
#include "text/words/word_set.h"
#include "trace/words.h"

namespace sayso::trace {
namespace {

const WordSet kRestrictions("but if unless except excepting until provided providing though although assuming barring without not");
const WordSet kPlainConditions("if unless except provided");
const WordSet kDenials("not never no nobody none deny denied denies hardly false untrue lie myth neither nor");
const WordSet kNearDenials("not never no nobody none hardly neither nor");
const WordSet kConditions("if unless whether suppose");
const WordSet kParts("some most many few several half nearly almost part parts only");
const WordSet kBetween("of the these those our my your his her their its");
const WordSet kTellers("that say claim think believe suggest");
const WordSet kClauseSubjects("i we he she it they you there the this that");
const WordSet kSubjectsAndVerbs("i we he she they you there is are was were am has have had do does did 's 'd");
const WordSet kSubjects("i we he she they you there it");

constexpr std::size_t kLeast = 4;  // words of a statement; three where it begins with a subject: "I will resign", "eels are poisonous"

bool stands_at_front(const std::vector<Word>& words, std::initializer_list<std::string_view> keys) {
  return words.size() >= keys.size() &&
         std::equal(keys.begin(), keys.end(), words.begin(), [](std::string_view key, const Word& w) { return w.key == key; });
}

bool parts_clauses(std::string_view marks) {
  return marks.find_first_of(",;:") != std::string_view::npos || marks.find("\u2014") != std::string_view::npos;
}

// Conditions and restrictions that begin right behind what is kept; "had it been cheaper".
bool restricts(const std::vector<Word>& after) {
  if (after.empty()) return false;
  if (kRestrictions.contains(after.front().key)) return true;
  const bool inverted = after.front().key == "had" || after.front().key == "were" || after.front().key == "should";
  if (inverted && after.size() > 2 && kClauseSubjects.contains(after[1].key)) return true;
  return stands_at_front(after, {"only", "if"}) || stands_at_front(after, {"only", "when"}) || stands_at_front(after, {"and", "only", "if"}) ||
         stands_at_front(after, {"or", "so"}) || stands_at_front(after, {"as", "long", "as"}) || stands_at_front(after, {"so", "long", "as"}) ||
         stands_at_front(after, {"in", "case"}) || stands_at_front(after, {"on", "condition"});
}

// A denial or a condition that what is kept hangs on: "I never said that …", "It is not true that …", "If …, ".
bool governs(const Words& before) {
  if (before.words.empty()) return false;
  if (kConditions.contains(before.words.front().key)) return true;
  if (parts_clauses(before.end_marks)) return false;
  for (auto word = before.words.rbegin(); word != before.words.rend(); ++word) {
    if (kDenials.contains(word->key)) return true;
    if (parts_clauses(word->marks) || word->key == "and" || word->key == "but" || word->key == "so") return false;
  }
  return false;
}

// "Some of the", "Nearly": what is kept was said of a part alone.
bool narrows(const Words& before) {
  if (parts_clauses(before.end_marks)) return false;
  auto word = before.words.rbegin();
  while (word != before.words.rend() && kBetween.contains(word->key)) ++word;
  return word != before.words.rend() && kParts.contains(word->key);
}

// A clause that can be taken for a full statement: a fragment is no claim that a cut could turn.
bool is_statement(const std::vector<Word>& kept) {
  const bool begins = kept.size() > 1 && (kSubjects.contains(kept.front().key) || kSubjectsAndVerbs.contains(kept[1].key));
  return kept.size() >= (begins ? kLeast - 1 : kLeast) && std::any_of(kept.begin(), kept.end(), [](const Word& w) {
           return w.kind == WordClass::modal || kSubjectsAndVerbs.contains(w.key);
         });
}

// The denial stands right before what is kept, or what is kept is all that was said not to be so.
bool is_bound(const std::vector<Word>& before, const std::vector<Word>& kept) {
  if (before.empty() || kept.size() < kLeast) return false;
  return kNearDenials.contains(before.back().key) || (before.size() > 2 && kTellers.contains(before.back().key));
}

}  // namespace

bool cut_turns_sense(std::string_view before, std::string_view kept, std::string_view after) {
  const CodePoints points_before(before), points_after(after);
  const Words front = words_of(points_before);
  const bool governed = governs(front), limited = narrows(front) || restricts(words_of(points_after).words);
  if (!governed && !limited) return false;
  const CodePoints points_kept(kept);
  const std::vector<Word> words = words_of(points_kept).words;
  return is_statement(words) || (governed && is_bound(front.words, words));
}

bool cut_plainly_turns_sense(std::string_view before, std::string_view kept, std::string_view after) {
  constexpr std::size_t kMost = 3;  // words cut off at the front
  const CodePoints points_before(before), points_after(after), points_kept(kept);
  const Words front = words_of(points_before);
  const std::vector<Word> back = words_of(points_after).words, words = words_of(points_kept).words;
  const bool few = !front.words.empty() && front.words.size() <= kMost;
  if (few && words.size() >= kLeast && kNearDenials.contains(front.words.back().key)) return true;
  const bool conditioned = !back.empty() && (kPlainConditions.contains(back.front().key) || stands_at_front(back, {"only", "if"}));
  return ((few && narrows(front)) || conditioned) && is_statement(words);
}

bool takes_back(std::string_view next_sentence) {
  const CodePoints points(next_sentence);
  const std::vector<Word> next = words_of(points).words;
  return stands_at_front(next, {"unless"}) || stands_at_front(next, {"except"}) || stands_at_front(next, {"only", "if"});
}

}  // namespace sayso::trace
