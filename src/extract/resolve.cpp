#include "extract/resolve.h"

#include <algorithm>

#include "extract/source_type.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kReachBack = 6;       // sources looked back for "they" and "it"
constexpr std::uint32_t kNearParagraphs = 3;  // and paragraphs
constexpr float kUncertain = 0.5f;            // what may be no person
constexpr float kOfSeveral = 0.7f;            // share of names of several people that are read rightly
constexpr std::uint32_t kSentence = 60;       // tokens looked back for "it"
constexpr std::uint32_t kPhrase = 8;          // tokens of "the board's own inspection"

// "in a statement" brings in nothing that "it" could be.
bool leads(std::string_view word) {
  static const WordSet set("in at by with from of on to after before through via for as during into under like than");
  return set.contains(word);
}

}  // namespace

bool is_same(const Who& a, const Who& b) {
  if (a.type != b.type) return false;
  return a.entity != kNoEntity ? a.entity == b.entity : b.entity == kNoEntity && !a.name.empty() && a.name == b.name;
}

Who anonymous(bool plural) {
  Who who;
  who.type = SourceType::anonymous;
  who.plural = plural;
  return who;
}

Who because(Basis basis, Who who) {
  if (who.known()) who.basis = basis;
  return who;
}

bool is_body(const NamedEntity& e) {
  return e.kind == NameKind::organization || e.kind == NameKind::place || e.kind == NameKind::document;
}

std::string name_text(const WordForms& forms, TokenRange range, TokenRange leave_out) {
  std::string out;
  bool gap = false;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (is_around_nickname(forms, t, leave_out)) {
      gap = true;
      continue;
    }
    if (!out.empty() && (gap || forms.is_spaced(t))) out += ' ';
    gap = false;
    out += forms.text(t);
  }
  return out;
}

Resolver::Resolver(const WordForms& forms, const NameTable& names, const Roles& roles, Salience& salience)
    : f_(forms), n_(names), roles_(roles), salience_(salience), first_person_(forms.size()) {
  for (std::uint32_t i = 0; i < n_.mentions.size(); ++i) {
    const std::uint32_t at = n_.mentions[i].all.begin;
    if (n_.entity_of[i] == kNoEntity || n_.entities[n_.entity_of[i]].kind != NameKind::person || is_byline(at))
      continue;
    first_person_ = at;
    break;
  }
}

bool Resolver::is_byline(std::uint32_t token) const {
  return token > 0 && f_.is(token - 1, "by") && f_.begins_paragraph(token - 1);
}

void Resolver::spoke(std::uint32_t token, const Who& who) {
  if (!who.known()) return;
  spoken_.push_back({token, who});
  if (who.entity != kNoEntity) salience_.spoke(token, who.entity);
}

std::vector<ScoredEntity> Resolver::candidates_at(std::uint32_t token) const {
  const Gender gender = f_.is(token, "he") ? Gender::male : Gender::female;
  return salience_.candidates({token, {}, gender}, [&](std::uint32_t i) {
    return n_.entities[i].kind == NameKind::person && !differ(gender, n_.entities[i].gender);
  });
}

void Resolver::read_on(std::uint32_t token) {
  for (; read_ < token; ++read_) {
    const bool subject = f_.is(read_, "he") || f_.is(read_, "she");
    if (!subject || f_.is_quoted(read_)) continue;
    const std::vector<ScoredEntity> all = candidates_at(read_);
    if (!all.empty()) salience_.pronoun(read_, all.front().entity);
  }
}

Who Resolver::named(std::uint32_t entity) const {
  const NamedEntity& e = n_.entities[entity];
  Who who;
  who.type = source_type(e);
  who.entity = entity;
  who.name = name_text(f_, e.name, e.nickname);
  who.plural = e.kind == NameKind::group;
  who.basis = Basis::name;
  return who;
}

Who Resolver::resolve(std::span<const TokenRange> phrase, const PhrasePlace& place) const {
  const SourcePhrase read = read_phrase(f_, n_, phrase);
  if (read.head == HeadKind::noun && !phrase.empty()) {
    if (const std::uint32_t e = written_small(phrase.front()); e != kNoEntity) return named(e);
  }
  switch (read.head) {
    case HeadKind::nothing:
      return read.owner != kNoEntity ? because(Basis::owner, named(read.owner)) : anonymous();
    case HeadKind::names:
      return of_names(read);
    case HeadKind::pronoun:
      return of_pronoun(read, place);
    case HeadKind::noun:
      return of_noun(read, place);
  }
  return {};
}

// "june abara": a name without its capitals, as accounts write it.
std::uint32_t Resolver::written_small(TokenRange range) const {
  if (range.size() < 2 || range.size() > 5) return kNoEntity;
  std::string name;
  for (const std::string& word : name_words(f_, range)) name += (name.empty() ? "" : " ") + word;
  const auto found = n_.by_name.find(name);
  return found == n_.by_name.end() ? kNoEntity : found->second;
}

Who Resolver::of_names(const SourcePhrase& phrase) const {
  Who who = named(phrase.names.front());
  if (who.type == SourceType::group && phrase.quantified) return anonymous(true);  // "some Republicans"
  if (phrase.names.size() == 1) add_bearers(who, phrase.token);
  return joined(std::move(who), std::span(phrase.names).subspan(1));
}

// "Cole", where several are called so.
void Resolver::add_bearers(Who& who, std::uint32_t token) const {
  const auto found = n_.at(token) == nullptr ? n_.bearers.end() : n_.bearers.find(n_.mention_at[token]);
  if (found == n_.bearers.end()) return;
  const auto bears = [&](std::uint32_t e) {
    return std::ranges::find(found->second, e) != found->second.end() ? 1.0f : 0.0f;
  };
  who.candidates = taken(who.entity, kOfSeveral, salience_.candidates({token}, bears));
}

Who Resolver::taken_person(std::uint32_t entity, Basis basis, float share, std::uint32_t token) const {
  if (entity == kNoEntity) return {};
  Who who = because(basis, named(entity));
  who.candidates = taken(entity, share, salience_.candidates({token}, [&](std::uint32_t e) {
    return n_.entities[e].kind == NameKind::person ? 1.0f : 0.0f;
  }));
  return who;
}

// "Jo Starks, Alan Pruett and Ann Cole": one statement of them all.
Who Resolver::joined(Who who, std::span<const std::uint32_t> others) const {
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (others[i] == who.entity) continue;
    who.name += (i + 1 == others.size() ? " and " : ", ") + named(others[i]).name;
    who.joint.push_back(others[i]);
    who.plural = true;
  }
  return who;
}

// ---- pronouns

// The first candidate, with the others beside it; nobody in particular where there is none.
Who Resolver::chosen(std::vector<ScoredEntity> candidates, Basis basis) const {
  if (candidates.empty()) return anonymous();
  Who who = because(basis, named(candidates.front().entity));
  who.candidates = std::move(candidates);
  return who;
}

// A person before, else the first one behind.
Who Resolver::person_at(std::uint32_t token, Gender gender, const PhrasePlace& place, Basis basis) const {
  const std::uint32_t speaker = place.speaker != nullptr ? place.speaker->entity : kNoEntity;
  const std::uint32_t hearer = place.hearer != nullptr ? place.hearer->entity : kNoEntity;
  const bool quoted = f_.is_quoted(token);  // there the speaker is "I" and the hearer "you"
  const auto fits = [&](std::uint32_t e) {
    const NamedEntity& it = n_.entities[e];
    if (it.kind != NameKind::person || differ(gender, it.gender) || (quoted && (e == speaker || e == hearer)))
      return 0.0f;
    return it.certain || it.gender != Gender::unknown ? 1.0f : kUncertain;
  };
  Who before = chosen(salience_.candidates({token, place.content, gender}, fits), basis);
  if (before.entity != kNoEntity) return before;
  const std::uint32_t behind = salience_.next(token, fits);
  return behind == kNoEntity ? anonymous() : because(Basis::named_later, named(behind));
}

const Resolver::Spoken* Resolver::last_spoken(std::uint32_t token, const std::function<bool(const Who&)>& fits) const {
  auto at = std::ranges::partition_point(spoken_, [&](const Spoken& s) { return s.token < token; });
  for (std::uint32_t n = 0; n < kReachBack && at != spoken_.begin(); ++n) {
    --at;
    if (f_.paragraph(token) - f_.paragraph(at->token) > kNearParagraphs) return nullptr;
    if (fits(at->who)) return &*at;
  }
  return nullptr;
}

Who Resolver::of_pronoun(const SourcePhrase& phrase, const PhrasePlace& place) const {
  if (phrase.names.empty()) return of_lone_pronoun(phrase, place);
  SourcePhrase first = phrase;  // "he and Ann Cole"
  first.names.clear();
  Who who = of_lone_pronoun(first, place);
  return who.name.empty() ? who : joined(std::move(who), phrase.names);
}

Who Resolver::of_lone_pronoun(const SourcePhrase& phrase, const PhrasePlace& place) const {
  switch (phrase.pronoun->kind) {
    case PronounKind::singular:
      return of_single(phrase.token, phrase.pronoun->gender, place);
    case PronounKind::plural:
      return of_plural(phrase.token, place);
    case PronounKind::thing:
      return of_thing(phrase.token, place);
    case PronounKind::speaker:
      return place.speaker != nullptr ? because(Basis::speaker, *place.speaker) : anonymous();
    case PronounKind::hearer:
      return place.hearer != nullptr && place.hearer->known() ? because(Basis::hearer, *place.hearer) : anonymous();
    case PronounKind::relative:
      return because(Basis::pronoun, of_relative(phrase.token));
  }
  return {};
}

// "he", "she": a person who is named; or the unnamed one who spoke just before, where nobody fits better.
Who Resolver::of_single(std::uint32_t token, Gender gender, const PhrasePlace& place) const {
  if (place.sibling != nullptr && place.sibling->type == SourceType::anonymous && !place.sibling->plural)
    return anonymous();
  Who who = person_at(token, gender, place, Basis::pronoun);
  if (who.entity == kNoEntity) return who;
  if (goes_on_unnamed(token, who.entity)) {
    Who unnamed = anonymous();
    unnamed.candidates = std::move(who.candidates);
    return unnamed;
  }
  who.pronoun = TokenRange{token, token + 1};
  return who;
}

// "a clerk said. She added …": unless the person was named since.
bool Resolver::goes_on_unnamed(std::uint32_t token, std::uint32_t entity) const {
  const Spoken* last = last_spoken(token, [](const Who&) { return true; });
  if (last == nullptr || last->who.type != SourceType::anonymous || last->who.plural ||
      f_.paragraph(token) - f_.paragraph(last->token) > 1)
    return false;
  const auto since = [&](std::uint32_t m) {
    return n_.mentions[m].all.begin > last->token && n_.mentions[m].all.begin < token;
  };
  const std::vector<std::uint32_t>& all = n_.entities[entity].mentions;
  return std::ranges::none_of(std::span(all).last(std::min<std::size_t>(all.size(), 64)), since);
}

Who Resolver::of_plural(std::uint32_t token, const PhrasePlace& place) const {
  const Spoken* last = last_spoken(token, [](const Who& w) { return w.plural || w.type == SourceType::organization; });
  if (last != nullptr) return because(Basis::pronoun, last->who);
  Who who = chosen(salience_.candidates({token, place.content},
                                        [&](std::uint32_t i) { return n_.entities[i].kind == NameKind::group; }),
                   Basis::pronoun);
  return who.entity == kNoEntity ? anonymous(true) : who;
}

// "A press release went further. | It declared …", "She found a letter. | It thanked her": the body or document without
// a name that the sentence before began with, or brought in as new; empty for none.
TokenRange Resolver::thing_before(std::uint32_t token) const {
  std::uint32_t begin = token;
  while (begin > 0 && begin + kSentence > token && f_.sentence(begin) + 1 >= f_.sentence(token) &&
         f_.paragraph(begin - 1) == f_.paragraph(token) && f_.sentence(begin - 1) + 1 >= f_.sentence(token)) {
    --begin;
  }
  TokenRange fresh;
  for (std::uint32_t t = begin; t < token; ++t) {
    const bool opens = f_.begins_sentence(t) && f_.sentence(t) < f_.sentence(token);
    const bool indefinite = (f_.is(t, "a") || f_.is(t, "an")) && t > 0 && !leads(f_.folded(t - 1));
    if ((!opens && !indefinite) || f_.is_quoted(t)) continue;
    const TokenRange phrase = thing_phrase(t, token);
    if (phrase.empty()) {
      if (opens && n_.at(t) != nullptr && is_body(n_.entities[n_.entity_at(t)])) return {};
      continue;
    }
    const Noun head = noun(f_.folded(phrase.end - 1));
    if (opens) return phrase;
    if (head.kind == NounKind::document) fresh = phrase;
  }
  return fresh;
}

// "the board's own inspection", "a press release": from the determiner to the noun for a body or document.
TokenRange Resolver::thing_phrase(std::uint32_t begin, std::uint32_t end) const {
  static const WordSet determiners("a an the this that its their his her our");
  if (!determiners.contains(f_.folded(begin))) return {};
  for (std::uint32_t t = begin + 1; t < std::min(end, begin + kPhrase); ++t) {
    if (!f_.is_lower(t) || n_.at(t) != nullptr) {
      if (f_.is(t, "'") || f_.is(t, "-") || n_.at(t) != nullptr || f_.is_capital(t)) continue;
      return {};
    }
    const Noun found = noun(f_.folded(t));
    const bool goes_on = f_.is(t + 1, "'") || f_.is(t + 1, "-") || noun(f_.folded(t + 1)).kind != NounKind::other;
    if (goes_on) continue;
    if (found.kind == NounKind::organization || found.kind == NounKind::document)
      return found.plural ? TokenRange{} : TokenRange{begin, t + 1};
    if (found.kind != NounKind::other) return {};
  }
  return {};
}

Who Resolver::of_thing(std::uint32_t token, const PhrasePlace& place) const {
  const Spoken* last = last_spoken(token, [](const Who&) { return true; });
  const bool thing =
      last != nullptr && (last->who.type == SourceType::organization || last->who.type == SourceType::document);
  if (const TokenRange near = thing_before(token); !near.empty() && (!thing || near.begin > last->token)) {
    return because(Basis::pronoun, resolve(std::span(&near, 1), place));
  }
  if (thing && f_.paragraph(token) - f_.paragraph(last->token) <= 1) return because(Basis::pronoun, last->who);
  Who who = chosen(salience_.candidates({token, place.content},
                                        [&](std::uint32_t i) {
                                          return is_body(n_.entities[i]) || n_.entities[i].kind == NameKind::unknown;
                                        }),
                   Basis::pronoun);
  if (who.entity != kNoEntity) who.pronoun = TokenRange{token, token + 1};
  return who;
}

// "…, who says": the name or noun before it.
Who Resolver::of_relative(std::uint32_t token) const {
  const bool people = f_.is(token, "who") || f_.is(token, "whom") || f_.is(token, "whose");
  const std::uint32_t sentence = f_.sentence(token);
  for (std::uint32_t t = token; t > 0 && t + 10 > token && f_.sentence(t - 1) == sentence;) {
    --t;
    if (const std::uint32_t e = n_.entity_at(t); e != kNoEntity) {
      const NameKind kind = n_.entities[e].kind;
      if (people == (kind == NameKind::person || kind == NameKind::group)) return named(e);
      continue;
    }
    const Noun found = noun(f_.folded(t));
    if (people && found.kind == NounKind::person) return anonymous(found.plural);
    if (people || (found.kind != NounKind::organization && found.kind != NounKind::document)) continue;
    SourcePhrase phrase;
    phrase.noun = found, phrase.core = {t, t + 1};
    return unnamed(phrase);
  }
  return anonymous();
}

}  // namespace sayso
