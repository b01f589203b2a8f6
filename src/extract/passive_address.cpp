#include "extract/passive_address.h"

#include "extract/addressee_occasion.h"
#include "extract/addressee_phrase.h"
#include "text/words/nouns.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// "the clerk", "his official spokesman"; empty where a token begins none.
TokenRange person_phrase(const WordForms& f, std::uint32_t t) {
  static const WordSet determiners("the his her their");
  if (!determiners.contains(f.folded(t))) return {};
  TokenRange out;
  for (std::uint32_t n = t + 1; n < t + 4 && f.is_lower(n); ++n) {
    if (noun(f.folded(n)).kind == NounKind::person && !f.is(n + 1, "'s")) out = {t, n + 1};
  }
  return out;
}

// "Asked whether …, Odell laughed": the first person behind what was asked.
TokenRange subject_behind(const WordForms& f, const NameTable& n, const Attribution& a) {
  std::uint32_t t = a.content.empty() ? a.cue.end : a.content.back().end;
  for (const std::uint32_t last = t + 25; t < last && t < f.size() && f.sentence(t) == f.sentence(a.cue.begin); ++t) {
    const Mention* m = n.at(t);
    if (m != nullptr && n.entities[n.entity_at(t)].kind == NameKind::person && !m->possessive) return m->all;
    if (f.is(t, "he") || f.is(t, "she")) return {t, t + 1};
    if (const TokenRange described = person_phrase(f, t); !described.empty()) return described;
  }
  return {};
}

bool hears(const NamedEntity& e) {
  return e.kind == NameKind::person || e.kind == NameKind::organization || e.kind == NameKind::group;
}

// "She | was told", "…, an inquest | was told": what stands right before the cue.
TokenRange subject_at(const WordForms& f, std::uint32_t cue) {
  static const WordSet pronouns("he she they");
  static const WordSet articles("a an the");
  if (cue == 0) return {};
  if (pronouns.contains(f.folded(cue - 1))) return {cue - 1, cue};
  for (std::uint32_t t = cue; t-- > 0 && cue - t < 5 && f.sentence(t) == f.sentence(cue) && f.is_lower(t);) {
    if (articles.contains(f.folded(t)) && t + 1 < cue) return {t, cue};
  }
  return {};
}

// "Odell was asked whether …": the subject, the first person or body named in the sentence before the cue.
TokenRange subject_before(const WordForms& f, const NameTable& n, std::uint32_t cue) {
  if (const TokenRange near = subject_at(f, cue); !near.empty()) return near;
  std::uint32_t begin = cue;
  while (begin > 0 && cue - begin < 60 && f.sentence(begin - 1) == f.sentence(cue)) --begin;
  for (std::uint32_t t = begin; t < cue; ++t) {
    const Mention* m = n.at(t);
    if (m != nullptr && hears(n.entities[n.entity_at(t)]) && !m->possessive) return m->all;
    if (f.is(t, "he") || f.is(t, "she") || f.is(t, "they")) return {t, t + 1};
  }
  return {};
}

// "Asked", "when asked", "; pressed": where a clause opens with it; "Cole, asked if she would go, said no".
bool opens_question(const WordForms& f, std::uint32_t verb, std::uint32_t end) {
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

}  // namespace

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

bool is_asked_by(const WordForms& f, TokenRange cue) {
  static const WordSet participles("asked pressed questioned quizzed challenged");
  return !cue.empty() && f.begins_sentence(cue.begin) && participles.contains(f.folded(cue.begin)) &&
         (f.is(cue.end, "by") || f.is(cue.end - 1, "by"));
}

TokenRange asked_person(const WordForms& f, const NameTable& n, const Attribution& a) {
  const bool opens = f.begins_sentence(a.cue.begin) && (a.source.empty() || is_asked_by(f, a.cue));
  if (opens) return subject_behind(f, n, a);
  const bool headed = !a.source.empty() && a.source.back().end <= a.cue.begin;
  return headed ? TokenRange{a.source.front().begin, a.source.back().end} : subject_before(f, n, a.cue.begin);
}

TokenRange asker_before(const WordForms& f, TokenRange cue) {
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

}  // namespace sayso
