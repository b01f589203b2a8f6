#include "extract/source_phrase.h"

#include "extract/ages.h"
#include "extract/name_kind.h"
#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool is_definite(std::string_view word) {
  static const WordSet set("the this that these those same");
  return set.contains(word);
}

bool is_owner(std::string_view word) {
  static const WordSet set("his her its their my our your whose");
  return set.contains(word);
}

bool is_quantity(std::string_view word) {
  static const WordSet set("a an one two three four five six seven eight nine ten eleven twelve some many several few both all most other "
                           "others another no any each every more half dozens hundreds thousands numerous countless various certain "
                           "multiple none neither either everyone everybody someone somebody anyone nobody dozen");
  return set.contains(word);
}

// What ends the core of a noun phrase: prepositions, relatives, verbs, adjectives behind their noun.
bool ends_core(std::string_view word) {
  static const WordSet set(
      "of for at in from with to on by about near under over against among inside outside across behind around through during since "
      "before after including like as than within without between who which whom that is are was were has have had will would can could "
      "said says today yesterday tomorrow tonight himself herself itself themselves later earlier further still already instead meanwhile never always recently also such familiar close aware able present available privy alike here there also now then when where because but while until");
  return set.contains(word);
}

class PhraseReader {
 public:
  PhraseReader(const WordForms& forms, const NameTable& names, std::span<const TokenRange> ranges) : f_(forms), n_(names) {
    for (const TokenRange range : ranges) {
      for (std::uint32_t t = range.begin; t < range.end; ++t) tokens_.push_back(t);
    }
  }

  SourcePhrase read() {
    skip_marks();
    if (at_ >= tokens_.size()) return out_;
    if (read_pronoun()) {
      with_pronoun();
      return out_;
    }
    determiners();
    while (at_ < tokens_.size() && step()) {
    }
    if (out_.head == HeadKind::names) joint();
    else apposition();
    if (out_.head == HeadKind::noun) with_names();
    return out_;
  }

 private:
  std::uint32_t token() const { return tokens_[at_]; }
  std::string_view word() const { return at_ < tokens_.size() ? f_.folded(token()) : std::string_view(); }
  bool more() const { return at_ < tokens_.size(); }

  void skip_marks() {
    skip_marked_name();
    while (more() && !f_.is_word(token()) && word() != "@") ++at_;
    while (more() && (word() == "and" || word() == "but" || word() == "even" || word() == "only")) ++at_;
  }

  // “Big Len” | Hoskins.
  void skip_marked_name() {
    if (!more() || !f_.is_mark(token())) return;
    for (std::size_t i = at_ + 1; i + 1 < tokens_.size() && i < at_ + 6; ++i) {
      if (!f_.is_mark(tokens_[i])) continue;
      if (n_.at(tokens_[i + 1]) != nullptr && f_.is_capital(tokens_[i - 1])) at_ = i + 1;
      return;
    }
  }

  bool read_pronoun() {
    const std::optional<Pronoun> found = pronoun(word());
    if (!found || n_.at(token()) != nullptr) return false;
    const bool alone = at_ + 1 == tokens_.size();
    if (!alone && (is_owner(word()) || is_definite(word()))) return false;
    out_.head = HeadKind::pronoun;
    out_.pronoun = found;
    out_.token = token();
    return true;
  }

  void determiners() {
    for (; more() && n_.at(token()) == nullptr; ++at_) {
      if (is_definite(word())) {
        out_.definite = true;
      } else if (is_owner(word())) {
        out_.definite = true;
        out_.owner_pronoun = token();
      } else if (age_end(f_, token()) != token()) {
        aged();
      } else if (f_.is_number(token()) && f_.is(token() + 1, "-")) {  // "212-page"
        break;
      } else if (is_quantity(word()) || f_.is_number(token())) {
        out_.quantified = true;
        out_.head = HeadKind::noun;
        const bool one = word() == "a" || word() == "an" || word() == "one" || word() == "another" || (word() == "other" && out_.definite);
        out_.noun = {NounKind::person, !one, Gender::unknown};
        out_.token = token();
        out_.two |= word() == "two" || word() == "both";
      } else {
        break;
      }
    }
    if (more()) out_.core = {token(), token()};
  }

  // "the 34-year-old" is a person where no noun follows.
  void aged() {
    out_.age = token();
    const std::uint32_t end = age_end(f_, token());
    while (at_ + 1 < tokens_.size() && tokens_[at_ + 1] < end) ++at_;
    out_.head = HeadKind::noun;
    out_.noun = {NounKind::person, false, Gender::unknown};
    out_.token = token();
  }

  bool step() {
    if (n_.at(token()) != nullptr) return name();
    const std::string_view w = word();
    if (out_.head == HeadKind::noun && !out_.core.empty() && token() != tokens_[at_ - 1] + 1) return false;
    if (w == "'") return owned();
    if (w == "own" && out_.core.size() <= 1) {  // "the council's own register"
      ++at_;
      if (more()) out_.core.begin = token();
      return more();
    }
    if (w == "-" || w == "." || w == "/") return ++at_, true;
    if (!f_.is_word(token()) || ends_core(w)) return false;
    if (w == "and" || w == "or") return coordination();
    if (is_participle(w)) return false;
    noun_word();
    return true;
  }

  bool is_participle(std::string_view w) const {
    static const WordSet irregular("taken written given seen known sent held made led run born built brought bought caught found kept left lost met paid read sold "
                                   "told won shown drawn thrown grown sworn torn worn done begun chosen driven broken spoken stolen hidden bound hurt hit set cut put");
    if (out_.core.empty() || f_.is(token() - 1, "-")) return false;  // "state-run media"
    const bool form = (w.size() > 4 && (w.ends_with("ed") || w.ends_with("ing"))) || irregular.contains(w);
    return form && out_.head == HeadKind::noun && out_.noun.kind != NounKind::other && noun(w).kind == NounKind::other;
  }

  void noun_word() {
    out_.head = HeadKind::noun;
    out_.noun = noun(word());
    out_.token = token();
    out_.core.end = token() + 1;
    out_.names.clear();
    ++at_;
  }

  // A name: the head so far; what follows may still make it a modifier ("Trump aides").
  bool name() {
    const Mention& m = *n_.at(token());
    out_.head = HeadKind::names;
    out_.names = {n_.entity_at(token())};
    out_.token = m.all.end - 1;
    out_.core.end = m.all.end;
    last_name_ = &m;
    while (more() && token() < m.all.end) ++at_;
    if (!more() || f_.is(token(), "'")) return true;
    if (token() != tokens_[at_ - 1] + 1) return false;  // the next piece
    const bool determined = is_definite(word()) || is_owner(word()) || is_quantity(word()) || word().ends_with("ly");
    const bool noun_follows = f_.is_lower(token()) && !determined && !ends_core(word()) && word() != "and" && word() != "or" && !word().ends_with("ing");
    return noun_follows || n_.at(token()) != nullptr;
  }

  // "Cole's lawyer", "the company's chief executive"; "Cole's" alone is Cole.
  bool owned() {
    const bool s = at_ + 1 < tokens_.size() && f_.is(tokens_[at_ + 1], "s");
    std::size_t next = at_ + (s ? 2 : 1);
    if (next >= tokens_.size() || !(f_.is_word(tokens_[next]))) return false;
    if (out_.head == HeadKind::names) out_.owner = out_.names.front();
    out_.definite = true;
    out_.head = HeadKind::nothing;
    out_.names.clear();
    at_ = next;
    const bool members = !s && out_.owner == kNoEntity && !out_.core.empty();  // "the dockers' federation"
    out_.core.begin = out_.owner == kNoEntity && !members ? token() : out_.core.begin;
    return true;
  }

  // "journalist and author Hiro Berg", "leaders and officials".
  bool coordination() {
    if (out_.head == HeadKind::names || at_ + 1 >= tokens_.size()) return false;
    const std::uint32_t next = tokens_[at_ + 1];
    if (is_definite(f_.folded(next)) || is_quantity(f_.folded(next)) || is_owner(f_.folded(next))) return false;
    ++at_;
    return true;
  }

  bool is_speaker(const Mention& m, std::uint32_t entity) const {
    return !m.possessive && (n_.entities[entity].kind == NameKind::person || (m.kind == NameKind::person && m.certain));
  }

  // "the dockers' federation | and the Chamber of Owners".
  void with_names() {
    if (out_.noun.kind != NounKind::organization || !f_.is(out_.token + 1, "and")) return;
    const std::uint32_t next = f_.is(out_.token + 2, "the") ? out_.token + 3 : out_.token + 2;
    const Mention* m = n_.at(next);
    if (m == nullptr || m->all.begin != next || m->all.end > tokens_.back() + 1) return;
    if (may_join(*m, n_.entity_at(next), false)) out_.names = {n_.entity_at(next)};
  }

  // "he and Carla Minetti".
  void with_pronoun() {
    if (at_ + 2 >= tokens_.size() || !f_.is(tokens_[at_ + 1], "and")) return;
    const Mention* m = n_.at(tokens_[at_ + 2]);
    if (m != nullptr && m->all.begin == tokens_[at_ + 2] && is_speaker(*m, n_.entity_at(tokens_[at_ + 2]))) out_.names = {n_.entity_at(tokens_[at_ + 2])};
  }

  // Bodies and groups speak jointly too, with their like.
  bool may_join(const Mention& m, std::uint32_t entity, bool people) const {
    if (people) return is_speaker(m, entity);
    const NameKind kind = n_.entities[entity].kind;
    return !m.possessive && (kind == NameKind::organization || kind == NameKind::group || kind == NameKind::unknown);
  }

  // "Jo Starks and Alan Pruett"; "A, B and C"; "the Bean Union and the Growers' Board".
  void joint() {
    if (last_name_ == nullptr) return;
    const bool people = is_speaker(*last_name_, out_.names.back());
    while (more() && may_join(*last_name_, out_.names.back(), people)) {
      std::size_t next = at_;
      bool and_ = false;
      for (; next < tokens_.size() && (f_.is(tokens_[next], ",") || f_.is(tokens_[next], "and")); ++next) and_ |= f_.is(tokens_[next], "and");
      if (next == at_) return;
      if (next < tokens_.size() && and_ && f_.is(tokens_[next], "the")) ++next;
      if (!is_name_at(next, people)) next = behind_clause(people);
      if (next >= tokens_.size() || (!people && !and_)) return;  // "Reuters, the agency"
      const Mention& m = *n_.at(tokens_[next]);
      out_.names.push_back(n_.entity_at(tokens_[next]));
      last_name_ = &m;
      at_ = next;
      while (more() && token() < m.all.end) ++at_;
    }
  }

  bool is_name_at(std::size_t at, bool people) const {
    if (at >= tokens_.size()) return false;
    const Mention* m = n_.at(tokens_[at]);
    return m != nullptr && m->all.begin == tokens_[at] && may_join(*m, n_.entity_at(tokens_[at]), people);
  }

  // "Ann Cole, who leads the council, | and Jo Reyes": the name behind the clause.
  std::size_t behind_clause(bool people) const {
    for (std::size_t i = at_; people && i + 2 < tokens_.size(); ++i) {
      if (f_.is(tokens_[i], ",") && f_.is(tokens_[i + 1], "and") && is_name_at(i + 2, people)) return i + 2;
    }
    return tokens_.size();
  }

  // A description with the name behind a comma, here or right after: "The council leader, Patrick Odell", "His label, Ninth Floor",
  // "The makers, Harbourlight", "The authors, Jo Starks and Alan Pruett"; or behind "called": "a teacher called Una Platt".
  void apposition() {
    if (out_.head != HeadKind::noun || out_.noun.kind == NounKind::document || out_.noun.kind == NounKind::expression) return;
    for (std::size_t i = at_; i + 1 < tokens_.size(); ++i) {
      const bool opens = f_.is(tokens_[i], ",") || f_.is(tokens_[i], "—") || f_.is(tokens_[i], ":") || is_naming(tokens_[i]);
      if (opens && take_named(tokens_[i + 1])) return;
    }
    const std::uint32_t end = tokens_.back() + 1;
    if (out_.definite && f_.is(end, ",") && !f_.is_mark(end + 1) && take_named(end + 1)) return;
    const std::uint32_t begin = tokens_.front();
    if (begin > 1 && f_.is(begin - 1, ",") && !f_.begins_sentence(begin)) take_named_before(begin - 2);
  }

  bool is_naming(std::uint32_t t) const { return (f_.is(t, "by") && f_.is(t - 1, "goes")) || f_.is(t, "called") || f_.is(t, "named") || f_.is(t, "dubbed") || f_.is(t, "nicknamed"); }

  bool take_named(std::uint32_t t) {
    if (f_.is(t, "the")) ++t;
    if (f_.is(t, "late") || f_.is(t, "former")) ++t;
    t = behind_description(t);
    const Mention* m = n_.at(t);
    if (m == nullptr || m->all.begin != t) return false;
    const std::uint32_t e = n_.entity_at(t);
    if (out_.noun.plural) return take_all(*m, t);
    if (!fits_noun(*m, e)) return false;
    take(*m, e);
    return true;
  }

  // "Their daughter, the | composer Ann Cole": where the name begins.
  std::uint32_t behind_description(std::uint32_t t) const {
    std::uint32_t end = t;
    while (end < t + 4 && f_.is_lower(end) && n_.at(end) == nullptr && !ends_core(f_.folded(end))) ++end;
    const Noun last = noun(f_.folded(end - 1));
    return end > t && last.kind == NounKind::person && !last.plural && n_.at(end) != nullptr ? end : t;
  }

  // People's nouns go with people ("maker" and "rival" with bodies too), bodies' nouns with bodies.
  bool fits_noun(const Mention& m, std::uint32_t e) const {
    if (m.possessive) return false;
    const NameKind kind = n_.entities[e].kind;
    const bool body = kind == NameKind::organization || kind == NameKind::unknown;
    if (out_.noun.kind == NounKind::other) return body || kind == NameKind::person || kind == NameKind::group;  // "The yard, Corrie & Lamont"
    if (out_.noun.kind == NounKind::organization) return body;
    return is_speaker(m, e) || (body && is_person_or_body(singular(f_.folded(out_.token))));
  }

  // "The authors, Jo Starks and Alan Pruett" speak jointly; "The makers, Harbourlight" are one body; "two users, Ann Cole among them" nobody.
  bool take_all(const Mention& first, std::uint32_t t) {
    if (!is_speaker(first, n_.entity_at(t))) {
      const bool body = n_.entities[n_.entity_at(t)].kind == NameKind::organization && out_.definite && !out_.quantified && !first.possessive;
      if (body) take(first, n_.entity_at(t));
      return body;
    }
    const std::uint32_t next = first.all.end;
    const bool joined = f_.is(next, "and") || (f_.is(next, ",") && n_.at(next + 1) != nullptr);
    if (!joined || n_.at(next + 1) == nullptr || !(out_.definite || out_.two)) return false;
    take(first, n_.entity_at(t));
    last_name_ = &first;
    for (at_ = 0; at_ < tokens_.size() && tokens_[at_] < next; ++at_) {
    }
    joint();
    return true;
  }

  // "Jo Starks, | a clerk,": the model took the description alone.
  void take_named_before(std::uint32_t t) {
    const Mention* m = n_.at(t);
    if (m == nullptr || m->all.end != t + 1 || out_.noun.plural || out_.owner != kNoEntity || f_.sentence(t) != f_.sentence(out_.token)) return;
    if (fits_noun(*m, n_.entity_at(t)) && f_.begins_sentence(m->all.begin)) take(*m, n_.entity_at(t));
  }

  void take(const Mention& m, std::uint32_t e) {
    out_.head = HeadKind::names;
    out_.names = {e};
    out_.token = m.all.end - 1;
  }

  const WordForms& f_;
  const NameTable& n_;
  std::vector<std::uint32_t> tokens_;
  std::size_t at_ = 0;
  const Mention* last_name_ = nullptr;
  SourcePhrase out_;
};

}  // namespace

SourcePhrase read_phrase(const WordForms& forms, const NameTable& names, std::span<const TokenRange> ranges) {
  return PhraseReader(forms, names, ranges).read();
}

}  // namespace sayso
