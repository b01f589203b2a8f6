#include "extract/who.h"

#include <algorithm>

#include "extract/capitals.h"
#include "extract/cast.h"
#include "extract/circumstances.h"
#include "extract/enclosing.h"
#include "extract/entities.h"
#include "extract/entity_list.h"
#include "extract/genders.h"
#include "extract/mentions.h"
#include "extract/nicknames.h"
#include "extract/resolve.h"
#include "extract/sources.h"
#include "extract/stance.h"
#include "extract/statements.h"
#include "extract/talk.h"

namespace sayso {
namespace {

constexpr std::size_t kMostCandidates = 5;
constexpr float kLeastScore = 0.01f;

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
    for (Party* party : doubted_) {
      for (Candidate& c : party->candidates) c.entity = index[c.entity];
      std::erase_if(party->candidates, [](const Candidate& c) { return c.entity == kNoEntity; });
      for (Candidate& c : party->candidates) c.name = result_.entities[c.entity].name;
    }
    for (const auto& [party, ticket] : waiting_) {
      if (index[ticket] == kNoEntity) continue;
      if (!party->entity) party->entity = index[ticket];
      party->entities.push_back(index[ticket]);
    }
  }

 private:
  Passage passage(TokenRange range) const { return passage_of(analysis_, std::span(&range, 1)); }

  void found(Party& party, const FoundParty& from) {
    if (!from.range.empty()) party.passage = passage(from.range);  // else: by the way they talk
    describe(party, from.who);
  }

  void describe(Party& party, const Who& who) {
    party.type = who.type;
    if (!who.name.empty()) party.name = who.name;
    const std::uint32_t ticket = list_.refer(who);
    if (ticket != kNoEntity) waiting_.emplace_back(&party, ticket);
    party.basis = who.basis;
    for (const ScoredEntity& c : who.candidates) {
      if (party.candidates.size() == kMostCandidates || c.score < kLeastScore) break;
      party.candidates.push_back({c.entity, {}, c.score, evidence_of(c)});
    }
    if (!party.candidates.empty()) doubted_.push_back(&party);
    for (const std::uint32_t other : who.joint) waiting_.emplace_back(&party, other);
  }

  static std::vector<Evidence> evidence_of(const ScoredEntity& c) {
    std::vector<Evidence> out;
    for (std::size_t i = 0; i < kFeatures; ++i) {
      const auto feature = static_cast<Feature>(i);
      if (c.features[feature] != 0) out.push_back({name_of(feature), c.features[feature], weight_of(feature)});
    }
    return out;
  }

  const Analysis& analysis_;
  EntityList list_;
  Extraction& result_;
  std::vector<std::pair<Party*, std::uint32_t>> waiting_;  // the statements do not move meanwhile
  std::vector<Party*> doubted_;                            // those with candidates
};

}  // namespace

void resolve_sources(const Analysis& analysis, const WordForms& forms, const Document& document,
                     std::span<const Attribution> attributions, Extraction& result) {
  const Capitals capitals(forms);
  std::vector<Mention> mentions = find_mentions(forms, capitals, analysis.names);
  mark_speakers(forms, attributions, mentions);
  NameTable names = link_names(forms, std::move(mentions));
  learn_persons(forms, attributions, names);
  const Roles roles(forms, names);
  learn_genders(forms, names);
  Salience salience(forms, names);
  Resolver resolver(forms, names, roles, salience);
  const std::vector<std::int32_t> around = enclosing_statements(attributions);
  const Talk talk = find_talk(analysis);
  const Sources found = find_sources(analysis, talk, forms, names, resolver, document, attributions, around);
  const std::vector<Who>& who = found.who;
  const std::vector<Circumstances> circumstances =
      find_circumstances(talk, forms, names, resolver, document, attributions, who, found.hearer, around);

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
