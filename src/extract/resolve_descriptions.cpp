// The part of the Resolver that reads descriptions: "the senator", "the company", "her tweet".
#include <algorithm>

#include "extract/resolve.h"
#include "extract/source_type.h"
#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kLead = 3;          // paragraphs in which people are brought in without their names
constexpr std::uint32_t kSoon = 4;          // paragraphs after which they have them
constexpr std::ptrdiff_t kMaxSkipped = 64;  // names that are no persons in between

// Words for somebody by age, fate or fame, which stand for a name just given; "the janitor" and "the driver" do not.
bool is_epithet(std::string_view word) {
  static const WordSet set(
      "man woman boy girl person old teenager youngster teen child democrat republican billionaire hopeful nominee "
      "incumbent witness defendant accused suspect victim "
      "winner loser champion star superstar hunk beauty heartthrob legend icon diva starlet actor actress comedian "
      "comic singer rapper songwriter musician player "
      "striker winger forward midfielder defender goalkeeper quarterback streamer gamer influencer model presenter "
      "novelist poet politician lawmaker veteran native millionaire tycoon mogul entrepreneur businessman "
      "businesswoman pensioner retiree widow widower grandmother "
      "grandfather mother father octogenarian nonagenarian septuagenarian centenarian celebrity artist filmmaker "
      "magnate heir heiress royal "
      "challenger frontrunner front-runner favourite favorite underdog newcomer rookie prodigy medalist medallist "
      "athlete runner swimmer boxer wrestler golfer cyclist "
      "climber sailor physicist chemist biologist scientist mathematician historian philosopher economist keeper "
      "hermit adventurer explorer inventor whistleblower "
      "dissident activist campaigner fugitive hostage survivor newlywed bachelor wordsmith linchpin playmaker hitmaker "
      "frontman frontwoman");
  return set.contains(word);
}

bool speaks_for_others(std::string_view word) {
  static const WordSet set(
      "spokesman spokeswoman spokesperson official source lawyer attorney supporter adviser advisor representative");
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

Who Resolver::of_noun(const SourcePhrase& phrase, const PhrasePlace& place) const {
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
    if (n_.at(t) != nullptr || f_.is(t, "former") || f_.is(t, "old")) return true;
  }
  return false;
}

// "the teenager", "the former roofer": another word for somebody just named. Not so of who was brought in without a
// name ("a doctor … the doctor"), nor of somebody's own ("her lawyer") and those who speak for others.
bool Resolver::stands_for_named(const SourcePhrase& phrase, std::string_view word) const {
  if (!phrase.definite || phrase.owner != kNoEntity || phrase.owner_pronoun || speaks_for_others(word)) return false;
  if (last_spoken(phrase.token, [](const Who& w) { return w.type == SourceType::anonymous && !w.plural; }) != nullptr)
    return false;
  return is_epithet(word) || tells_apart(phrase);
}

// "A former engineer has told … Ian Rudge, 61, said": the first to be named after a lead without names, with an age or
// a description.
std::uint32_t Resolver::named_soon(std::uint32_t token) const {
  const auto later = std::ranges::partition_point(n_.mentions, [&](const Mention& m) { return m.all.begin <= token; });
  for (auto m = later;
       m != n_.mentions.end() && m - later < kMaxSkipped && f_.paragraph(m->all.begin) <= f_.paragraph(token) + kSoon;
       ++m) {
    const auto index = static_cast<std::uint32_t>(m - n_.mentions.begin());
    const std::uint32_t e = n_.entity_of[index];
    if (e == kNoEntity || n_.entities[e].kind != NameKind::person || m->possessive || f_.is_quoted(m->all.begin) ||
        is_byline(m->all.begin))
      continue;
    const std::uint32_t end = m->all.end;
    const bool introduced = f_.is(end, ",") && (f_.is_number(end + 1) || f_.is(end + 1, "a") || f_.is(end + 1, "an"));
    const bool new_here = n_.entities[e].mentions.front() == index;
    return introduced && new_here ? e : kNoEntity;
  }
  return kNoEntity;
}

// "the senator": whoever is said to be one. Many and indefinite ones are nobody in particular.
Who Resolver::of_person_noun(const SourcePhrase& phrase, const PhrasePlace& place) const {
  const std::string_view word = singular(f_.folded(phrase.token));
  if (!phrase.definite && !phrase.noun.plural && f_.paragraph(phrase.token) <= kLead && place.speaker == nullptr) {
    std::uint32_t later = roles_.introduced_later(word, phrase.token);
    if (later == kNoEntity && !stays_unnamed(word) && phrase.token < first_person_) later = named_soon(phrase.token);
    if (later != kNoEntity) return because(Basis::named_later, named(later));
  }
  if (phrase.noun.plural || phrase.quantified) return anonymous(phrase.noun.plural);
  const auto has_role = [&](std::uint32_t i) { return roles_.has(word, i) ? 1.0f : 0.0f; };
  Who who = chosen(salience_.candidates({phrase.token, place.content, phrase.noun.gender}, has_role), Basis::role);
  if (who.entity != kNoEntity) return who;
  if (const std::uint32_t e = roles_.who(word, phrase.token); e != kNoEntity) return because(Basis::role, named(e));
  if (stands_for_named(phrase, word)) return person_at(phrase.token, phrase.noun.gender, place, Basis::description);
  return anonymous();
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
  const bool any = phrase.definite && phrase.owner == kNoEntity && is_any_body(word);
  return chosen(salience_.candidates(
                    {token, place.content},
                    [&](std::uint32_t e) {
                      const NamedEntity& it = n_.entities[e];
                      if (it.words.empty() || inside(e) || (place.speaker != nullptr && e == place.speaker->entity))
                        return 0.0f;
                      if (has_words(it)) return 1.5f;
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
  if (phrase.noun.plural || phrase.quantified || phrase.owner_pronoun) return unnamed(phrase);
  Who who = body_at(phrase.token, phrase, place);
  return who.entity == kNoEntity ? unnamed(phrase) : who;
}

// "Cole's remarks", "her tweet": the owner's own words.
Who Resolver::of_owner(const SourcePhrase& phrase, const PhrasePlace& place) const {
  if (phrase.owner != kNoEntity) return because(Basis::owner, named(phrase.owner));
  if (phrase.owner_pronoun) {
    SourcePhrase owner;
    owner.pronoun = pronoun(f_.folded(*phrase.owner_pronoun));
    owner.token = *phrase.owner_pronoun;
    return because(Basis::owner, of_pronoun(owner, place));
  }
  if (phrase.noun.kind == NounKind::expression) return unnamed(phrase);
  const bool old = f_.is(phrase.token, "old") && phrase.definite;  // "the 51-year-old"
  const bool native = phrase.definite && phrase.core.size() == 1 && f_.is_capital(phrase.token) &&
                      is_people_adjective(f_.folded(phrase.token));  // "the Austrian"
  return old || native ? because(Basis::description, of_single(phrase.token, Gender::unknown, place))
                       : anonymous(f_.folded(phrase.token).ends_with('s'));
}

}  // namespace sayso
