#include "extract/addressee_occasion.h"

#include <algorithm>

#include "extract/addressee_phrase.h"
#include "text/words/nouns.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// "a statement to | say": no person.
bool is_plain_verb(const WordForms& f, std::uint32_t t) {
  static const WordSet set(
      "say be do announce tell mark explain deny confirm reassure clarify correct apologise apologize express address");
  return set.contains(f.folded(t));
}

}  // namespace

TokenRange by_message(const WordForms& f, const StatementFrame& frame, TokenRange cue) {
  static const WordSet sent("sent addressed emailed posted delivered circulated mailed handed");
  static const WordSet nouns(
      "email e-mail mail letter statement note tip message text memo note speech address remarks tweet reply response "
      "answer submission");
  const TokenRange after =
      f.is(frame.after.begin, "in") ? frame.after : TokenRange{};  // "demanded the move | in a letter to Cole"
  for (const TokenRange zone : {frame.behind, frame.between, frame.opening, cue, after}) {
    for (std::uint32_t t = zone.begin; t + 2 < zone.end; ++t) {
      if (!nouns.contains(f.folded(t))) continue;
      if (f.is(t + 1, "to") && !is_plain_verb(f, t + 2)) return object_phrase(f, t + 2, zone.end);
      if (sent.contains(f.folded(t + 1)) && f.is(t + 2, "to")) return object_phrase(f, t + 3, zone.end);
    }
  }
  return {};
}

std::uint32_t behind_with(const WordForms& f, std::uint32_t noun, std::uint32_t end) {
  for (std::uint32_t t = noun + 1; t + 1 < end && t < noun + 6 && !f.is(t, ","); ++t) {
    if (f.is(t, "with")) return t + 1;
  }
  return 0;
}

TokenRange by_occasion(const WordForms& f, const StatementFrame& frame) {
  static const WordSet with("interview interviews call conversation chat exchange");
  static const WordSet by("asked questioned interviewed pressed quizzed grilled examined");
  static const WordSet speaking("speaking talking turning replying");
  static const WordSet before("testifying appearing");
  static const WordSet facing("addressing telling thanking");
  StatementFrame wide = frame;
  if (f.is(frame.behind.end, "when")) wide.behind.end += 8;
  for (const TokenRange zone : wide.all()) {
    for (std::uint32_t t = zone.begin; t + 2 < zone.end; ++t) {
      const std::string_view word = f.folded(t);
      if (const std::uint32_t name = with.contains(word) ? behind_with(f, t, zone.end) : 0; name > 0)
        return object_phrase(f, name, zone.end);
      const bool found = (by.contains(word) && f.is(t + 1, "by")) ||
                         (speaking.contains(word) && (f.is(t + 1, "to") || f.is(t + 1, "with")));
      if (found) return object_phrase(f, t + 2, zone.end);
      if (before.contains(word) && f.is(t + 1, "before")) return object_phrase(f, t + 2, zone.end);
      if (f.is(t, "reply") && f.is(t + 1, "to") && f.is_capital(t + 2)) return object_phrase(f, t + 2, zone.end);
      if (facing.contains(word) && f.begins_sentence(t)) return object_phrase(f, t + 1, zone.end);
    }
  }
  return {};
}

TokenRange hearer_of_deed(const WordForms& f, std::uint32_t verb, std::uint32_t end) {
  static const WordSet direct(
      "emailed texted messaged addressed briefed pressed questioned quizzed grilled challenged confronted");
  static const WordSet indirect(
      "spoke talked wrote written turned apologized apologised responded appealed pleaded replied confessed sat leaned "
      "walked");
  static const WordSet joints("to with");
  static const WordSet things(
      "issue issues question questions matter concerns problem problems criticism claims rumors rumours it this that");
  std::uint32_t begin = verb + 1;
  if (indirect.contains(f.folded(verb))) {
    while (begin < end && begin < verb + 4 && !joints.contains(f.folded(begin))) ++begin;
    if (!joints.contains(f.folded(begin))) return {};
    ++begin;
  } else if (!direct.contains(f.folded(verb))) {
    return {};
  }
  const TokenRange out = object_phrase(f, begin, end);
  if (out.empty() || things.contains(f.folded(out.end - 1))) return {};
  const NounKind head = noun(f.folded(out.end - 1)).kind;  // "turned back with a sprained wrist"
  const bool thing = (f.is(begin, "a") || f.is(begin, "an")) && f.is_lower(out.end - 1) && head != NounKind::person &&
                     head != NounKind::organization;
  return thing ? TokenRange{} : out;
}

}  // namespace sayso
