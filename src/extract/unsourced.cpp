#include "extract/unsourced.h"

#include <algorithm>

#include "text/words/word_set.h"

namespace sayso {
namespace {

// Persons named outside quotations in a stretch of tokens: the last one (or first one) that opens a sentence, else any.
std::uint32_t person_in(const WordForms& f, const NameTable& n, TokenRange range, bool last) {
  std::uint32_t opening = kNoEntity, any = kNoEntity, sentence = kNoEntity;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Mention* m = n.at(t);
    if (m == nullptr || m->all.begin != t || f.is_quoted(t) || n.entities[n.entity_at(t)].kind != NameKind::person)
      continue;
    const bool opens = f.begins_sentence(t) && !m->possessive;
    std::uint32_t& place = opens ? opening : any;
    const bool later = f.sentence(t) != sentence;  // of one sentence the first: "Across lives Cole, who feeds Reyes"
    if (place == kNoEntity || (last && (later || opens))) place = n.entity_at(t);
    sentence = f.sentence(t);
  }
  return opening != kNoEntity ? opening : any;
}

// How often the speaker of a quotation without a cue is the person found in its paragraph, next to that, or elsewhere.
constexpr float kHere = 0.9f, kNextTo = 0.7f, kSomewhere = 0.4f;
constexpr std::uint32_t kAside = 10;          // tokens of "…, prosecuting,"
constexpr std::uint32_t kBehind = 14;         // tokens from a quotation to its verb
constexpr std::uint32_t kMaxParagraph = 400;  // tokens looked at on either side

TokenRange before_in_paragraph(const WordForms& f, std::uint32_t t) {
  std::uint32_t begin = t;
  while (begin > 0 && t - begin < kMaxParagraph && f.paragraph(begin - 1) == f.paragraph(t)) --begin;
  return {begin, t};
}

TokenRange behind_in_paragraph(const WordForms& f, std::uint32_t t) {
  std::uint32_t end = t;
  while (t > 0 && end < f.size() && end - t < kMaxParagraph && f.paragraph(end) == f.paragraph(t - 1)) ++end;
  return {t, end};
}

// "…, while the union | urged": behind the last comma and joint before the cue.
std::uint32_t clause_begin(const WordForms& f, std::uint32_t begin, std::uint32_t cue) {
  static const WordSet joints("while but whereas although though as and when after before");
  for (std::uint32_t t = cue; t > begin + 1; --t) {
    if (joints.contains(f.folded(t - 1)) && f.is(t - 2, ",") && t < cue) return t;
  }
  while (begin < cue && (joints.contains(f.folded(begin)) || !f.is_word(begin))) ++begin;
  return begin;
}

// "Cole, asked whether …": behind a comma and no second one before ("Cole, prosecuting, asked").
bool is_behind_subject(const WordForms& f, std::uint32_t cue) {
  if (cue == 0 || !f.is(cue - 1, ",")) return false;
  for (std::uint32_t t = cue - 1; t > 0 && t + kAside > cue && f.sentence(t - 1) == f.sentence(cue); --t) {
    if (f.is(t - 1, ",")) return false;
  }
  return true;
}

bool is_passive(const WordForms& f, TokenRange cue) {
  static const WordSet evident(
      "allegedly reportedly purportedly supposedly ostensibly apparently rumored rumoured understood alleged reports "
      "rumors rumours");
  static const WordSet seeming("appear appears appeared seem seems seemed known titled dubbed named");
  static const WordSet participles("asked reported told pressed questioned reminded quizzed challenged");
  static const WordSet be("is are was were been be being it");
  static const WordSet witnessed("heard seen filmed recorded overheard caught");
  for (std::uint32_t t = cue.begin; t + 1 < cue.end; ++t) {  // "is heard telling", "can be heard to say"
    if (witnessed.contains(f.folded(t)) && (f.folded(t + 1).ends_with("ing") || f.is(t + 1, "to"))) return false;
  }
  const bool opens = f.begins_sentence(cue.begin) || is_behind_subject(f, cue.begin) || f.is(cue.begin - 1, "when") ||
                     f.is(cue.begin - 1, "if");
  if (opens && participles.contains(f.folded(cue.begin))) return true;
  for (std::uint32_t t = cue.begin; t < cue.end; ++t) {
    if (evident.contains(f.folded(t)) || be.contains(f.folded(t)) || seeming.contains(f.folded(t))) return true;
    if (t < cue.begin + 2 && f.is(t, "s") && f.is(t - 1, "'")) return true;  // "it's said"
  }
  return false;
}

// “She is furious,” a source close to Cole told us: words between the quotation and a verb of speech right behind it.
Who said_behind(const WordForms& f, const Resolver& resolver, TokenRange content) {
  static const WordSet verbs(
      "said says told tells added adds explained explains recalled recalls wrote writes replied replies answered "
      "answers asked asks "
      "insisted insists joked jokes quipped shouted yelled muttered sighed stormed fumed chanted texted posted tweeted "
      "remarked "
      "read reads announced declared claimed claims warned warns argued argues admitted admits confessed reckons "
      "laughed");
  const std::uint32_t sentence = f.sentence(content.end - 1);
  TokenRange phrase{content.end, content.end};
  for (std::uint32_t t = content.end;
       t < f.size() && t < content.end + kBehind && f.sentence(t) == sentence && !f.is_mark(t); ++t) {
    if (!verbs.contains(f.folded(t))) continue;
    phrase.end = t;
    break;
  }
  static const WordSet joints(
      "and but which who that as in at on for because when after before while if or to of with from");
  if (phrase.empty() || joints.contains(f.folded(phrase.begin))) return {};
  const Who who = resolver.resolve(std::span(&phrase, 1), {std::span(&content, 1), nullptr, nullptr, nullptr});
  static const WordSet indefinite("a an one another some two three several many");
  const bool unnamed = who.type == SourceType::anonymous && !who.plural && !indefinite.contains(f.folded(phrase.begin));
  return unnamed ? Who{} : who;  // "the winger" may be somebody named near by
}

// "were dismissed by Cole as …": the one behind "by".
Who agent_of(const WordForms& f, const Resolver& resolver, TokenRange cue) {
  const std::uint32_t by = f.is(cue.end - 1, "by") ? cue.end - 1 : cue.end;
  if (!f.is(by, "by")) return {};
  TokenRange phrase{by + 1, by + 1};
  while (phrase.end < f.size() && phrase.size() < kAside && f.sentence(phrase.end) == f.sentence(by) &&
         f.is_word(phrase.end) && !f.is(phrase.end, "as"))
    ++phrase.end;
  return phrase.empty() ? Who{} : resolver.resolve(std::span(&phrase, 1), {{}, nullptr, nullptr, nullptr});
}

// What a clause opens with, if that can speak: a name, people, a body, a paper.
Who subject_of(const WordForms& f, const NameTable& n, const Resolver& resolver, TokenRange clause) {
  if (clause.empty() || !f.is_word(clause.begin)) return {};
  const SourcePhrase phrase = read_phrase(f, n, std::span(&clause, 1));
  const bool names = phrase.head == HeadKind::names && phrase.core.begin == clause.begin;
  const bool pronoun = phrase.head == HeadKind::pronoun && phrase.pronoun->kind != PronounKind::relative;
  const bool noun = phrase.head == HeadKind::noun && (phrase.definite || phrase.quantified) &&
                    phrase.noun.kind != NounKind::other && phrase.token < clause.begin + kAside;
  return names || pronoun || noun ? resolver.resolve(std::span(&clause, 1), {{}, nullptr, nullptr, nullptr}) : Who{};
}

// The clause's first word is the person's name.
bool opens_with(const NameTable& n, TokenRange clause, std::uint32_t entity) {
  for (std::uint32_t t = clause.begin; t < clause.end && t < clause.begin + 4; ++t) {
    if (n.entity_at(t) == entity) return true;
  }
  return false;
}

}  // namespace

Who speaker_beside(const WordForms& forms, const NameTable& names, const Resolver& resolver, TokenRange content,
                   const Previous& previous) {
  const std::uint32_t begin = content.begin;
  const std::uint32_t paragraph = forms.paragraph(begin);
  if (const Who who = said_behind(forms, resolver, content); who.known()) return who;
  const auto person = [&](std::uint32_t e, float share) {
    return resolver.taken_person(e, Basis::beside, share, begin);
  };
  TokenRange before = before_in_paragraph(forms, begin);
  const bool goes_on = previous.known && previous.who.known() &&
                       forms.paragraph(previous.extent.end - 1) == paragraph && previous.extent.begin < begin;
  if (goes_on) before.begin = std::min(std::max(before.begin, previous.extent.end), before.end);
  if (const Who who = person(person_in(forms, names, before, true), kHere); who.known()) return who;
  if (goes_on) return because(Basis::previous, previous.who);
  if (const Who who = person(person_in(forms, names, behind_in_paragraph(forms, content.end), false), kHere);
      who.known())
    return who;
  if (before.begin > 0) {
    const bool spoke =
        previous.known && previous.who.known() && forms.paragraph(previous.extent.end - 1) + 1 == paragraph;
    const bool named = spoke && (previous.quoted || previous.who.type != SourceType::anonymous);
    if (named) return because(Basis::previous, previous.who);
    const TokenRange above = before_in_paragraph(forms, before.begin - 1);
    if (const Who who = person(person_in(forms, names, above, true), kNextTo); who.known()) return who;
    if (spoke) return because(Basis::previous, previous.who);
  }
  const TokenRange rest = behind_in_paragraph(forms, content.end);
  const std::uint32_t next = std::min(rest.end, forms.size());
  const TokenRange below{next, behind_in_paragraph(forms, std::min(next + 1, forms.size())).end};
  if (const Who who = person(person_in(forms, names, below, false), kNextTo); who.known()) return who;
  const std::uint32_t near =
      resolver.salience().best({begin}, [&](std::uint32_t e) { return names.entities[e].kind == NameKind::person; });
  return person(near, kSomewhere);
}

Who speaker_of_cue(const WordForms& forms, const Resolver& resolver, const NameTable& names, TokenRange cue,
                   const Previous& previous) {
  if (forms.is(cue.begin, "came") && forms.is(cue.begin + 1, "the")) return anonymous();  // “Never,” came the answer
  if (const Who agent = agent_of(forms, resolver, cue); agent.known()) return agent;
  if (is_passive(forms, cue)) return {};
  const std::uint32_t sentence = forms.sentence(cue.begin);
  const bool near = previous.known && previous.who.known() && forms.sentence(previous.extent.end - 1) + 1 >= sentence &&
                    forms.paragraph(previous.extent.end - 1) == forms.paragraph(cue.begin);
  std::uint32_t begin = cue.begin;
  while (begin > 0 && forms.sentence(begin - 1) == sentence && cue.begin - begin < kMaxParagraph) --begin;
  const bool fresh = !near || previous.extent.end <= begin;  // nobody has spoken in this sentence
  if (near && !fresh) return because(Basis::previous, previous.who);
  const TokenRange clause{clause_begin(forms, begin, cue.begin), cue.begin};
  const std::uint32_t e = person_in(forms, names, clause, true);
  if (e != kNoEntity && (!near || opens_with(names, clause, e))) return resolver.named(e);
  const Who subject = subject_of(forms, names, resolver, clause);
  return near && (!subject.known() || subject.type == SourceType::anonymous) ? because(Basis::previous, previous.who)
                                                                             : subject;
}

bool names_nobody(const WordForms& forms, const Attribution& a) {
  static const WordSet bodies(
      "court jury jurors inquiry inquest trial tribunal hearing panel committee commission council magistrates "
      "parliament");
  static const WordSet passives(
      "said claimed rumored rumoured understood thought believed reported alleged whispered suggested expected");
  if (a.source.empty() || a.cue.empty()) return false;
  const std::uint32_t last = a.source.back().end - 1;
  const bool hears =
      forms.is(a.cue.end - 1, "heard") || forms.is(a.cue.end - 1, "hears") || forms.is(a.cue.end - 1, "hear");
  if (hears && bodies.contains(forms.folded(last))) return true;
  const bool impersonal = a.source.size() == 1 && a.source.front().size() == 1 && forms.is(last, "it");
  return impersonal && is_passive(forms, a.cue) && passives.contains(forms.folded(a.cue.end - 1));
}

}  // namespace sayso
