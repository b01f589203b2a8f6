#include "extract/told_object.h"

#include <algorithm>
#include <string_view>

#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kLongest = 9;  // words that name somebody: "adults born after 1957"

std::string_view word(const Analysis& a, std::uint32_t token) { return a.tokens[token].in(a.text.utf8()); }

// Verbs with somebody as object and behind it what they are to do or to hear. Not "want", "expect": nobody need be
// told.
bool tells_somebody(std::string_view word) {
  static const WordSet set(
      "tell tells told telling ask asks asked asking urge urges urged urging warn warns warned warning advise advises "
      "advised "
      "advising remind reminds reminded reminding assure assures assured assuring inform informs informed informing "
      "order "
      "orders ordered ordering promise promises promised promising notify notifies notified beg begs begged begging "
      "implore "
      "implores implored instruct instructs instructed persuade persuaded encourage encourages encouraged encouraging "
      "invite invites "
      "invited challenge challenged command commanded caution cautions cautioned require requires required forbid "
      "forbids "
      "forbade forbidden convince convinces convinced press presses pressed pressing lobby lobbied lobbies");
  return set.contains(word);
}

// "called on | Congress | to act".
bool calls_on(const Analysis& a, TokenRange cue) {
  static const WordSet calls("call calls called calling");
  return cue.size() > 1 && (word(a, cue.end - 1) == "on" || word(a, cue.end - 1) == "upon") &&
         calls.contains(word(a, cue.end - 2));
}

bool opens_clause(std::string_view word) {
  static const WordSet set("to that whether if why how what when who");
  return set.contains(word);
}

bool ends_search(std::string_view word) {
  static const WordSet set(
      ", . ; : ? ! \" “ ” ‘ ’ — – ( ) for about of against on with is was are were be been had has will would said");
  return set.contains(word);
}

// Where the clause begins behind somebody's name at `begin`; `begin` itself where no such thing stands there.
std::uint32_t clause_behind(const Analysis& a, std::uint32_t begin, std::uint32_t end) {
  if (opens_clause(word(a, begin)) || word(a, begin) == "not") return begin;
  for (std::uint32_t t = begin; t < end && t <= begin + kLongest; ++t) {
    if (ends_search(word(a, t))) return begin;
    if (t > begin && opens_clause(word(a, t))) return word(a, t) == "to" && word(a, t - 1) == "not" ? t - 1 : t;
  }
  return begin;
}

void mend(const Analysis& a, Attribution& attribution) {
  std::vector<TokenRange>& content = attribution.content;
  if (content.empty() || attribution.cue.empty() || content.front().begin != attribution.cue.end) return;
  if (!tells_somebody(word(a, attribution.cue.end - 1)) && !calls_on(a, attribution.cue)) return;
  const TokenRange first = content.front();
  const bool apart = content.size() > 1 && first.size() <= kLongest && opens_clause(word(a, content[1].begin)) &&
                     !opens_clause(word(a, first.begin));
  if (apart) {
    content.erase(content.begin());
    return;
  }
  content.front().begin = clause_behind(a, first.begin, first.end);
}

}  // namespace

void leave_out_the_told(const Analysis& analysis, std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) mend(analysis, a);
}

}  // namespace sayso
