// The part of the Resolver that reads "it", "which" and "who": bodies, papers and people in the words before.
#include <algorithm>

#include "extract/resolve.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kSentence = 60;  // tokens looked back for "it"
constexpr std::uint32_t kPhrase = 8;     // tokens of "the board's own inspection"
constexpr std::uint32_t kRelative = 10;  // tokens looked back for "who" and "which"

// "in a statement" brings in nothing that "it" could be.
bool leads(std::string_view word) {
  static const WordSet set("in at by with from of on to after before through via for as during into under like than");
  return set.contains(word);
}

bool begins_noun_phrase(std::string_view word) {
  static const WordSet set("a an the this that its their his her our one another");
  return set.contains(word);
}

}  // namespace

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
  if (!begins_noun_phrase(f_.folded(begin))) return {};
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

// "He had hung a bedsheet from the bridge. | It read …": what the sentence before brought in last, whatever it is.
Who Resolver::inscribed(std::uint32_t token) const {
  if (!f_.is(token + 1, "read") && !f_.is(token + 1, "reads")) return {};
  TokenRange found;
  for (std::uint32_t t = token; t > 0 && t + kSentence > token && f_.sentence(t - 1) + 1 >= f_.sentence(token); --t) {
    const bool new_thing = f_.is(t - 1, "a") || f_.is(t - 1, "an") || f_.is(t - 1, "one");
    if (!new_thing || f_.is_quoted(t)) continue;
    found = {t, t};
    while (found.size() < kPhrase && f_.is_lower(found.end) && !leads(f_.folded(found.end)) &&
           !f_.folded(found.end).ends_with("ed") && !begins_noun_phrase(f_.folded(found.end)))
      ++found.end;
    const NounKind kind = found.empty() ? NounKind::person : noun(f_.folded(found.end - 1)).kind;
    if (kind == NounKind::other || kind == NounKind::document) break;
    found = {};
  }
  if (found.empty()) return {};
  Who who;
  who.type = SourceType::document, who.core = found, who.name = name_text(f_, found);
  return who;
}

Who Resolver::of_thing(std::uint32_t token, const PhrasePlace& place) const {
  if (const Who who = inscribed(token); who.known()) return because(Basis::pronoun, who);
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

// "Randall Ames, a retired | vet, who says": the name before the comma that brings the noun in.
Who Resolver::apposed(std::uint32_t noun) const {
  for (std::uint32_t t = noun; t > 1 && t + kRelative > noun && f_.sentence(t - 1) == f_.sentence(noun); --t) {
    if (!f_.is(t - 1, ",")) continue;
    const std::uint32_t e = n_.entity_at(t - 2);
    const bool person = e != kNoEntity && n_.entities[e].kind == NameKind::person && !n_.at(t - 2)->possessive;
    return person && (begins_noun_phrase(f_.folded(t)) || f_.is_lower(t)) ? named(e) : Who{};
  }
  return {};
}

// "a letter by the | regulator, which warned": the paper that comes from the body.
Who Resolver::document_of(std::uint32_t body) const {
  std::uint32_t t = n_.at(body) == nullptr ? body : n_.at(body)->all.begin;
  const std::uint32_t end = t;
  while (t > 0 && t + kPhrase > end && (f_.is_lower(t - 1) || f_.is_capital(t - 1)) && !leads(f_.folded(t - 1))) --t;
  if (t < 2 || !(f_.is(t - 1, "by") || f_.is(t - 1, "from") || f_.is(t - 1, "of"))) return {};
  SourcePhrase phrase;
  phrase.noun = noun(f_.folded(t - 2)), phrase.core = {t - 2, t - 1};
  return phrase.noun.kind == NounKind::document ? unnamed(phrase) : Who{};
}

// "…, who says": the name or noun before it.
Who Resolver::of_relative(std::uint32_t token) const {
  const bool people = f_.is(token, "who") || f_.is(token, "whom") || f_.is(token, "whose");
  const std::uint32_t sentence = f_.sentence(token);
  for (std::uint32_t t = token; t > 0 && t + kRelative > token && f_.sentence(t - 1) == sentence;) {
    --t;
    if (const std::uint32_t e = n_.entity_at(t); e != kNoEntity) {
      const NameKind kind = n_.entities[e].kind;
      if (people && kind != NameKind::person && kind != NameKind::group) continue;
      if (!people && (kind == NameKind::person || kind == NameKind::group)) continue;
      const Who paper = people ? Who{} : document_of(t);
      return paper.known() ? paper : named(e);
    }
    const Noun found = noun(f_.folded(t));
    if (people && found.kind == NounKind::person) {
      const Who who = found.plural ? Who{} : apposed(t);
      return who.known() ? who : anonymous(found.plural);
    }
    if (people || (found.kind != NounKind::organization && found.kind != NounKind::document)) continue;
    if (const Who paper = document_of(t); paper.known()) return paper;
    SourcePhrase phrase;
    phrase.noun = found, phrase.core = {t, t + 1};
    return unnamed(phrase);
  }
  return anonymous();
}

}  // namespace sayso
