#include "extract/short_names.h"

#include <algorithm>

#include "text/words/given_names.h"
#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// First words of many names: no short form of any of them.
bool is_generic(std::string_view word) {
  static const WordSet set(
      "national american british federal first united general new north south east west northern southern eastern "
      "western royal "
      "international world global central city county public free great us european house senate state high supreme "
      "saint san los las st black white red blue green old big two three");
  return set.contains(word) || is_people_adjective(word);
}

bool may_be(NameKind mention, NameKind entity) {
  return mention == NameKind::unknown || entity == NameKind::unknown || mention == entity;
}

// Bodies that are called by one word: "Congress" is no short form of the African National Congress.
bool stands_alone(std::string_view word) {
  static const WordSet set("congress senate parliament house council cabinet treasury commons police army navy");
  return set.contains(word);
}

bool is_direction(std::string_view word) {
  return word == "north" || word == "south" || word == "east" || word == "west";
}

bool ends_as_body(const NamedEntity& e) {
  return std::any_of(e.words.begin() + 1, e.words.end(),
                     [](const std::string& w) { return is_organization_word(w) || w == "of" || w == "&"; });
}

// Dame Ruth, Pope Francis, Queen Anne: titles that go with a given name.
bool is_familiar(std::string_view title) {
  static const WordSet set("dame sir queen king prince princess pope lady lord saint sister brother");
  return set.contains(title);
}

Gender gender_of(const NamedEntity& e) {
  return e.kind == NameKind::person && e.words.size() > 1 ? given_name_gender(e.words.front()) : Gender::unknown;
}

}  // namespace

ShortNames::ShortNames(const WordForms& forms, const NameTable& table, const NameIndex& index)
    : f_(forms),
      table_(table),
      index_(index),
      last_full_(table.entities.size(), kNoEntity),
      last_any_(table.entities.size(), 0) {}

void ShortNames::passed(std::uint32_t mention, bool in_full) {
  const Mention& m = table_.mentions[mention];
  const std::uint32_t e = table_.entity_of[mention];
  last_any_[e] = m.all.begin;
  if (!in_full) return;
  if (!is_relative_of_another(m))
    last_full_[e] = m.all.begin;
  else if (last_full_[e] == kNoEntity)
    last_full_[e] = 0;
}

void ShortNames::created(std::uint32_t token) {
  last_full_.push_back(token);
  last_any_.push_back(token);
}

// "his father, Ron Cole": named beside somebody of the same name, who stays the one that "Cole" means.
bool ShortNames::is_relative_of_another(const Mention& m) const {
  static const WordSet kin(
      "father mother wife husband son daughter brother sister uncle aunt nephew niece cousin grandfather grandmother "
      "grandson granddaughter widow widower dad mum mom");
  const std::uint32_t b = m.all.begin;
  return (b > 0 && kin.contains(f_.folded(b - 1))) || (b > 1 && f_.is(b - 1, ",") && kin.contains(f_.folded(b - 2)));
}

std::uint32_t ShortNames::who(const Mention& m) {
  const std::string& word = m.words.front();
  bearers_.clear();
  if (const auto found = defined_.find(word); found != defined_.end()) return found->second;
  if (!m.title.empty()) {
    // "Duchess Riot" is no duchess: a stage name.
    if (const std::uint32_t e = index_.exact(name_words(f_, m.all)); e != kNoEntity) return e;
  }
  std::vector<std::uint32_t> fit;
  int best = 0;
  for (const std::uint32_t e : index_.candidates(word)) {
    const int rank = fits(m, table_.entities[e], e);
    if (rank > best) best = rank, fit.clear();
    if (rank == best && rank > 0) fit.push_back(e);
  }
  if (m.acronym && best < 3) {
    if (const std::uint32_t e = index_.abbreviated(word); e != kNoEntity) return e;
  }
  if (best == 1 && fit.size() > 1) return kNoEntity;  // a short form of two names says nothing
  if (fit.size() > 1) bearers_ = fit;
  return fit.empty() ? kNoEntity : choose(m, fit);
}

Link ShortNames::link(const Mention& m, std::uint32_t entity) const {
  const NamedEntity& e = table_.entities[entity];
  const std::string& word = m.words.front();
  if (e.words.empty()) return Link::other_name;
  if (e.words.size() < 2) return e.words.front() == word ? Link::first : Link::nickname;
  if (e.kind == NameKind::person && (surname(e.words) == word || index_.is_other_surname(word, entity)))
    return Link::surname;
  if (index_.is_nickname(word, entity)) return Link::nickname;
  if (e.kind == NameKind::person && (e.words.front() == word || e.words.back() == word)) return Link::given_name;
  return m.acronym ? Link::acronym : Link::short_form;
}

// How well a word names an entity: 4 its whole name, 3 its surname, 2 a given name or nickname or a body's short form,
// 1 a short form of the given name; 0 not.
int ShortNames::fits(const Mention& m, const NamedEntity& e, std::uint32_t index) const {
  const std::string& word = m.words.front();
  if (e.words.empty()) return 0;
  if (differ(m.gender, e.gender) || differ(m.gender, gender_of(e))) return 0;
  if (e.words.size() == 1)
    return may_be(m.kind, e.kind) || !m.certain ? (e.words.front() == word           ? 4
                                                   : index_.is_nickname(word, index) ? 2
                                                                                     : 0)
                                                : 0;
  if (e.kind == NameKind::person) return fits_person(m, e, index);
  if (e.kind == NameKind::place)
    return e.words.front() == word && (is_direction(word) ? m.article : is_body_of_place(m)) ? 2 : 0;  // "the North"
  const bool person = m.kind == NameKind::person && m.certain && !m.tagged;
  if (m.kind == NameKind::place || person || m.kind == NameKind::group || e.kind == NameKind::group || is_generic(word))
    return 0;
  if (e.words.front() == word && !is_organization_word(word)) {
    const bool body = ends_as_body(e) || e.kind == NameKind::organization;
    return is_given_name(word) || is_place(word) || !body ? 0 : 2;
  }
  return e.words.back() == word && (m.article || !stands_alone(word)) ? 2 : 0;
}

// "Brightwell" for "Brightwell Home", which may be a home or a maker of fridges.
bool ShortNames::is_body_of_place(const Mention& m) const {
  const std::string& word = m.words.front();
  return (m.kind == NameKind::organization || m.kind == NameKind::unknown) && !m.article && !is_generic(word) && !is_given_name(word) && !is_place(word);
}

int ShortNames::fits_person(const Mention& m, const NamedEntity& e, std::uint32_t index) const {
  const std::string& word = m.words.front();
  if (m.kind == NameKind::organization && (is_organization_word(word) || is_known_outlet(word))) return 0;
  if (m.kind == NameKind::place && is_local(m)) return 0;
  if (surname(e.words) == word || index_.is_other_surname(word, index)) return 3;
  if (!m.title.empty() && !is_familiar(f_.folded(m.title.begin))) {
    return e.words.size() > 2 && !is_given_name(word) && e.words.front() != word ? 2 : 0;
  }
  if (e.words.front() == word || e.words.back() == word || index_.is_nickname(word, index)) return 2;
  return is_short_form(word, e.words.front()) && !is_relative_of_another(m) ? 1 : 0;
}

// "in Jordan", "from Washington".
bool ShortNames::is_local(const Mention& m) const {
  static const WordSet set("in at from near to across outside of");
  return m.all.begin > 0 && set.contains(f_.folded(m.all.begin - 1));
}

bool ShortNames::is_family(const Mention& m) const {
  const std::string& word = m.words.front();
  if (!m.article || !word.ends_with('s') || word.size() < 4 || index_.knows(word)) return false;
  const std::string stem = word.substr(0, word.size() - 1);
  return std::ranges::any_of(index_.candidates(stem), [&](std::uint32_t e) {
    return table_.entities[e].kind == NameKind::person && surname(table_.entities[e].words) == stem;
  });
}

// Several bear the name: the elder and the younger; whoever was named in full in this paragraph, where nobody else of
// the name was; the one that the bare name meant first; else the first to come.
std::uint32_t ShortNames::choose(const Mention& m, std::span<const std::uint32_t> fit) {
  if (fit.size() == 1) return fit.front();
  const std::uint32_t at = m.name.begin;
  std::vector<std::uint32_t> before;
  for (const std::uint32_t e : fit) {
    if (last_full_[e] != kNoEntity) before.push_back(e);
  }
  if (before.empty()) return fit.front();
  if (at > 0 && f_.is(at - 1, "elder")) return before.front();
  if (at > 0 && f_.is(at - 1, "younger")) return before.back();
  const auto latest = *std::ranges::max_element(before, {}, [&](std::uint32_t e) { return last_full_[e]; });
  const auto here = [&](std::uint32_t e) { return f_.paragraph(last_full_[e]) == f_.paragraph(at); };
  const auto bound = sticky_.try_emplace(m.words.front(), before.front()).first->second;
  const bool bound_fits = std::ranges::find(before, bound) != before.end();
  if (!bound_fits || (here(latest) && !here(bound))) return latest;
  // Out of the story for long, while another came in just before.
  const bool faded =
      f_.paragraph(last_any_[bound]) + 4 < f_.paragraph(at) && f_.paragraph(last_full_[latest]) + 2 >= f_.paragraph(at);
  return faded ? latest : bound;
}

}  // namespace sayso
