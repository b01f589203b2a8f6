#include "extract/resolve.h"

#include <algorithm>

#include "extract/source_type.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kReachBack = 6;       // sources looked back for "they" and "it"
constexpr std::uint32_t kNearParagraphs = 3;  // and paragraphs
constexpr std::uint32_t kLeadParagraphs = 3;  // of the story: people are brought in there without their names
constexpr std::uint32_t kLongestLead = 2000;  // tokens
constexpr float kUncertain = 0.5f;            // what may be no person
constexpr float kOfSeveral = 0.7f;            // share of names of several people that are read rightly

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

namespace {

// The first paragraph of the story itself, behind headline, byline and date: it has some words and a full stop.
std::uint32_t first_paragraph(const WordForms& f) {
  constexpr std::uint32_t kWords = 10;
  std::uint32_t words = 0;
  bool stop = false;
  for (std::uint32_t t = 0; t < f.size(); ++t) {
    if (f.begins_paragraph(t)) words = 0, stop = false;
    words += f.is_word(t);
    stop |= f.is(t, ".") && f.is_lower(t - 1);
    if (stop && words >= kWords) return f.paragraph(t);
  }
  return 0;
}

// "a 2016 paper claiming", "a paper by two engineers", "in a paper in Nature".
bool is_about_a_treatise(const WordForms& f, std::uint32_t t) {
  static const WordSet before("research scientific working discussion conference academic a new");
  static const WordSet behind("published by in claiming describing titled co-authored coauthored on");
  if (!f.is(t, "paper") || t == 0) return false;
  return f.is_number(t - 1) || (before.contains(f.folded(t - 1)) && behind.contains(f.folded(t + 1)));
}

}  // namespace

Resolver::Resolver(const WordForms& forms, const NameTable& names, const Roles& roles, Salience& salience)
    : f_(forms), n_(names), roles_(roles), salience_(salience), ages_(forms, names) {
  std::uint32_t at = 0;
  const std::uint32_t lead = first_paragraph(f_) + kLeadParagraphs;
  while (lead_end_ < f_.size() && f_.paragraph(lead_end_) < lead && lead_end_ < kLongestLead) ++lead_end_;
  while (treatise_ == kNoEntity && at < f_.size()) {
    if (is_about_a_treatise(f_, at++)) treatise_ = at - 1;
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
    if (f_.is_quoted(read_)) continue;
    const bool subject = f_.is(read_, "he") || f_.is(read_, "she");
    if (!subject) {
      note_description(read_);
      continue;
    }
    const Gender gender = f_.is(read_, "he") ? Gender::male : Gender::female;
    if (is_unnamed_subject(gender, read_)) {
      subjects_.push_back({read_, gender});
      continue;
    }
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
Who Resolver::person_at(std::uint32_t token, Gender gender, const PhrasePlace& place, Basis basis,
                        std::string_view age) const {
  const std::uint32_t speaker = place.speaker != nullptr ? place.speaker->entity : kNoEntity;
  const std::uint32_t hearer = place.hearer != nullptr ? place.hearer->entity : kNoEntity;
  const bool quoted = f_.is_quoted(token);  // there the speaker is "I" and the hearer "you"
  const Spoken* last = last_spoken(token, [](const Who&) { return true; });
  const std::uint32_t asker = last != nullptr && !quoted && is_answer_to(*last, token) ? last->who.entity : kNoEntity;
  const auto fits = [&](std::uint32_t e) {
    if (e == asker) return 0.0f;
    const NamedEntity& it = n_.entities[e];
    if (it.kind != NameKind::person || differ(gender, it.gender) || (quoted && (e == speaker || e == hearer)) ||
        !ages_.may_be(e, age))
      return 0.0f;
    const bool official = !age.empty() && !n_.mentions[it.mentions.front()].title.empty();  // their ages are not told
    return official || (!it.certain && it.gender == Gender::unknown) ? kUncertain : 1.0f;
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
  const std::uint32_t from = place.content.empty() ? token : std::min(token, place.content.front().begin);
  if (goes_on_unnamed(token, who.entity) || (place.speaker == nullptr && is_unnamed_subject(gender, from))) {
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
      f_.paragraph(token) - f_.paragraph(last->token) > 1 || is_answer_to(*last, token))
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

}  // namespace sayso
