#include "extract/who.h"

#include <algorithm>
#include <numeric>

#include "extract/capitals.h"
#include "extract/enclosing.h"
#include "extract/entities.h"
#include "extract/entity_list.h"
#include "extract/genders.h"
#include "extract/mentions.h"
#include "extract/resolve.h"
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
  Sources(const WordForms& forms, const NameTable& names, Resolver& resolver, std::span<const Attribution> attributions)
      : f_(forms), n_(names), resolver_(resolver), attributions_(attributions), around_(enclosing_statements(attributions)),
        who_(attributions.size()) {}

  std::vector<Who> resolve() {
    std::vector<std::uint32_t> order(attributions_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(anchor(attributions_[i]), i); });
    for (const std::uint32_t i : order) {
      if (!is_nested(i)) outer(i);
    }
    for (const std::uint32_t i : order) {
      if (is_nested(i)) who_[i] = one(i, {}, &who_[static_cast<std::size_t>(around_[i])]);
    }
    return std::move(who_);
  }

 private:
  bool is_nested(std::uint32_t i) const { return around_[i] >= 0 && !attributions_[i].source.empty(); }

  void outer(std::uint32_t i) {
    resolver_.read_on(anchor(attributions_[i]));
    who_[i] = one(i, previous_, nullptr);
    resolver_.spoke(anchor(attributions_[i]), who_[i]);
    previous_ = {who_[i], extent(attributions_[i]), true};
  }

  Who one(std::uint32_t i, const Previous& previous, const Who* speaker) const {
    const Attribution& a = attributions_[i];
    if (!a.source.empty()) return resolver_.resolve(a.source, {a.content, speaker});
    if (!a.cue.empty()) return speaker_of_cue(f_, resolver_, n_, a.cue, previous);
    if (a.content.empty()) return {};
    return speaker_beside(f_, n_, resolver_, {a.content.front().begin, a.content.back().end}, previous);
  }

  const WordForms& f_;
  const NameTable& n_;
  Resolver& resolver_;
  std::span<const Attribution> attributions_;
  std::vector<std::int32_t> around_;
  std::vector<Who> who_;
  Previous previous_;
};

void fill(Party& party, const Who& who, std::uint32_t ticket, const std::vector<std::uint32_t>& index) {
  party.type = who.type;
  if (!who.name.empty()) party.name = who.name;
  if (ticket != kNoEntity && index[ticket] != kNoEntity) party.entity = index[ticket];
}

}  // namespace

void resolve_sources(const Analysis& analysis, const Document&, std::span<const Attribution> attributions, Extraction& result) {
  const WordForms forms(analysis);
  const Capitals capitals(forms);
  NameTable names = link_names(forms, find_mentions(forms, capitals, analysis.names));
  const Roles roles(forms, names);
  learn_genders(forms, names);
  Salience salience(forms, names);
  Resolver resolver(forms, names, roles, salience);
  const std::vector<Who> who = Sources(forms, names, resolver, attributions).resolve();

  EntityList list(analysis, forms, names);
  std::vector<std::uint32_t> tickets, index;
  for (const Who& w : who) tickets.push_back(list.refer(w));
  result.entities = list.write(index);
  for (std::size_t i = 0; i < who.size() && i < result.statements.size(); ++i) fill(result.statements[i].source, who[i], tickets[i], index);
}

}  // namespace sayso
