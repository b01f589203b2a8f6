#include "extract/addressee_phrase.h"

#include <algorithm>

#include "text/words/nouns.h"
#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// Verbs whose object is the one spoken to.
bool addresses(std::string_view word) {
  static const WordSet set(
      "tell tells told telling ask asks asked asking urge urges urged urging warn warns warned warning advise advises "
      "advised "
      "advising remind reminds reminded reminding assure assures assured assuring inform informs informed informing "
      "order "
      "orders ordered ordering promise promises promised promising notify notifies notified beg begs begged implore "
      "implores "
      "implored instruct instructs instructed persuade persuaded encourage encouraged text texts texted email emails "
      "emailed "
      "phone phoned rang assured command commanded invite invited challenge challenged lecture lectured "
      "promising assuring begging imploring notifying instructing persuading encouraging commanding inviting "
      "challenging "
      "texting emailing counseling counselling cautioned cautions cautioning messaged messages messaging mailed "
      "thanked thanks thanking congratulated "
      "congratulates congratulating forbade forbids forbidding forbidden convinced convinces convincing counseled "
      "counselled implores pleading scolded "
      "taunted berated quizzed interrupted");
  return set.contains(word);
}

// "shouted at Reyes", "confided in her sister", "demanded of the board", "called on Congress": what stands between verb
// and person.
bool leads_over(std::string_view verb, std::string_view preposition) {
  static const WordSet at(
      "shouted shouts shouting yelled yells yelling screamed screams screaming snapped snaps barked bellowed swore "
      "hissed roared laughed");
  static const WordSet in("confided confides confiding");
  static const WordSet of("demanded demands demanding asked asks required");
  static const WordSet on("called calls calling call prevailed");
  if (preposition == "at") return at.contains(verb);
  if (preposition == "in") return in.contains(verb);
  if (preposition == "of") return of.contains(verb);
  return (preposition == "on" || preposition == "upon") && on.contains(verb);
}

// Verbs that name whom they speak to behind "to" or "with".
bool speaks_to(std::string_view word) {
  static const WordSet set(
      "said says say wrote writes written replied replies answered explained complained spoke talked testified "
      "admitted confessed "
      "remarked suggested apologized apologised pleads plead pleaded appealed confided announced confirmed claimed "
      "claims "
      "lied boasted joked whispered shouted muttered complaining writing speaking talking replying");
  return set.contains(word);
}

bool ends_object(std::string_view word) {
  static const WordSet set(
      "in on at during by from to about for with last this earlier late next via over through outside inside under "
      "while as after before until because since born titled dated seen signed sent named living traveling travelling "
      "gathered assembled attending if and , ( that who whom which whether if why how what when where "
      "today yesterday recently once again later early afterward afterwards ago shortly soon hours days minutes weeks "
      "moments immediately not himself herself themselves itself myself - —");
  return set.contains(word) || is_calendar_word(word);
}

// "the Sunday Ledger": a day that is part of a name.
bool is_day_of_name(const WordForms& f, std::uint32_t t) {
  return t > 0 && is_calendar_word(f.folded(t)) && f.is(t - 1, "the") && f.is_capital(t) && f.is_capital(t + 1);
}

}  // namespace

TokenRange object_phrase(const WordForms& f, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t t = begin;
  static const WordSet no_person(
      "of against story tale truth lie joke signs sign shot cheers applause boos laughter");  // "warned of", "told the
                                                                                              // truth", "warning signs"
  for (std::uint32_t n = t; n < t + 3 && n < end; ++n) {
    if (no_person.contains(f.folded(n)) && (n == t || f.is_lower(n)) && !(n > t && f.is(n, "of"))) return {};
  }
  while (t < end && (!ends_object(f.folded(t)) || is_day_of_name(f, t)) && f.is_word(t)) {
    ++t;
    // Joints of names: "O'Malley", "St. Louis", "Jean-Luc".
    while (t + 1 < end && (f.is(t, "'") || f.is(t, "-") || f.is(t, ".")) && !f.is_spaced(t))
      t += f.is_word(t + 1) ? 2 : 1;
  }
  return {begin, std::min(t, end)};
}

namespace {

bool any_cue_word(const WordForms& f, TokenRange cue, bool (*is)(std::string_view)) {
  for (std::uint32_t t = cue.begin; t < cue.end; ++t) {
    if (is(f.folded(t))) return true;
  }
  return false;
}

bool may_be_noun(std::string_view word) {
  static const WordSet set(
      "text texts email emails phone order orders promise promises command challenge lecture lectures warning "
      "challenges");
  return set.contains(word);
}

bool joins_verb(std::string_view word) {
  static const WordSet set("to will would did does do and also can could may might must should not then");
  return set.contains(word);
}

// "The engineer | has told a public inquiry | that …", "wrote to his cousin:": a cue that holds whom it speaks to.
TokenRange object_in(const WordForms& f, TokenRange cue) {
  for (std::uint32_t t = cue.begin; t + 1 < cue.end; ++t) {
    static const WordSet determiners("a an the in by his her their its");
    TokenRange out;
    if (t > 0 && determiners.contains(f.folded(t - 1))) continue;  // "in a text message to"
    if (t > cue.begin && may_be_noun(f.folded(t)) && !joins_verb(f.folded(t - 1)))
      continue;  // "made several phone calls"
    if (addresses(f.folded(t)))
      out = object_phrase(f, t + 1, cue.end);
    else if ((speaks_to(f.folded(t)) && f.is(t + 1, "to")) || leads_over(f.folded(t), f.folded(t + 1)))
      out = object_phrase(f, t + 2, cue.end);
    if (!out.empty()) return out;
  }
  return {};
}

// "Asked whether …, Odell laughed": the first person behind what was asked.
TokenRange subject_behind(const WordForms& f, const NameTable& n, const Attribution& a) {
  std::uint32_t t = a.content.empty() ? a.cue.end : a.content.back().end;
  for (const std::uint32_t last = t + 25; t < last && t < f.size() && f.sentence(t) == f.sentence(a.cue.begin); ++t) {
    const Mention* m = n.at(t);
    if (m != nullptr && n.entities[n.entity_at(t)].kind == NameKind::person && !m->possessive) return m->all;
    if (f.is(t, "he") || f.is(t, "she")) return {t, t + 1};
    if (f.is(t, "the") && noun(f.folded(t + 1)).kind == NounKind::person) return {t, t + 2};
  }
  return {};
}

bool hears(const NamedEntity& e) {
  return e.kind == NameKind::person || e.kind == NameKind::organization || e.kind == NameKind::group;
}

// "Odell was asked whether …": the subject, the first person or body named in the sentence before the cue.
TokenRange subject_before(const WordForms& f, const NameTable& n, std::uint32_t cue) {
  std::uint32_t begin = cue;
  while (begin > 0 && cue - begin < 60 && f.sentence(begin - 1) == f.sentence(cue)) --begin;
  for (std::uint32_t t = begin; t < cue; ++t) {
    const Mention* m = n.at(t);
    if (m != nullptr && hears(n.entities[n.entity_at(t)]) && !m->possessive) return m->all;
    if (f.is(t, "he") || f.is(t, "she") || f.is(t, "they")) return {t, t + 1};
  }
  return {};
}

// "shouted at | Reyes": behind the cue, or behind a preposition that follows it. What somebody is called on to do
// begins with "to".
TokenRange led_over(const WordForms& f, const Attribution& a, const StatementFrame& frame) {
  const std::uint32_t last = a.cue.end - 1;
  static const WordSet put("put puts putting");  // "put it to | her | that"
  if (put.contains(f.folded(a.cue.begin)) && f.is(a.cue.begin + 1, "it") && f.is(last, "to"))
    return object_phrase(f, a.cue.end, frame.behind.end);
  if (last > a.cue.begin && leads_over(f.folded(last - 1), f.folded(last)))
    return object_phrase(f, a.cue.end, frame.behind.end);
  if (leads_over(f.folded(last), f.folded(a.cue.end)) && a.cue.end < frame.behind.end)
    return object_phrase(f, a.cue.end + 1, frame.behind.end);
  return {};
}

// "wrote Reyes that …": a person right behind the verb.
TokenRange written_to(const WordForms& f, const NameTable& n, const Attribution& a, const StatementFrame& frame) {
  if (!f.is(a.cue.end - 1, "wrote") && !f.is(a.cue.end - 1, "writes")) return {};
  const Mention* m = n.at(a.cue.end);
  const bool person =
      m != nullptr && m->all.begin == a.cue.end && n.entities[n.entity_at(a.cue.end)].kind == NameKind::person;
  const bool source = !a.source.empty() && a.source.front().begin >= a.cue.end;
  return person && !source && frame.behind.end >= m->all.end ? m->all : TokenRange{};
}

// "ordered two readings | to be re-drawn", "ordered an end to it": things, which nobody speaks to.
bool is_done_to(const WordForms& f, const Attribution& a) {
  static const WordSet orders("order orders ordered ordering promise promises promised promising command commanded");
  static const WordSet clauses("to that not how what when where whether");
  if (a.content.empty()) return false;
  const std::uint32_t first = a.content.front().begin;
  if (orders.contains(f.folded(a.cue.end - 1)) && first == a.cue.end && !f.is_mark(first) &&
      !clauses.contains(f.folded(first)))
    return true;
  return !a.content.empty() && f.is(a.content.front().begin, "to") && f.is(a.content.front().begin + 1, "be");
}

// "thanked | Reyes for “everything”": where the content begins with the person.
TokenRange thanked(const WordForms& f, const NameTable& n, const Attribution& a) {
  static const WordSet verbs("thanked thanks thanking congratulated congratulates congratulating");
  if (a.content.empty() || a.content.front().begin != a.cue.end || !verbs.contains(f.folded(a.cue.end - 1))) return {};
  const Mention* m = n.at(a.cue.end);
  return m != nullptr && m->all.begin == a.cue.end ? m->all : TokenRange{};
}

TokenRange written_range(const WordForms& f, const NameTable& n, const Attribution& a, const StatementFrame& frame) {
  if (a.cue.empty()) return {};
  if (is_passive_address(f, a.cue) && a.source.empty() && f.begins_sentence(a.cue.begin))
    return subject_behind(f, n, a);
  const bool headed = !a.source.empty() && a.source.back().end <= a.cue.begin;
  if (is_passive_address(f, a.cue))
    return !headed ? subject_before(f, n, a.cue.begin) : TokenRange{a.source.front().begin, a.source.back().end};
  if (const TokenRange inside = object_in(f, a.cue); !inside.empty()) return inside;
  const bool inverted = !a.source.empty() && a.source.front().begin >= a.cue.end;
  if (const TokenRange led = led_over(f, a, frame); !led.empty()) return led;
  if (any_cue_word(f, a.cue, addresses) && !inverted)
    return is_done_to(f, a) ? TokenRange{} : object_phrase(f, a.cue.end, frame.behind.end);
  if (const TokenRange whom = written_to(f, n, a, frame); !whom.empty()) return whom;
  if (const TokenRange whom = thanked(f, n, a); !whom.empty()) return whom;
  if (any_cue_word(f, a.cue, addresses) || any_cue_word(f, a.cue, speaks_to)) {
    const std::uint32_t to = frame.behind.begin;
    const bool with_to = f.is(to, "to") || (f.is(to, "with") && f.is_capital(to + 1));
    if (with_to && to < frame.behind.end) return object_phrase(f, to + 1, frame.behind.end);
    if (f.is(a.cue.end - 1, "to") || f.is(a.cue.end - 1, "with")) return object_phrase(f, a.cue.end, frame.behind.end);
  }
  return {};
}

// "a statement to | say": no person.
bool is_plain_verb(const WordForms& f, std::uint32_t t) {
  static const WordSet set(
      "say be do announce tell mark explain deny confirm reassure clarify correct apologise apologize express address");
  return set.contains(f.folded(t));
}

// "in an email to staff", "a letter to Cole".
TokenRange by_message(const WordForms& f, const StatementFrame& frame, TokenRange cue) {
  static const WordSet sent("sent addressed emailed posted delivered circulated mailed handed");
  static const WordSet nouns(
      "email e-mail mail letter statement note tip message text memo note speech address remarks tweet");
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

// "interview | on Monday with | the Herald"; 0 for none.
std::uint32_t behind_with(const WordForms& f, std::uint32_t noun, std::uint32_t end) {
  for (std::uint32_t t = noun + 1; t + 1 < end && t < noun + 6 && !f.is(t, ","); ++t) {
    if (f.is(t, "with")) return t + 1;
  }
  return 0;
}

// "In an interview with the Herald", "on a call with analysts", "when asked by the Herald", "speaking to reporters".
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

}  // namespace

// "Asked", "when asked", "; pressed": where a clause opens with it; "Cole, asked if she would go, said no".
static bool opens_question(const WordForms& f, std::uint32_t verb, std::uint32_t end) {
  if (f.begins_sentence(verb) || (verb > 0 && (f.is(verb - 1, "when") || f.is(verb - 1, ";")))) return true;
  static const WordSet questions("if whether");
  if (verb < 2 || !f.is(verb - 1, ",") || !f.is_capital(verb - 2) || !questions.contains(f.folded(end))) return false;
  std::uint32_t t = verb - 1;  // no comma before the name: "a lawyer, Cole, asked if"
  while (t > 0 && !f.begins_sentence(t) && !f.is(t - 1, ",")) --t;
  if (!f.begins_sentence(t)) return false;
  for (t = end; t < f.size() && f.sentence(t) == f.sentence(verb); ++t) {
    if (f.is(t, ",")) return true;
  }
  return false;
}

bool is_passive_address(const WordForms& f, TokenRange cue) {
  static const WordSet be("is was were are been be being");
  static const WordSet verbs("asked told warned urged ordered advised reminded instructed");
  static const WordSet participles("asked told pressed questioned reminded quizzed challenged");
  if (cue.empty()) return false;
  const std::uint32_t first = f.is(cue.begin, "when") ? cue.begin + 1 : cue.begin;
  const bool by = f.is(cue.end, "by") || f.is(cue.end - 1, "by");
  if (participles.contains(f.folded(first)) && !by && opens_question(f, first, cue.end))
    return true;  // "Asked whether …, she said"
  for (std::uint32_t t = cue.begin; t + 1 < cue.end; ++t) {
    if (be.contains(f.folded(t)) && verbs.contains(f.folded(cue.end - 1))) return true;
  }
  return false;
}

// "Asked by a reporter whether …, Cole | said", "Asked on a call with analysts …": across the question.
static TokenRange asker(const WordForms& f, TokenRange cue) {
  static const WordSet asked("asked pressed questioned quizzed challenged interviewed");
  std::uint32_t t = cue.begin;
  for (std::uint32_t steps = 0; t > 0 && steps < 60 && !f.begins_sentence(t); ++steps) --t;
  if (!asked.contains(f.folded(t)) || t + 2 >= cue.begin) return {};
  if (f.is(t + 1, "by")) return object_phrase(f, t + 2, cue.begin);
  const bool call =
      f.is(t + 1, "on") || f.is(t + 1, "in") || f.is(t + 1, "during");  // "Asked on a call with analysts whether"
  const std::uint32_t whom = call ? behind_with(f, t + 1, std::min(t + 10, cue.begin)) : 0;
  return whom > 0 ? object_phrase(f, whom, cue.begin) : TokenRange{};
}

TokenRange hearer_of_deed(const WordForms& f, std::uint32_t verb, std::uint32_t end) {
  static const WordSet direct("emailed texted messaged addressed briefed");
  static const WordSet indirect(
      "spoke talked wrote turned apologized apologised responded appealed pleaded replied confessed sat leaned walked");
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
  return !out.empty() && !things.contains(f.folded(out.end - 1)) ? out : TokenRange{};
}

TokenRange addressee_phrase(const WordForms& forms, const NameTable& names, const Attribution& attribution,
                            const StatementFrame& frame) {
  if (const TokenRange range = written_range(forms, names, attribution, frame); !range.empty()) return range;
  if (const TokenRange range = by_message(forms, frame, attribution.cue); !range.empty()) return range;
  if (const TokenRange range = by_occasion(forms, frame); !range.empty()) return range;
  return asker(forms, attribution.cue);
}

}  // namespace sayso
