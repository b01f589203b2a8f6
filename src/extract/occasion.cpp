#include "extract/occasion.h"

#include <algorithm>
#include <ranges>

#include "extract/enclosing.h"
#include "extract/stance.h"
#include "text/words/word_set.h"

namespace sayso {

bool is_exchange(ChannelType type) { return type == ChannelType::call || type == ChannelType::message; }

std::uint32_t patience(ChannelType type, bool told) {
  switch (type) {
    case ChannelType::call:
    case ChannelType::message:
      return told ? 2 : 0;
    case ChannelType::meeting:
      return 2;
    case ChannelType::broadcast:
      return 1;
    case ChannelType::press_conference:
      return told ? 2 : 1;
    case ChannelType::interview:
      return 3;
    default:
      return 0;
  }
}

bool is_talk(ChannelType type) {
  return is_exchange(type) || type == ChannelType::meeting || type == ChannelType::press_conference ||
         type == ChannelType::post;
}

bool is_live(ChannelType type) {
  switch (type) {
    case ChannelType::call:
    case ChannelType::interview:
    case ChannelType::press_conference:
    case ChannelType::testimony:
    case ChannelType::meeting:
    case ChannelType::broadcast:
      return true;
    default:
      return false;
  }
}

bool is_assembly(ChannelType type) { return type == ChannelType::meeting || type == ChannelType::testimony; }

bool replies(const WordForms& f, TokenRange cue) {
  static const WordSet set(
      "replied replies reply answered answers responded responds retorted retorts countered counters commented "
      "interjected interrupted");
  static const WordSet first("wrote writes shot shoots hit hits fired fires hits typed types texted snapped");
  for (std::uint32_t t = cue.begin; t < cue.end; ++t) {
    if (set.contains(f.folded(t)) || (first.contains(f.folded(t)) && f.is(t + 1, "back"))) return true;
  }
  return false;
}

bool is_earlier(const WordForms& f, TokenRange cue) { return !cue.empty() && f.is(cue.begin, "had"); }

bool is_perfect(const WordForms& f, TokenRange cue) {
  static const WordSet verbs("denied said insisted rejected disputed defended admitted promised vowed refused");
  return cue.size() == 2 && (f.is(cue.begin, "has") || f.is(cue.begin, "have")) &&
         verbs.contains(f.folded(cue.begin + 1));
}

bool is_definite(const WordForms& f, const Attribution& a) {
  static const WordSet set("the her his their my our he she they i");
  return !a.source.empty() && set.contains(f.folded(a.source.front().begin));
}

bool is_elsewhere(const WordForms& f, const Attribution& a, const StatementFrame& frame) {
  static const WordSet behind("after before outside following afterward afterwards beforehand");
  static const WordSet places("hallway corridor lobby steps tunnel parking pavement sidewalk");
  for (const TokenRange zone : {frame.behind, frame.between, frame.opening}) {
    for (std::uint32_t t = zone.begin; t < zone.end; ++t) {
      if (behind.contains(f.folded(t)) || places.contains(f.folded(t))) return true;
    }
    if (!zone.empty() && behind.contains(f.folded(zone.end))) return true;
  }
  std::uint32_t first = anchor(a);  // "Outside, “No,” Cole said."
  for (std::uint32_t steps = 0; first > 0 && steps < 60 && f.sentence(first - 1) == f.sentence(first); ++steps) --first;
  return behind.contains(f.folded(first)) && !f.is_quoted(first);
}

bool tells_the_assembly(const WordForms& f, const Attribution& a, TokenRange zone, ChannelType assembly) {
  static const WordSet tell("told tell tells telling asked urged reminded warned");
  static const WordSet lawmakers(
      "lawmakers senators congressmen mps committee committees panel subcommittee congress parliament peers "
      "commissioners judges legislators");
  static const WordSet members(
      "council councillors councilors councilmembers committee board members trustees chamber panel residents "
      "villagers commissioners "
      "shareholders meeting");
  if (a.cue.empty() || !tell.contains(f.folded(a.cue.end - 1))) return false;
  for (std::uint32_t t = zone.begin; t < zone.end && t < zone.begin + 5; ++t) {
    if (assembly == ChannelType::testimony ? lawmakers.contains(f.folded(t)) : members.contains(f.folded(t)))
      return true;
  }
  return false;
}

bool is_written(const WordForms& f, TokenRange cue) {
  static const WordSet set("wrote writes texted typed messaged replied answered types texts written posted");
  return std::ranges::any_of(std::views::iota(cue.begin, cue.end),
                             [&](std::uint32_t t) { return set.contains(f.folded(t)); });
}

bool is_present(const WordForms& f, TokenRange cue) {
  return cue.empty() || (f.folded(cue.end - 1).size() > 3 && f.folded(cue.end - 1).ends_with('s'));
}

bool is_answer(const WordForms& f, const Attribution& a) {
  static const WordSet verbs("disputes denies rejects doubts dismisses contests questions");
  static const WordSet pointers("that it this the those these");
  return a.content.size() == 1 && a.content.front().size() <= 3 && !a.cue.empty() &&
         verbs.contains(f.folded(a.cue.end - 1)) && pointers.contains(f.folded(a.content.front().begin));
}

bool is_spoken(const WordForms& f, const Attribution& a) {
  static const WordSet recalled("recalled recalls recalling remembered remembers");
  const Stance stance = find_stance(f, a);
  if (stance == Stance::believes || stance == Stance::intends) return false;
  for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) {
    if (recalled.contains(f.folded(t))) return false;
  }
  return true;
}

}  // namespace sayso
