#include "extract/addressee_phrase.h"

#include <algorithm>

#include "extract/addressee_occasion.h"
#include "extract/outlets.h"
#include "extract/passive_address.h"
#include "extract/second_deed.h"
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
      "lied boasted joked whispered shouted muttered complaining writing speaking talking replying described describes "
      "describing recounted recounts recounting repeated repeats reported revealed relayed disclosed conceded insisted "
      "declared stressed grumbled moaned lamented mumbled murmured outlined swore quipped called cried");
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

// "the Sunday Ledger", "the Early Shift": a word that is part of a name.
bool begins_name(const WordForms& f, std::uint32_t t) {
  return t > 0 && f.is(t - 1, "the") && f.is_capital(t) && f.is_capital(t + 1);
}

// "told this newspaper": those who write the story.
bool is_writer(std::string_view word) {
  static const WordSet set("reporter correspondent writer column columnist author");
  return set.contains(word) || is_outlet_noun(word);
}

// "Ann Cole | of Holt Capital", but "the Bank of Marden".
TokenRange up_to_of(const WordForms& f, TokenRange name) {
  for (std::uint32_t t = name.begin; t < name.end && f.is_capital(t); ++t) {
    if (f.is(t + 1, "of") && t > name.begin) return {name.begin, t + 1};
  }
  return name;
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
  if (f.is(t, "this") && is_writer(f.folded(t + 1))) ++t;
  while (t < end && (!ends_object(f.folded(t)) || begins_name(f, t)) && f.is_word(t)) {
    ++t;
    // Joints of names: "O'Malley", "St. Louis", "Jean-Luc".
    while (t + 1 < end && (f.is(t, "'") || f.is(t, "-") || f.is(t, ".")) && !f.is_spaced(t))
      t += f.is_word(t + 1) ? 2 : 1;
  }
  return up_to_of(f, {begin, std::min(t, end)});
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

// "answered | her on Slack", "corrected | Cole": a person right behind the verb; "answered questions" is none.
TokenRange answered(const WordForms& f, const NameTable& n, const Attribution& a, const StatementFrame& frame) {
  static const WordSet verbs("answered answers answering corrected corrects contradicted interrupts pressed presses");
  static const WordSet pronouns("him her them me us");
  for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) {
    if (!verbs.contains(f.folded(t))) continue;
    const Mention* m = n.at(t + 1);
    const bool person = pronouns.contains(f.folded(t + 1)) || (m != nullptr && m->all.begin == t + 1 &&
                                                               n.entities[n.entity_at(t + 1)].kind == NameKind::person);
    const bool source = !a.source.empty() && a.source.front().begin >= a.cue.end;
    if (person && !source) return object_phrase(f, t + 1, std::max(a.cue.end, frame.behind.end));
  }
  return {};
}

// "Mayor to council: fix the road": a headline.
TokenRange named_in_headline(const WordForms& f, const Attribution& a) {
  if (a.cue.size() != 1 || !f.is(a.cue.begin, ":") || a.source.empty() || a.source.back().end > a.cue.begin) return {};
  for (std::uint32_t t = a.source.front().begin + 1; t + 1 < a.cue.begin && a.cue.begin - t < 8; ++t) {
    if (f.is(t, "to")) return f.is_word(a.cue.begin - 1) ? TokenRange{t + 1, a.cue.begin} : TokenRange{};
  }
  return {};
}

TokenRange written_range(const WordForms& f, const NameTable& n, const Attribution& a, const StatementFrame& frame) {
  if (a.cue.empty()) return {};
  if (const TokenRange whom = named_in_headline(f, a); !whom.empty()) return whom;
  if (is_passive_address(f, a.cue) || is_asked_by(f, a.cue)) return asked_person(f, n, a);
  if (const TokenRange inside = object_in(f, a.cue); !inside.empty()) return inside;
  const bool inverted = !a.source.empty() && a.source.front().begin >= a.cue.end;
  if (const TokenRange led = led_over(f, a, frame); !led.empty()) return led;
  if (any_cue_word(f, a.cue, addresses) && !inverted)
    return is_done_to(f, a) ? TokenRange{} : object_phrase(f, a.cue.end, frame.behind.end);
  if (const TokenRange whom = written_to(f, n, a, frame); !whom.empty()) return whom;
  if (const TokenRange whom = answered(f, n, a, frame); !whom.empty()) return whom;
  if (const TokenRange whom = thanked(f, n, a); !whom.empty()) return whom;
  if (any_cue_word(f, a.cue, addresses) || any_cue_word(f, a.cue, speaks_to)) {
    const std::uint32_t to = frame.behind.begin;
    const bool pleads = f.is(a.cue.end - 1, "pleaded") || f.is(a.cue.end - 1, "pleads");
    const bool with_to = f.is(to, "to") || (f.is(to, "with") && (pleads || f.is_capital(to + 1)));
    if (with_to && to < frame.behind.end) return object_phrase(f, to + 1, frame.behind.end);
    if (f.is(a.cue.end - 1, "to") || f.is(a.cue.end - 1, "with")) return object_phrase(f, a.cue.end, frame.behind.end);
  }
  return {};
}

}  // namespace

TokenRange addressee_phrase(const WordForms& forms, const NameTable& names, const Attribution& attribution,
                            const StatementFrame& frame) {
  Attribution a = attribution;
  while (a.cue.size() > 1 && forms.is(a.cue.end - 1, ":")) --a.cue.end;  // "is told | :"
  if (const TokenRange range = written_range(forms, names, a, frame); !range.empty()) return range;
  if (const TokenRange range = by_message(forms, frame, a.cue); !range.empty()) return range;
  if (const TokenRange range = by_occasion(forms, frame); !range.empty()) return range;
  if (const auto call = call_before(forms, a.cue); call && !call->hearer.empty()) return call->hearer;
  return asker_before(forms, a.cue);
}

}  // namespace sayso
