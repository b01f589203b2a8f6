#include "extract/who.h"

#include <algorithm>
#include <numeric>

#include "extract/capitals.h"
#include "extract/circumstances.h"
#include "extract/enclosing.h"
#include "extract/entities.h"
#include "extract/entity_list.h"
#include "extract/genders.h"
#include "extract/mentions.h"
#include "extract/nicknames.h"
#include "extract/resolve.h"
#include "extract/stance.h"
#include "extract/statements.h"
#include "extract/unsourced.h"

namespace sayso {
namespace {

TokenRange extent(const Attribution& a) {
  TokenRange out{anchor(a), anchor(a) + 1};
  const auto widen = [&](TokenRange range) {
    if (range.empty()) return;
    out.begin = std::min(out.begin, range.begin);
    out.end = std::max(out.end, range.end);
  };
  widen(a.cue);
  for (const TokenRange range : a.source) widen(range);
  for (const TokenRange range : a.content) widen(range);
  return out;
}

// The sources of a document's attributions, one after another in reading order: who spoke before tells who "he" is.
class Sources {
 public:
  Sources(const WordForms& forms, const NameTable& names, Resolver& resolver, std::span<const Attribution> attributions,
          std::span<const std::int32_t> around)
      : f_(forms), n_(names), resolver_(resolver), attributions_(attributions), around_(around), who_(attributions.size()) {}

  std::vector<Who> resolve() {
    std::vector<std::uint32_t> order(attributions_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(anchor(attributions_[i]), i); });
    for (const std::uint32_t i : order) {
      if (!is_nested(i)) outer(i);
    }
    for (const std::uint32_t i : order) {
      if (is_nested(i)) nested(i);
    }
    return std::move(who_);
  }

 private:
  bool is_nested(std::uint32_t i) const { return around_[i] >= 0 && !attributions_[i].source.empty(); }

  void outer(std::uint32_t i) {
    resolver_.read_on(anchor(attributions_[i]));
    who_[i] = one(i, previous_);
    resolver_.spoke(anchor(attributions_[i]), who_[i]);
    previous_ = {who_[i], extent(attributions_[i]), true};
  }

  void nested(std::uint32_t i) {
    const bool sibling = last_nested_ != kNoEntity && around_[last_nested_] == around_[i];
    const PhrasePlace place{attributions_[i].content, &who_[static_cast<std::size_t>(around_[i])], sibling ? &who_[last_nested_] : nullptr};
    who_[i] = resolver_.resolve(attributions_[i].source, place);
    last_nested_ = i;
  }

  Who one(std::uint32_t i, const Previous& previous) const {
    const Attribution& a = attributions_[i];
    if (is_passive_address(f_, a.cue)) return {};
    if (!a.source.empty()) return resolver_.resolve(a.source, {a.content, nullptr, nullptr});
    if (!a.cue.empty()) return speaker_of_cue(f_, resolver_, n_, a.cue, previous);
    if (a.content.empty()) return {};
    return speaker_beside(f_, n_, resolver_, {a.content.front().begin, a.content.back().end}, previous);
  }

  const WordForms& f_;
  const NameTable& n_;
  Resolver& resolver_;
  std::span<const Attribution> attributions_;
  std::span<const std::int32_t> around_;
  std::vector<Who> who_;
  Previous previous_;
  std::uint32_t last_nested_ = kNoEntity;
};

// Writes what was found into the statements; parties wait for their entities' final numbers.
class Filler {
 public:
  Filler(const Analysis& analysis, const WordForms& forms, const NameTable& names, Extraction& result)
      : analysis_(analysis), list_(analysis, forms, names), result_(result) {}

  void source(Statement& s, const Who& who) {
    if (!who.known()) s.source.passage = {};
    describe(s.source, who);
  }

  void circumstances(Statement& s, const Circumstances& c) {
    s.via.resize(c.via.size());
    for (std::size_t i = 0; i < c.via.size(); ++i) found(s.via[i], c.via[i]);
    if (c.addressee) found(s.addressee.emplace(), *c.addressee);
    if (c.channel) s.channel = Channel{c.channel->type, passage(c.channel->range)};
    if (c.day) s.said_at = SaidAt{c.day->date, passage(c.day->range)};
  }

  void nicknames(const std::vector<Nickname>& found) {
    for (const Nickname& n : found) list_.nickname(n.entity, n.range);
  }

  void finish() {
    std::vector<std::uint32_t> index;
    result_.entities = list_.write(index);
    for (const auto& [party, ticket] : waiting_) {
      if (index[ticket] != kNoEntity) party->entity = index[ticket];
    }
  }

 private:
  Passage passage(TokenRange range) const { return passage_of(analysis_, std::span(&range, 1)); }

  void found(Party& party, const FoundParty& from) {
    party.passage = passage(from.range);
    describe(party, from.who);
  }

  void describe(Party& party, const Who& who) {
    party.type = who.type;
    if (!who.name.empty()) party.name = who.name;
    const std::uint32_t ticket = list_.refer(who);
    if (ticket != kNoEntity) waiting_.emplace_back(&party, ticket);
  }

  const Analysis& analysis_;
  EntityList list_;
  Extraction& result_;
  std::vector<std::pair<Party*, std::uint32_t>> waiting_;  // the statements do not move meanwhile
};

}  // namespace

void resolve_sources(const Analysis& analysis, const Document& document, std::span<const Attribution> attributions, Extraction& result) {
  const WordForms forms(analysis);
  const Capitals capitals(forms);
  NameTable names = link_names(forms, find_mentions(forms, capitals, analysis.names));
  const Roles roles(forms, names);
  learn_genders(forms, names);
  Salience salience(forms, names);
  Resolver resolver(forms, names, roles, salience);
  const std::vector<std::int32_t> around = enclosing_statements(attributions);
  const std::vector<Who> who = Sources(forms, names, resolver, attributions, around).resolve();
  const std::vector<Circumstances> circumstances = find_circumstances(forms, names, resolver, document, attributions, who, around);

  Filler filler(analysis, forms, names, result);
  for (std::size_t i = 0; i < who.size() && i < result.statements.size(); ++i) {
    Statement& s = result.statements[i];
    filler.source(s, who[i]);
    filler.circumstances(s, circumstances[i]);
    s.stance = find_stance(forms, attributions[i]);
  }
  filler.nicknames(find_nicknames(forms, names, salience));
  filler.finish();
}

}  // namespace sayso
