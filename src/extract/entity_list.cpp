#include "extract/entity_list.h"

#include <algorithm>
#include <numeric>

#include "extract/source_type.h"

namespace sayso {
namespace {

void add_alias(Entity& entity, std::set<std::string>& known, std::string alias) {
  if (alias.empty() || !known.insert(alias).second) return;
  entity.aliases.push_back(std::move(alias));
}

}  // namespace

EntityList::EntityList(const Analysis& analysis, const WordForms& forms, const NameTable& names)
    : analysis_(analysis),
      f_(forms),
      n_(names),
      pronouns_(names.entities.size()),
      referred_(names.entities.size(), false) {
  for (const NamedEntity& e : n_.entities) {
    if (e.kind == NameKind::person && !e.mentions.empty()) count(e);
  }
}

// Of how many persons each surname and first name is.
void EntityList::count(const NamedEntity& e) {
  ++bearers_[std::string(surname(e.words))];
  if (e.words.size() > 1 && e.words.front() != surname(e.words)) ++bearers_[e.words.front()];
}

Span EntityList::span(TokenRange range) const {
  return {analysis_.tokens[range.begin].begin, analysis_.tokens[range.end - 1].end};
}

std::uint32_t EntityList::refer(const Who& who) {
  for (const std::uint32_t other : who.joint) referred_[other] = true;
  if (who.entity != kNoEntity) {
    referred_[who.entity] = true;
    if (who.pronoun) pronouns_[who.entity].push_back(span(*who.pronoun));
    return who.entity;
  }
  if (who.name.empty() || who.type == SourceType::anonymous || who.type == SourceType::none) return kNoEntity;
  const auto [at, fresh] = by_name_.try_emplace({who.type, who.name}, static_cast<std::uint32_t>(unnamed_.size()));
  if (fresh) unnamed_.push_back({who.name, who.type, {}});
  if (!who.core.empty()) unnamed_[at->second].mentions.push_back(span(who.core));
  return static_cast<std::uint32_t>(n_.entities.size()) + at->second;
}

bool EntityList::is_listed(std::uint32_t entity) const {
  if (referred_[entity]) return true;
  const NameKind kind = n_.entities[entity].kind;
  if (f_.is(n_.entities[entity].name.begin, "@")) return false;
  return !n_.entities[entity].mentions.empty() && (kind == NameKind::person || kind == NameKind::organization ||
                                                   kind == NameKind::group || kind == NameKind::document);
}

Entity EntityList::named(std::uint32_t entity) const {
  const NamedEntity& from = n_.entities[entity];
  Entity out;
  out.name = name_text(f_, from.name, from.nickname);
  out.type = source_type(from);
  std::set<std::string> known{out.name};
  for (const std::uint32_t i : from.mentions) {
    const Mention& m = n_.mentions[i];
    const std::size_t wordings = known.size();
    out.mentions.push_back(span(m.all));
    if (!m.title.empty()) add_alias(out, known, name_text(f_, m.all));
    // "Mrs Cole" leaves "Cole" to nobody where another Cole is named.
    const bool shared =
        !m.title.empty() && m.words.size() == 1 && out.type == SourceType::person && !is_only_one(m.words.front());
    if (!shared) add_alias(out, known, name_text(f_, m.name));
    if (m.title.empty() && m.all != m.name) add_alias(out, known, name_text(f_, m.all));
    if (!m.nickname.empty()) add_alias(out, known, name_text(f_, m.nickname));
    merge(out, i, known.size() > wordings);
  }
  if (out.type == SourceType::person && from.words.size() > 1) {
    // The part of the full name that tells the person apart: the surname, or the given name among others of the
    // surname.
    const std::string_view last = surname(from.words);
    const std::string_view telling = is_only_one(last) ? last : std::string_view(from.words.front());
    if (is_only_one(telling)) add_alias(out, known, part_text(from, telling));
  }
  if (const auto found = nicknames_.find(entity); found != nicknames_.end()) {
    for (const TokenRange range : found->second) {
      out.mentions.push_back(span(range));
      add_alias(out, known, name_text(f_, range));
    }
  }
  out.mentions.insert(out.mentions.end(), pronouns_[entity].begin(), pronouns_[entity].end());
  return out;
}

// Others are numbers of the NameTable until the list is written.
void EntityList::merge(Entity& out, std::uint32_t mention, bool new_wording) const {
  const auto bearers = n_.bearers.find(mention);
  const bool shared = bearers != n_.bearers.end();
  if (n_.link_of[mention] == Link::first || (!new_wording && !shared)) return;
  Merge& merge = out.merges.emplace_back(Merge{span(n_.mentions[mention].all), n_.link_of[mention], {}});
  if (shared)
    std::ranges::copy_if(bearers->second, std::back_inserter(merge.others),
                         [&](std::uint32_t e) { return e != n_.entity_of[mention]; });
}

// A word of the full name as written there: "Tanaka-Boyle".
std::string EntityList::part_text(const NamedEntity& from, std::string_view part) const {
  for (std::uint32_t begin = from.name.end; begin-- > from.name.begin;) {
    if (!f_.is_spaced(begin) && begin > from.name.begin) continue;
    std::uint32_t end = begin + 1;
    while (end < from.name.end && !f_.is_spaced(end)) ++end;
    const std::vector<std::string> words = name_words(f_, {begin, end});
    if (words.size() == 1 && words.front() == part) return name_text(f_, {begin, end});
  }
  return {};
}

Entity EntityList::unnamed(const Unnamed& from) const {
  Entity out;
  out.name = from.name, out.type = from.type, out.mentions = from.mentions;
  return out;
}

std::vector<Entity> EntityList::write(std::vector<std::uint32_t>& index_of_ticket) const {
  const std::size_t named_count = n_.entities.size();
  std::vector<Entity> found;
  std::vector<std::uint32_t> tickets;
  for (std::uint32_t e = 0; e < named_count; ++e) {
    if (is_listed(e)) found.push_back(named(e)), tickets.push_back(e);
  }
  for (std::uint32_t u = 0; u < unnamed_.size(); ++u) {
    found.push_back(unnamed(unnamed_[u]));
    tickets.push_back(static_cast<std::uint32_t>(named_count) + u);
  }
  for (Entity& e : found) {
    std::ranges::sort(e.mentions);
    e.mentions.erase(std::unique(e.mentions.begin(), e.mentions.end()), e.mentions.end());
  }
  std::vector<std::uint32_t> order(found.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto first = [&](std::uint32_t i) { return found[i].mentions.empty() ? Span{} : found[i].mentions.front(); };
  std::ranges::sort(order,
                    [&](std::uint32_t a, std::uint32_t b) { return std::pair(first(a), a) < std::pair(first(b), b); });
  index_of_ticket.assign(named_count + unnamed_.size(), kNoEntity);
  std::vector<Entity> out;
  for (const std::uint32_t i : order) {
    index_of_ticket[tickets[i]] = static_cast<std::uint32_t>(out.size());
    out.push_back(std::move(found[i]));
  }
  for (Entity& e : out) {
    for (Merge& m : e.merges) {
      for (std::uint32_t& other : m.others) other = index_of_ticket[other];
      std::erase(m.others, kNoEntity);
    }
  }
  return out;
}

}  // namespace sayso
