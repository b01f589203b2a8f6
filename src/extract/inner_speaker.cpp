#include "extract/inner_speaker.h"

#include <algorithm>

#include "extract/enclosing.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kInnerReach = 120;
constexpr std::ptrdiff_t kPieces = 3;  // of what somebody tells, looked back
constexpr std::uint32_t kPhrase = 4;   // tokens from the determiner to its noun

Who unnamed() {
  Who who;
  who.type = SourceType::anonymous;
  return who;
}

bool begins_phrase(std::string_view word) {
  static const WordSet set("a an one some my your his her our their the this that another");
  return set.contains(word);
}

// "my mother", "one man", "a fellow", "Dad": whether a noun at `t` is a person brought in by a determiner.
bool is_described(const WordForms& f, std::uint32_t t, std::uint32_t begin, Gender gender) {
  static const WordSet kin("dad mum mom mam granny grandma grandpa mother father");
  const Noun found = noun(f.folded(t));
  const bool family = kin.contains(f.folded(t)) && f.is_capital(t);
  if (!family && (found.kind != NounKind::person || found.plural)) return false;
  if (differ(gender, found.gender)) return false;
  if (family) return true;
  for (std::uint32_t b = t; b > begin && b + kPhrase > t; --b) {
    if (begins_phrase(f.folded(b - 1))) return true;
  }
  return false;
}

// The last person before `token` inside `piece` whom `gender` fits, neither the one who tells nor the one who hears it.
std::optional<Who> person_before(const WordForms& f, const NameTable& n, const Resolver& resolver, TokenRange piece,
                                 std::uint32_t token, Gender gender, const PhrasePlace& place) {
  for (std::uint32_t t = token; t > piece.begin && t + kInnerReach > token;) {
    --t;
    const std::uint32_t e = n.entity_at(t);
    if (e != kNoEntity && n.at(t)->all.begin == t && n.entities[e].kind == NameKind::person) {
      const bool talks = (place.speaker != nullptr && place.speaker->entity == e) ||
                         (place.hearer != nullptr && place.hearer->entity == e);
      if (!talks && !n.at(t)->possessive && !differ(gender, n.entities[e].gender)) return resolver.named(e);
      continue;
    }
    if (e == kNoEntity && is_described(f, t, piece.begin, gender)) return unnamed();
  }
  return std::nullopt;
}

// "His lawyer said her client had left": the one whom the story spoke of before.
std::optional<Who> client_of(const NameTable& n, const Resolver& resolver, std::uint32_t token,
                             const PhrasePlace& place) {
  const std::uint32_t lawyer = place.speaker != nullptr ? place.speaker->entity : kNoEntity;
  const std::uint32_t e = resolver.salience().best(
      {token}, [&](std::uint32_t i) { return n.entities[i].kind == NameKind::person && i != lawyer ? 1.0f : 0.0f; });
  if (e == kNoEntity) return std::nullopt;
  return resolver.named(e);
}

// "I asked the press office. They said …", "I asked the neighbours. They …".
std::optional<Who> people_before(const WordForms& f, const Resolver& resolver, TokenRange piece, std::uint32_t token,
                                 const PhrasePlace& place) {
  for (std::uint32_t t = token; t > piece.begin && t + kInnerReach > token;) {
    const Noun found = noun(f.folded(--t));
    if (found.kind == NounKind::person && found.plural) {
      Who who = unnamed();
      who.plural = true;
      return who;
    }
    for (std::uint32_t b = t; found.kind == NounKind::organization && b > piece.begin && b + kPhrase > t; --b) {
      const TokenRange phrase{b - 1, t + 1};
      if (begins_phrase(f.folded(b - 1))) return resolver.resolve(std::span(&phrase, 1), place);
    }
  }
  return std::nullopt;
}

// "My agent rang and | said": the first person of the clause; "I" is who tells.
std::optional<Who> subject_of(const WordForms& f, const NameTable& n, const Resolver& resolver, TokenRange piece,
                              std::uint32_t cue, const PhrasePlace& place) {
  std::uint32_t begin = cue;
  while (begin > piece.begin && cue - begin < kInnerReach && f.sentence(begin - 1) == f.sentence(cue)) --begin;
  for (std::uint32_t t = cue; t > begin + 1; --t) {  // "She told one to go, and | the teller said"
    const bool subject = f.is(t, "the") || f.is(t, "my") || f.is(t, "his") || f.is(t, "her") || n.at(t) != nullptr;
    if (f.is(t - 1, "and") && f.is(t - 2, ",") && subject && t < cue) begin = t;
    if (begin == t) break;
  }
  for (std::uint32_t t = begin; t < cue; ++t) {
    const std::optional<Pronoun> found = pronoun(f.folded(t));
    const TokenRange at{t, t + 1};
    if (f.is(t, "i") || f.is(t, "we") || (found && (f.is(t, "he") || f.is(t, "she") || f.is(t, "you"))))
      return resolver.resolve(std::span(&at, 1), place);
    const std::uint32_t e = n.entity_at(t);
    if (e != kNoEntity && n.entities[e].kind == NameKind::person && !n.at(t)->possessive) return resolver.named(e);
    if (e == kNoEntity && is_described(f, t, begin, Gender::unknown)) return unnamed();
  }
  return std::nullopt;
}

}  // namespace

std::optional<Who> inner_speaker(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                 const Attribution& inner, std::span<const TokenRange> around,
                                 const PhrasePlace& place) {
  const std::uint32_t token = anchor(inner);
  const auto piece = std::ranges::find_if(around, [&](TokenRange r) { return r.contains(token); });
  if (piece == around.end()) return std::nullopt;
  if (inner.source.empty()) {
    if (inner.cue.empty()) return std::nullopt;
    return subject_of(forms, names, resolver, *piece, inner.cue.begin, place);
  }
  const SourcePhrase phrase = read_phrase(forms, names, inner.source);
  if (forms.is(phrase.token, "client") && phrase.owner_pronoun) return client_of(names, resolver, phrase.token, place);
  if (phrase.head != HeadKind::pronoun) return std::nullopt;
  if (phrase.pronoun->kind == PronounKind::plural) return people_before(forms, resolver, *piece, phrase.token, place);
  if (phrase.pronoun->kind != PronounKind::singular) return std::nullopt;
  const Gender gender = phrase.pronoun->gender;
  std::optional<Who> who = person_before(forms, names, resolver, *piece, phrase.token, gender, place);
  for (auto before = piece;
       !who && before != around.begin() && piece - before < kPieces;) {  // “I rang my son,” she said. “He said …”
    --before;
    who = person_before(forms, names, resolver, *before, before->end, gender, place);
  }
  return who;
}

}  // namespace sayso
