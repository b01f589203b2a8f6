// The part of the Resolver that reads descriptions: "the senator", "the company", "her tweet".
#include <algorithm>

#include "extract/resolve.h"
#include "extract/source_type.h"
#include "text/words/cue_verbs.h"
#include "text/words/epithets.h"
#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kSoon = 4;          // paragraphs after which they have them
constexpr std::uint32_t kVerySoon = 2;      // or so, where nothing else tells who they are
constexpr std::ptrdiff_t kMaxSkipped = 64;  // names that are no persons in between
constexpr std::uint32_t kClause = 8;        // tokens from a person to what is theirs

bool speaks_for_others(std::string_view word) {
  static const WordSet set(
      "spokesman spokeswoman spokesperson official source lawyer attorney supporter adviser advisor representative rep");
  return set.contains(word);
}

// Seldom named later, where a text brings them in.
bool stays_unnamed(std::string_view word) {
  static const WordSet set(
      "aide insider friend pal publicist agent colleague neighbour neighbor relative analyst expert critic observer "
      "reporter journalist user one "
      "person executive staffer staff man woman boy girl member someone somebody");
  return speaks_for_others(word) || set.contains(word);
}

// Nouns that can stand for any body named before; "the court" and "the city" cannot.
bool is_any_body(std::string_view word) {
  static const WordSet set(
      "company firm agency group organization organisation business manufacturer maker retailer startup giant "
      "corporation charity nonprofit union club team airline bank insurer carmaker developer broadcaster "
      "newspaper paper magazine network website outlet tabloid publisher regulator watchdog authority label fund "
      "brokerage lender supplier operator");
  return set.contains(word);
}

// Of these a body is one only where the text says so.
bool needs_evidence(std::string_view word) {
  static const WordSet set("union charity nonprofit regulator watchdog authority team");
  return set.contains(word);
}

// "the second minister" is another one than the minister.
bool is_another(std::string_view word) {
  static const WordSet set("second third fourth fifth other another");
  return set.contains(word);
}

bool is_paper(std::string_view word) {
  static const WordSet set("newspaper paper magazine network outlet tabloid publication broadcaster daily weekly");
  return set.contains(word);
}

// "the union" is the Seafarers’ Federation, "the label" Redbird Records.
bool names_such(std::string_view word, const NameWords& name) {
  struct Such {
    std::string_view noun, words;
  };
  static constexpr Such table[] = {
      {"union", "federation guild brotherhood association alliance workers"},
      {"label", "records music recordings"},
      {"fund", "partners capital investments holdings management"},
      {"charity", "trust foundation appeal aid relief"},
      {"club", "rovers united city town athletic fc afc cf wanderers county albion rangers hotspur"},
      {"hospital", "infirmary clinic"},
      {"bank", "bancorp savings"},
      {"party", "democrats greens labour conservatives alliance"},
      {"school", "academy college"},
      {"firm", "partners associates"},
      {"plant", "works mills foundry foundries"}};
  for (const Such& such : table) {
    if (such.noun != word) continue;
    bool found = false;
    for_each_word(such.words, [&](std::string_view w) { found |= std::ranges::find(name, w) != name.end(); });
    return found;
  }
  return false;
}

}  // namespace

Who Resolver::unnamed(const SourcePhrase& phrase) const {
  Who who;
  who.type = source_type(phrase);
  who.plural = phrase.noun.plural;
  if (who.type == SourceType::anonymous) return who;
  who.core = phrase.core;
  who.name = name_text(f_, phrase.core);
  return who;
}

Who Resolver::of_noun(const SourcePhrase& given, const PhrasePlace& place) const {
  SourcePhrase phrase = given;
  if (f_.is(phrase.token, "paper") && is_treatise(phrase)) phrase.noun.kind = NounKind::document;
  if (!phrase.names.empty()) {  // "the union and the Chamber of Owners"
    phrase.names.clear();
    Who who = of_noun(phrase, place);
    return who.name.empty() ? who : joined(std::move(who), given.names);
  }
  switch (phrase.noun.kind) {
    case NounKind::person:
      return of_person_noun(phrase, place);
    case NounKind::organization:
      return of_body_noun(phrase, place);
    case NounKind::document:
      return unnamed(phrase);
    case NounKind::expression:
    case NounKind::other:
      return of_owner(phrase, place);
  }
  return {};
}

// "the Kentucky senator", "the former aide": news says this of whom it just spoke of.
bool Resolver::tells_apart(const SourcePhrase& phrase) const {
  if (phrase.core.size() < 2) return false;
  for (std::uint32_t t = phrase.core.begin; t + 1 < phrase.core.end; ++t) {
    if (n_.at(t) != nullptr || f_.is(t, "former") || f_.is(t, "retired") || f_.is(t, "old")) return true;
  }
  return false;
}

// "the teenager", "the former roofer": another word for somebody just named. Not so of who was brought in without a
// name ("a doctor … the doctor"), nor of somebody's own ("her lawyer") and those who speak for others.
bool Resolver::stands_for_named(const SourcePhrase& phrase, std::string_view word) const {
  if (!phrase.definite || phrase.owner != kNoEntity || phrase.owner_pronoun || speaks_for_others(word)) return false;
  if (phrase.age) return true;
  if (roles_.is_brought_in(word, phrase.token)) return false;
  const bool bare = is_bare_epithet(word) || (!is_epithet(word) && !tells_apart(phrase));
  if (bare && last_spoken(phrase.token, [](const Who& w) { return w.type == SourceType::anonymous && !w.plural; }))
    return false;
  return is_epithet(word) || tells_apart(phrase);
}

bool Resolver::is_lead(std::uint32_t token) const { return token < lead_end_; }

// The first mention of somebody who has an age or description there, or speaks there with nothing said of who it is.
bool Resolver::is_introduced_late(std::uint32_t mention) const {
  static const WordSet age_or_article("a an aged");
  const Mention& m = n_.mentions[mention];
  const std::uint32_t begin = m.all.begin, end = m.all.end;
  if (f_.is(end, ",") && (f_.is_number(end + 1) || age_or_article.contains(f_.folded(end + 1)))) return true;
  if (f_.is(end, "(") && f_.is_number(end + 1)) return true;
  if (f_.is(end, ",") && f_.is(end + 1, "who")) return true;
  if (m.words.size() < 2 || !m.title.empty()) return false;
  const bool opens = f_.begins_sentence(begin) || (begin > 0 && f_.is_mark(begin - 1));
  if (opens) return cue_verb(f_.folded(end)) == CueVerb::saying;
  return begin > 0 && cue_verb(f_.folded(begin - 1)) == CueVerb::saying && (f_.is(end, ".") || f_.is(end, ":"));
}

// "A former engineer has told … Ian Rudge, 61, said": the first to be named after a lead without names.
std::uint32_t Resolver::named_soon(const SourcePhrase& phrase) const {
  const std::uint32_t sentence = f_.sentence(phrase.token);
  const auto later =
      std::ranges::partition_point(n_.mentions, [&](const Mention& m) { return f_.sentence(m.all.begin) <= sentence; });
  for (auto m = later; m != n_.mentions.end() && m - later < kMaxSkipped; ++m) {
    const std::uint32_t apart = f_.paragraph(m->all.begin) - f_.paragraph(phrase.token);
    if (apart > kSoon) break;
    const auto index = static_cast<std::uint32_t>(m - n_.mentions.begin());
    const std::uint32_t e = n_.entity_of[index];
    if (e == kNoEntity || n_.entities[e].kind != NameKind::person || m->possessive || f_.is_quoted(m->all.begin) ||
        is_byline(m->all.begin))
      continue;
    if (n_.entities[e].mentions.front() != index) {
      if (n_.mentions[n_.entities[e].mentions.front()].all.begin > phrase.token || !phrase.owner_pronoun)
        return kNoEntity;
      continue;  // "her flatmate": she is named, the flatmate not
    }
    const bool described = f_.is(m->all.end, ",") || f_.is(m->all.end, "(");
    const bool near = apart <= (described ? kSoon : kVerySoon);
    const bool fits = !differ(phrase.noun.gender, n_.entities[e].gender);
    return near && fits && is_introduced_late(index) ? e : kNoEntity;
  }
  return kNoEntity;
}

// "A livid mum", "The founder of the app", "Her flatmate", in a story's first paragraphs; "the judge" is not brought in
// so.
std::uint32_t Resolver::named_later(const SourcePhrase& phrase, std::string_view word) const {
  if (phrase.noun.plural || phrase.owner != kNoEntity || !is_lead(phrase.token)) return kNoEntity;
  if (!phrase.definite) {
    const std::uint32_t e = roles_.introduced_later(word, phrase.token);
    if (e != kNoEntity) return e;
  }
  const bool told_apart = f_.is(phrase.core.end, "of") || f_.is(phrase.core.end, "who") ||
                          f_.is(phrase.core.end, "behind") || phrase.core.size() > 1 || phrase.owner_pronoun ||
                          is_epithet(word);
  if (stays_unnamed(word) && !(is_bare_epithet(word) && (told_apart || phrase.age))) return kNoEntity;
  return phrase.definite && !told_apart ? kNoEntity : named_soon(phrase);
}

// "said in his yard": the gender of whom the clause is about.
Gender Resolver::gender_behind(std::uint32_t token) const {
  for (std::uint32_t t = token + 1; t < token + kClause && f_.sentence(t) == f_.sentence(token); ++t) {
    if (f_.is(t, ",") || f_.is(t, "that") || f_.is(t, "who") || f_.is_mark(t)) break;
    const bool own = f_.is_lower(t + 1) && !f_.is(t + 1, "that");
    if (own && f_.is(t, "his")) return Gender::male;
    if (own && f_.is(t, "her")) return Gender::female;
  }
  return Gender::unknown;
}

// "The couple", "both": the last two people that were named; those of one family rather than others.
Who Resolver::of_two(const SourcePhrase& phrase) const {
  constexpr std::ptrdiff_t kReach = 16;
  std::vector<std::uint32_t> last;  // persons, the latest first
  auto m = std::ranges::partition_point(n_.mentions, [&](const Mention& x) { return x.all.begin < phrase.token; });
  for (std::ptrdiff_t n = 0; n < kReach && m != n_.mentions.begin(); ++n) {
    const auto index = static_cast<std::size_t>(--m - n_.mentions.begin());
    const std::uint32_t e = n_.entity_of[index];
    if (e == kNoEntity || n_.entities[e].kind != NameKind::person || f_.is_quoted(m->all.begin) ||
        is_byline(m->all.begin))
      continue;
    if (differ(phrase.noun.gender, n_.entities[e].gender)) continue;
    if (std::ranges::find(last, e) == last.end()) last.push_back(e);
  }
  if (last.size() < 2) return anonymous(true);
  std::size_t other = 1;
  for (std::size_t i = last.size(); i-- > 1;) {
    if (surname(n_.entities[last[i]].words) == surname(n_.entities[last[0]].words)) other = i;
  }
  std::uint32_t pair[] = {last[other], last[0]};
  if (n_.entities[pair[1]].mentions.front() < n_.entities[pair[0]].mentions.front()) std::swap(pair[0], pair[1]);
  Who who = because(Basis::description, named(pair[0]));
  return joined(std::move(who), std::span(pair).subspan(1));
}

// "the senator": whoever is said to be one. Many and indefinite ones are nobody in particular.
Who Resolver::of_person_noun(const SourcePhrase& phrase, const PhrasePlace& place) const {
  static const WordSet pairs("couple pair duo");
  const std::string_view word = singular(f_.folded(phrase.token));
  const std::string_view age = phrase.age ? f_.folded(*phrase.age) : std::string_view();
  const auto has_role = [&](std::uint32_t i) {
    return (roles_.has(word, i) || is_learned(word, i)) && ages_.may_be(i, age) &&
                   !differ(phrase.noun.gender, n_.entities[i].gender)
               ? 1.0f
               : 0.0f;
  };
  const auto with_role = [&] {
    return chosen(salience_.candidates({phrase.token, place.content, phrase.noun.gender}, has_role), Basis::role);
  };
  if (const std::uint32_t later = place.speaker == nullptr ? named_later(phrase, word) : kNoEntity; later != kNoEntity) {
    const bool known = phrase.definite && with_role().entity != kNoEntity;  // "the crane operator", of whom it was just said
    if (!known) return because(Basis::named_later, named(later));
  }
  const bool two =
      (pairs.contains(word) && !phrase.quantified) || (phrase.two && (phrase.definite || f_.is(phrase.token, "both")));
  if (two && (phrase.definite || phrase.core.empty()) && !phrase.owner_pronoun &&
      !roles_.is_brought_in(word, phrase.token))
    return of_two(phrase);
  if (phrase.noun.plural || phrase.quantified) return anonymous(phrase.noun.plural);
  if (const std::uint32_t e = ages_.who(age, phrase.token); phrase.age && e != kNoEntity)
    return because(Basis::description, named(e));
  for (std::uint32_t t = phrase.core.begin; t + 1 < phrase.core.end; ++t) {
    if (is_another(f_.folded(t))) return anonymous();
  }
  if (Who who = with_role(); who.entity != kNoEntity) return who;
  if (const std::uint32_t e = roles_.who(word, phrase.token); e != kNoEntity) return because(Basis::role, named(e));
  if (!stands_for_named(phrase, word)) return anonymous();
  const Gender gender = phrase.noun.gender != Gender::unknown ? phrase.noun.gender : gender_behind(phrase.token);
  return person_at(phrase.token, gender, place, Basis::description, age);
}

Who Resolver::body_at(std::uint32_t token, const SourcePhrase& phrase, const PhrasePlace& place) const {
  const std::string word(f_.folded(token));
  const std::vector<std::string> words = name_words(f_, phrase.core);
  const auto has_words = [&](const NamedEntity& it) {
    if (!is_body(it) && it.kind != NameKind::unknown) return false;
    return std::ranges::all_of(words,
                               [&](const std::string& w) { return std::ranges::find(it.words, w) != it.words.end(); });
  };
  const auto inside = [&](std::uint32_t e) {  // "the League One club" is not League One
    for (std::uint32_t t = phrase.core.begin; t < phrase.core.end; ++t) {
      if (n_.entity_at(t) == e) return true;
    }
    return false;
  };
  const bool any = phrase.definite && phrase.owner == kNoEntity && is_any_body(word) && !needs_evidence(word);
  return chosen(salience_.candidates(
                    {token, place.content},
                    [&](std::uint32_t e) {
                      const NamedEntity& it = n_.entities[e];
                      if (it.words.empty() || inside(e) || (place.speaker != nullptr && e == place.speaker->entity))
                        return 0.0f;
                      if (has_words(it)) return 4.0f;
                      if (roles_.has(word, e)) return 1.5f;
                      if (roles_.is_other_body(word, e)) return 0.0f;
                      const bool body = it.kind == NameKind::organization;
                      if (body && phrase.definite && phrase.core.size() == 1 && names_such(word, it.words)) return 1.5f;
                      const bool outlet = std::ranges::any_of(
                          it.words, [](const std::string& w) { return is_outlet_word(w) || is_known_outlet(w); });
                      if (!any || outlet != is_paper(word)) return 0.0f;
                      return body ? 1.0f : it.kind == NameKind::unknown && it.words.size() == 1 ? 0.5f : 0.0f;
                    }),
                Basis::body);
}

// "the authority": the body whose name has the word; "the company": the one on the reader's mind.
Who Resolver::of_body_noun(const SourcePhrase& phrase, const PhrasePlace& place) const {
  const bool listed =
      f_.is(phrase.token + 1, "such") || f_.is(phrase.token + 1, "like") || f_.is(phrase.token + 1, "including");
  if (phrase.noun.plural && !phrase.definite && phrase.owner == kNoEntity && !listed)
    return anonymous(true);  // "insurers say"
  if (phrase.noun.plural || phrase.quantified || phrase.owner_pronoun) return unnamed(phrase);
  Who who = body_at(phrase.token, phrase, place);
  if (who.entity == kNoEntity && is_lead(phrase.token)) who = body_named_later(phrase);
  return who.entity == kNoEntity ? unnamed(phrase) : who;
}

// "Climate panel finds …" before "the Merrin Climate Panel": the first body to come whose name has all the words.
Who Resolver::body_named_later(const SourcePhrase& phrase) const {
  const NameWords words = name_words(f_, phrase.core);
  if (words.size() < 2) return {};
  for (std::uint32_t e = 0; e < n_.entities.size(); ++e) {
    const NamedEntity& it = n_.entities[e];
    const auto has = [&](const std::string& word) { return std::ranges::find(it.words, word) != it.words.end(); };
    if (is_body(it) && it.words.size() > words.size() && std::ranges::all_of(words, has))
      return because(Basis::named_later, named(e));
  }
  return {};
}

// "A paper in the journal Bodies", and "the paper" after that: no newspaper.
bool Resolver::is_treatise(const SourcePhrase& phrase) const {
  if (phrase.quantified && !phrase.definite) return true;
  for (std::uint32_t t = phrase.core.begin; t + 1 < phrase.core.end; ++t) {
    if (f_.is_number(t) || f_.is(t, "research") || f_.is(t, "scientific") || f_.is(t, "white")) return true;
  }
  return treatise_ < phrase.token;
}

// "Cole's remarks", "her tweet": the owner's own words.
Who Resolver::of_owner(const SourcePhrase& phrase, const PhrasePlace& place) const {
  if (phrase.owner != kNoEntity) return because(Basis::owner, named(phrase.owner));
  const bool words = phrase.noun.kind == NounKind::expression || !f_.folded(phrase.token).ends_with('s');
  if (phrase.owner_pronoun && words) {
    SourcePhrase owner;
    owner.pronoun = pronoun(f_.folded(*phrase.owner_pronoun));
    owner.token = *phrase.owner_pronoun;
    return because(Basis::owner, of_pronoun(owner, place));
  }
  if (phrase.noun.kind == NounKind::expression) return unnamed(phrase);
  const bool native = phrase.definite && phrase.core.size() == 1 && f_.is_capital(phrase.token) &&
                      is_people_adjective(f_.folded(phrase.token));  // "the Austrian"
  return native ? because(Basis::description, of_single(phrase.token, Gender::unknown, place))
                : anonymous(f_.folded(phrase.token).ends_with('s'));
}

}  // namespace sayso
