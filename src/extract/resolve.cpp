#include "extract/resolve.h"

#include <algorithm>

#include "extract/source_type.h"
#include "text/words/organization_words.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kReachBack = 6;       // sources looked back for "they" and "it"
constexpr std::uint32_t kNearParagraphs = 3;  // and paragraphs
constexpr std::uint32_t kLead = 3;            // paragraphs in which people are brought in without their names

Who anonymous(bool plural = false) {
  Who who;
  who.type = SourceType::anonymous;
  who.plural = plural;
  return who;
}

bool is_body(const NamedEntity& e) { return e.kind == NameKind::organization || e.kind == NameKind::place || e.kind == NameKind::document; }

// Any person: "the man", "the 44-year-old".
bool is_bare_person(std::string_view word) {
  static const WordSet set("man woman boy girl person old teenager youngster child democrat republican billionaire hopeful nominee incumbent");
  return set.contains(word);
}

// Nouns that can stand for any body named before; "the court" and "the city" cannot.
bool is_any_body(std::string_view word) {
  static const WordSet set("company firm agency group organization organisation business manufacturer maker retailer startup giant "
                           "corporation charity nonprofit union club team airline bank insurer carmaker developer broadcaster "
                           "newspaper paper magazine network website outlet tabloid publisher regulator watchdog authority");
  return set.contains(word);
}

bool is_paper(std::string_view word) {
  static const WordSet set("newspaper paper magazine network outlet tabloid publication broadcaster daily weekly");
  return set.contains(word);
}

}  // namespace

bool is_same(const Who& a, const Who& b) {
  if (a.type != b.type) return false;
  return a.entity != kNoEntity ? a.entity == b.entity : b.entity == kNoEntity && !a.name.empty() && a.name == b.name;
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

void Resolver::spoke(std::uint32_t token, const Who& who) {
  if (!who.known()) return;
  spoken_.push_back({token, who});
  if (who.entity != kNoEntity) salience_.spoke(token, who.entity);
}

void Resolver::read_on(std::uint32_t token) {
  for (; read_ < token; ++read_) {
    const bool subject = f_.is(read_, "he") || f_.is(read_, "she");
    if (!subject || f_.is_quoted(read_)) continue;
    const Gender gender = f_.is(read_, "he") ? Gender::male : Gender::female;
    const std::uint32_t e = salience_.best(read_, {}, [&](std::uint32_t i) {
      return n_.entities[i].kind == NameKind::person && !differ(gender, n_.entities[i].gender);
    });
    if (e != kNoEntity) salience_.pronoun(read_, e);
  }
}

Who Resolver::named(std::uint32_t entity) const {
  const NamedEntity& e = n_.entities[entity];
  Who who;
  who.type = source_type(e);
  who.entity = entity;
  who.name = name_text(f_, e.name, e.nickname);
  who.plural = e.kind == NameKind::group;
  return who;
}

Who Resolver::resolve(std::span<const TokenRange> phrase, const PhrasePlace& place) const {
  const SourcePhrase read = read_phrase(f_, n_, phrase);
  if (read.head == HeadKind::noun && !phrase.empty()) {
    if (const std::uint32_t e = written_small(phrase.front()); e != kNoEntity) return named(e);
  }
  switch (read.head) {
    case HeadKind::nothing: return read.owner != kNoEntity ? named(read.owner) : anonymous();
    case HeadKind::names: return of_names(read);
    case HeadKind::pronoun: return of_pronoun(read, place);
    case HeadKind::noun: return of_noun(read, place);
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
  return joined(std::move(who), std::span(phrase.names).subspan(1));
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

std::uint32_t Resolver::person_at(std::uint32_t token, Gender gender, const PhrasePlace& place) const {
  const std::uint32_t speaker = place.speaker != nullptr ? place.speaker->entity : kNoEntity;
  const std::uint32_t hearer = place.hearer != nullptr ? place.hearer->entity : kNoEntity;
  const auto fits = [&](std::uint32_t e) {
    return n_.entities[e].kind == NameKind::person && !differ(gender, n_.entities[e].gender) && e != speaker && e != hearer;
  };
  const std::uint32_t before = salience_.best(token, place.content, fits);
  return before != kNoEntity ? before : salience_.next(token, fits);
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
    case PronounKind::singular: return of_single(phrase.token, phrase.pronoun->gender, place);
    case PronounKind::plural: return of_plural(phrase.token, place);
    case PronounKind::thing: return of_thing(phrase.token, place);
    case PronounKind::speaker: return place.speaker != nullptr ? *place.speaker : anonymous();
    case PronounKind::hearer: return place.hearer != nullptr && place.hearer->known() ? *place.hearer : anonymous();
    case PronounKind::relative: return of_relative(phrase.token);
  }
  return {};
}

// "he", "she": a person who is named; or the unnamed one who spoke just before, where nobody fits better.
Who Resolver::of_single(std::uint32_t token, Gender gender, const PhrasePlace& place) const {
  if (place.sibling != nullptr && place.sibling->type == SourceType::anonymous && !place.sibling->plural) return anonymous();
  const Spoken* last = last_spoken(token, [](const Who&) { return true; });
  const bool unnamed_before = last != nullptr && last->who.type == SourceType::anonymous && !last->who.plural &&
                              f_.paragraph(token) - f_.paragraph(last->token) <= 1;
  const std::uint32_t e = person_at(token, gender, place);
  if (e == kNoEntity) return anonymous();
  if (unnamed_before) {
    // "a clerk said. She added …": unless a person was named since.
    const auto since = [&](std::uint32_t m) { return n_.mentions[m].all.begin > last->token && n_.mentions[m].all.begin < token; };
    const std::vector<std::uint32_t>& all = n_.entities[e].mentions;
    if (std::ranges::none_of(std::span(all).last(std::min<std::size_t>(all.size(), 64)), since)) return anonymous();
  }
  Who who = named(e);
  who.pronoun = TokenRange{token, token + 1};
  return who;
}

Who Resolver::of_plural(std::uint32_t token, const PhrasePlace& place) const {
  const Spoken* last = last_spoken(token, [](const Who& w) { return w.plural || w.type == SourceType::organization; });
  if (last != nullptr) return last->who;
  const std::uint32_t e = salience_.best(token, place.content, [&](std::uint32_t i) { return n_.entities[i].kind == NameKind::group; });
  return e == kNoEntity ? anonymous(true) : named(e);
}

Who Resolver::of_thing(std::uint32_t token, const PhrasePlace& place) const {
  const Spoken* last = last_spoken(token, [](const Who&) { return true; });
  const bool thing = last != nullptr && (last->who.type == SourceType::organization || last->who.type == SourceType::document);
  if (thing && f_.paragraph(token) - f_.paragraph(last->token) <= 1) return last->who;
  const std::uint32_t e = salience_.best(token, place.content, [&](std::uint32_t i) {
    return is_body(n_.entities[i]) || n_.entities[i].kind == NameKind::unknown;
  });
  if (e == kNoEntity) return anonymous();
  Who who = named(e);
  who.pronoun = TokenRange{token, token + 1};
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

// ---- descriptions

Who Resolver::unnamed(const SourcePhrase& phrase) const {
  Who who;
  who.type = source_type(phrase);
  who.plural = phrase.noun.plural;
  if (who.type == SourceType::anonymous) return who;
  who.core = phrase.core;
  who.name = name_text(f_, phrase.core);
  return who;
}

Who Resolver::of_noun(const SourcePhrase& phrase, const PhrasePlace& place) const {
  switch (phrase.noun.kind) {
    case NounKind::person: return of_person_noun(phrase, place);
    case NounKind::organization: return of_body_noun(phrase, place);
    case NounKind::document: return unnamed(phrase);
    case NounKind::expression:
    case NounKind::other: return of_owner(phrase, place);
  }
  return {};
}

// "the Kentucky senator", "the former aide": news says this of whom it just spoke of. Not so of those who speak for others.
bool Resolver::tells_apart(const SourcePhrase& phrase) const {
  static const WordSet agents("spokesman spokeswoman spokesperson official source lawyer attorney supporter adviser advisor representative");
  if (phrase.core.size() < 2 || phrase.owner != kNoEntity || phrase.owner_pronoun || agents.contains(f_.folded(phrase.token))) return false;
  for (std::uint32_t t = phrase.core.begin; t + 1 < phrase.core.end; ++t) {
    if (n_.at(t) != nullptr || f_.is(t, "former") || f_.is(t, "old")) return true;
  }
  return false;
}

// "the senator": whoever is said to be one. Many and indefinite ones are nobody in particular.
Who Resolver::of_person_noun(const SourcePhrase& phrase, const PhrasePlace& place) const {
  const std::string_view word = singular(f_.folded(phrase.token));
  if (phrase.quantified && !phrase.noun.plural && f_.paragraph(phrase.token) <= kLead) {
    if (const std::uint32_t later = roles_.introduced_later(word, phrase.token); later != kNoEntity) return named(later);
  }
  if (phrase.noun.plural || phrase.quantified) return anonymous(phrase.noun.plural);
  const Spoken* last = last_spoken(phrase.token, [](const Who& w) { return w.type == SourceType::anonymous && !w.plural; });
  std::uint32_t e = salience_.best(phrase.token, place.content, [&](std::uint32_t i) { return roles_.has(word, i) ? 1.0f : 0.0f; });
  if (e == kNoEntity) e = roles_.who(word, phrase.token);
  const bool told_apart = is_bare_person(word) || tells_apart(phrase);
  if (e == kNoEntity && told_apart && phrase.definite && last == nullptr) e = person_at(phrase.token, phrase.noun.gender, place);
  if (e == kNoEntity) return anonymous();
  return named(e);
}

std::uint32_t Resolver::body_at(std::uint32_t token, const SourcePhrase& phrase, const PhrasePlace& place) const {
  const std::string word(f_.folded(token));
  const bool bare = phrase.core.size() == 1;
  const std::vector<std::string> words = name_words(f_, phrase.core);
  const auto has_words = [&](std::uint32_t e) {
    const NameWords& all = n_.entities[e].words;
    if (!is_body(n_.entities[e]) && n_.entities[e].kind != NameKind::unknown) return false;
    return std::ranges::all_of(words, [&](const std::string& w) { return std::ranges::find(all, w) != all.end(); });
  };
  const bool any = bare && phrase.definite && is_any_body(word);
  return salience_.best(token, place.content, [&](std::uint32_t e) {
    const NamedEntity& it = n_.entities[e];
    if (place.speaker != nullptr && e == place.speaker->entity) return 0.0f;
    const bool outlet = std::ranges::any_of(it.words, [](const std::string& w) { return is_outlet_word(w) || is_known_outlet(w); });
    const bool body = it.kind == NameKind::organization || (it.kind == NameKind::unknown && it.words.size() == 1);
    if (has_words(e)) return 1.5f;
    return any && body && outlet == is_paper(word) ? 1.0f : 0.0f;
  });
}

// "the authority": the body whose name has the word; "the company": the one on the reader's mind.
Who Resolver::of_body_noun(const SourcePhrase& phrase, const PhrasePlace& place) const {
  if (phrase.noun.plural || phrase.quantified || phrase.owner_pronoun) return unnamed(phrase);
  const std::uint32_t e = body_at(phrase.token, phrase, place);
  return e == kNoEntity ? unnamed(phrase) : named(e);
}

// "Cole's remarks", "her tweet": the owner's own words.
Who Resolver::of_owner(const SourcePhrase& phrase, const PhrasePlace& place) const {
  if (phrase.owner != kNoEntity) return named(phrase.owner);
  if (phrase.owner_pronoun) {
    SourcePhrase owner;
    owner.pronoun = pronoun(f_.folded(*phrase.owner_pronoun));
    owner.token = *phrase.owner_pronoun;
    return of_pronoun(owner, place);
  }
  if (phrase.noun.kind == NounKind::expression) return unnamed(phrase);
  const bool old = f_.is(phrase.token, "old") && phrase.definite;  // "the 51-year-old"
  return old ? of_single(phrase.token, Gender::unknown, place) : anonymous(f_.folded(phrase.token).ends_with('s'));
}

}  // namespace sayso
