#include "extract/roles.h"

#include <algorithm>

#include "text/words/nouns.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kBefore = 9;   // tokens looked at before a name
constexpr std::uint32_t kBehind = 14;  // and behind it

bool links(std::string_view word) {
  static const WordSet set("of for at in from to with on by against");
  return set.contains(word);
}

bool is_stop(std::string_view word) {
  return word == "." || word == ";" || word == "?" || word == "!" || word == "\"" || word == "(" || word == ":";
}

}  // namespace

Roles::Roles(const WordForms& forms, NameTable& names) : f_(forms), n_(names) {
  for (std::uint32_t i = 0; i < n_.mentions.size(); ++i) {
    const std::uint32_t e = n_.entity_of[i];
    if (e == kNoEntity || n_.entities[e].kind != NameKind::person) continue;
    titles(n_.mentions[i], e);
    if (n_.mentions[i].possessive) continue;
    before(n_.mentions[i], e);
    behind(n_.mentions[i], e);
  }
}

void Roles::put(std::string_view noun, std::uint32_t token, std::uint32_t entity) {
  entries_[noun].push_back({token, entity});
  holders_[noun].insert(entity);
}

bool Roles::has(std::string_view noun, std::uint32_t entity) const {
  const auto found = holders_.find(noun);
  return found != holders_.end() && found->second.contains(entity);
}

void Roles::add(std::uint32_t token, std::uint32_t entity) {
  const Noun found = noun(f_.folded(token));
  if (found.kind != NounKind::person || found.plural) return;
  put(singular(f_.folded(token)), token, entity);
  Gender& gender = n_.entities[entity].gender;
  if (gender == Gender::unknown) gender = found.gender;
}

void Roles::titles(const Mention& m, std::uint32_t entity) {
  for (std::uint32_t t = m.title.begin; t < m.title.end; ++t) {
    if (is_title(f_.folded(t))) put(office_of(f_.folded(t)), t, entity);
  }
}

// "former manager Terrence Okoro"; "The council leader, Patrick Odell"; "Her counterpart in Col-de-Pierre, Luc Morand".
void Roles::before(const Mention& m, std::uint32_t entity) {
  const std::uint32_t begin = m.all.begin;
  if (begin == 0 || f_.begins_paragraph(begin)) return;
  const bool comma = f_.is(begin - 1, ",");
  if (f_.is(begin - 1, "is") || f_.is(begin - 1, "was")) return identified(begin, entity);
  if (!comma) {
    if (f_.is_lower(begin - 1)) add(begin - 1, entity);
    return;
  }
  if (!f_.is(m.all.end, ",") && !f_.is_lower(m.all.end) && !f_.is(m.all.end, ".")) return;
  std::uint32_t from = begin - 1;
  while (from > 0 && from + kBefore > begin && !f_.begins_sentence(from) && !is_stop(f_.folded(from - 1)) && !f_.is(from - 1, ",")) --from;
  for (std::uint32_t t = from; t + 1 < begin && !links(f_.folded(t)); ++t) {
    if (n_.at(t) == nullptr || f_.is_lower(t)) add(t, entity);
  }
}

// "The promoter she meant is Gil Brennan": the noun that opens the sentence.
void Roles::identified(std::uint32_t begin, std::uint32_t entity) {
  std::uint32_t first = begin;
  while (first > 0 && begin - first < kBefore && !f_.begins_sentence(first)) --first;
  if (!f_.is(first, "the")) return;
  for (std::uint32_t t = first + 1; t < first + 4 && t < begin; ++t) {
    if (noun(f_.folded(t)).kind == NounKind::person) return add(t, entity);
  }
}

// A description begins with an article, "then", "former" or the like, or is a noun for a person soon.
bool Roles::describes(std::uint32_t t) const {
  static const WordSet openers("a an the his her their its our my one then now once former formerly later who");
  if (openers.contains(f_.folded(t))) return true;
  for (std::uint32_t n = t; n < t + 3 && f_.is_lower(n) && !links(f_.folded(n)); ++n) {
    if (noun(f_.folded(n)).kind == NounKind::person && !noun(f_.folded(n)).plural) return true;
  }
  return false;
}

// "Ann Cole, 44, a former mayor of Carrow,"; "Colin Baxter is a nurse"; "Dame Ruth Sutter, then a police constable and later …".
void Roles::behind(const Mention& m, std::uint32_t entity) {
  std::uint32_t t = m.all.end;
  if (f_.is(t, ",")) {
    ++t;
    if (f_.is_number(t) && f_.is(t + 1, ",")) t += 2;
  } else if (f_.is(t, "is") || f_.is(t, "was")) {
    ++t;
    if (!f_.is(t, "a") && !f_.is(t, "an") && !f_.is(t, "the")) return;
  } else {
    return;
  }
  if (!describes(t)) return;
  bool skipping = false;  // inside "of …": the nouns there are not hers
  for (const std::uint32_t end = t + kBehind; t < end; ++t) {
    const std::string_view word = f_.folded(t);
    if (is_stop(word) || word == "," || word == "that" || f_.begins_paragraph(t)) return;
    if (links(word) || word == "who" || word == "whose" || word == "which") skipping = true;
    if (word == "and") skipping = false;
    if (f_.is(t + 1, "'")) continue;  // "the company's"
    if (!skipping && (f_.is_lower(t) || n_.at(t) == nullptr)) add(t, entity);
  }
}

std::uint32_t Roles::introduced_later(std::string_view noun, std::uint32_t token) const {
  const auto found = entries_.find(noun);
  if (found == entries_.end()) return kNoEntity;
  const Entry& first = found->second.front();
  return first.token > token && f_.is(first.token - 1, "the") ? first.entity : kNoEntity;
}

std::uint32_t Roles::who(std::string_view noun, std::uint32_t token) const {
  const auto found = entries_.find(noun);
  if (found == entries_.end()) return kNoEntity;
  const std::vector<Entry>& list = found->second;
  const auto later = std::ranges::partition_point(list, [&](const Entry& e) { return e.token < token; });
  return later == list.begin() ? list.front().entity : (later - 1)->entity;
}

}  // namespace sayso
