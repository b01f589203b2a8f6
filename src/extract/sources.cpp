#include "extract/sources.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "extract/addressee.h"
#include "extract/cast.h"
#include "extract/enclosing.h"
#include "extract/exchange.h"
#include "extract/headline.h"
#include "extract/inner_speaker.h"
#include "extract/passive_address.h"
#include "extract/talk.h"
#include "extract/unsourced.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kLead = 6;  // paragraphs of a story's beginning

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

class Finder {
 public:
  Finder(const Analysis& analysis, const Talk& talk, const WordForms& forms, const NameTable& names, Resolver& resolver,
         const Document& document, std::span<const Attribution> attributions, std::span<const std::int32_t> around)
      : f_(forms),
        n_(names),
        resolver_(resolver),
        attributions_(attributions),
        around_(around),
        title_(title_of(analysis)),
        talk_(talk),
        order_(reading_order(false)),
        cast_(forms, names, resolver, document, attributions),
        exchange_(forms, names, resolver, talk_, attributions, order_) {
    learn_accounts();
    out_.who.resize(attributions.size());
    out_.hearer.resize(attributions.size());
  }

  Sources find() {
    for (std::size_t at = 0; at < order_.size(); ++at) outer(at);
    for (const std::uint32_t i : reading_order(true)) nested(i);
    headline();
    return std::move(out_);
  }

 private:
  bool is_nested(std::uint32_t i) const {
    return around_[i] >= 0 && !(attributions_[i].source.empty() && attributions_[i].cue.empty());
  }

  // Nested ones level by level: "I" is whoever speaks around.
  std::vector<std::uint32_t> reading_order(bool nested) const {
    const std::vector<std::uint32_t> level = depths(around_);
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < attributions_.size(); ++i) {
      if (is_nested(i) == nested) out.push_back(i);
    }
    std::ranges::sort(out, {},
                      [&](std::uint32_t i) { return std::tuple(nested ? level[i] : 0, anchor(attributions_[i]), i); });
    return out;
  }

  void outer(std::size_t at) {
    const std::uint32_t i = order_[at];
    const Attribution& a = attributions_[i];
    resolver_.read_on(anchor(a));
    exchange_.read_settings(anchor(a));
    Who& who = out_.who[i];
    who = a.turn ? because(Basis::label, cast_.speaker(a)) : by_turn(at, one(i));
    resolver_.spoke(anchor(a), who);
    exchange_.spoke(at, who);
    out_.hearer[i] = a.turn ? cast_.hearer(who) : exchange_.hearer(at);
    previous_ = {who, extent(a), true, !a.content.empty() && f_.is_mark(a.content.front().begin)};
  }

  // Whose turn it is may tell more than the words.
  Who by_turn(std::size_t at, Who written) const {
    Who who = exchange_.speaker(at, written);
    const bool same = is_same(who, written);
    who.basis = same ? written.basis : who.known() ? Basis::turn : Basis::none;
    who.candidates = same ? std::move(written.candidates) : std::vector<ScoredEntity>();
    return who;
  }

  void nested(std::uint32_t i) {
    const auto outer = static_cast<std::size_t>(around_[i]);
    const bool sibling = last_nested_ != kNoEntity && around_[last_nested_] == around_[i];
    const PhrasePlace place{attributions_[i].content, &out_.who[outer], sibling ? &out_.who[last_nested_] : nullptr,
                            &out_.hearer[outer]};
    const Attribution& a = attributions_[i];
    const std::optional<Who> inner = is_passive_address(f_, a.cue) || names_nobody(f_, a)
                                         ? Who{}
                                         : inner_speaker(f_, n_, resolver_, a, attributions_[outer].content, place);
    out_.who[i] = inner              ? because(Basis::inside, *inner)
                  : a.source.empty() ? one(i)
                                     : resolver_.resolve(a.source, place);
    last_nested_ = i;
  }

  // A headline's words whose speaker it does not name are his who says them in the story, else his who speaks most
  // there.
  void headline() {
    for (const std::uint32_t i : order_) {
      const Attribution& a = attributions_[i];
      if (anchor(a) >= title_.end || a.content.empty()) break;
      Who& who = out_.who[i];
      const bool described = !a.source.empty() && who.type == SourceType::anonymous && !who.plural && is_one_person(a);
      const bool open = (a.source.empty() && a.cue.empty()) || described;
      if (!open) continue;
      const std::int32_t same = repeated_in_story(f_, attributions_, i, title_);
      if (same >= 0 && out_.who[static_cast<std::size_t>(same)].type == SourceType::person)
        who = because(Basis::headline, out_.who[static_cast<std::size_t>(same)]);
      else if (who.type != SourceType::person || !is_named_in_title(who))
        who = first_speaker(who);
      who.pronoun.reset();
    }
  }

  bool asks(const Attribution& a) const { return !a.content.empty() && f_.is(a.content.back().end - 1, "?"); }

  // "engineer", "TD".
  bool is_one_person(const Attribution& a) const {
    static const WordSet offices("td mp msp mep ceo pm");
    return read_phrase(f_, n_, a.source).noun.kind == NounKind::person ||
           offices.contains(f_.folded(a.source.back().end - 1));
  }

  bool is_named_in_title(const Who& who) const {
    for (std::uint32_t t = title_.begin; t < title_.end; ++t) {
      if (who.entity != kNoEntity && n_.entity_at(t) == who.entity) return true;
    }
    return false;
  }

  // The person who speaks first in the story's beginning.
  Who first_speaker(const Who& otherwise) const {
    for (const std::uint32_t i : order_) {
      const std::uint32_t at = anchor(attributions_[i]);
      if (at < title_.end) continue;
      if (f_.paragraph(at) > kLead) break;
      if (attributions_[i].turn && asks(attributions_[i])) continue;
      if (out_.who[i].type == SourceType::person && out_.who[i].entity != kNoEntity)
        return because(Basis::headline, out_.who[i]);
    }
    return otherwise;
  }

  Who one(std::uint32_t i) const {
    const Attribution& a = attributions_[i];
    if (is_passive_address(f_, a.cue) || names_nobody(f_, a)) return {};
    if (a.set_off && !a.source.empty()) {
      if (Who who = account(a); who.entity != kNoEntity) return because(Basis::account, std::move(who));
    }
    if (!a.source.empty()) return resolver_.resolve(a.source, {a.content, nullptr, nullptr, nullptr});
    if (!a.cue.empty()) return speaker_of_cue(f_, resolver_, n_, a.cue, previous_);
    if (a.content.empty()) return {};
    return speaker_beside(f_, n_, resolver_, {a.content.front().begin, a.content.back().end}, previous_);
  }

  // "june abara 🐞 (@junebug)": by the name before the account; "@junebug" alone: whose account it was before.
  Who account(const Attribution& a) const {
    TokenRange name = a.source.front();
    if (f_.is(name.begin, "@")) {
      const auto owner = accounts_.find(f_.folded(name.begin + 1));
      return owner == accounts_.end() ? Who{} : resolver_.named(owner->second);
    }
    for (std::uint32_t t = name.begin; t < name.end; ++t) {
      if (f_.is(t, "(")) name.end = t;
    }
    while (!name.empty() && !f_.is_word(name.end - 1)) --name.end;
    if (name.empty()) return {};
    Who who = resolver_.resolve(std::span(&name, 1), {a.content, nullptr, nullptr, nullptr});
    for (std::uint32_t t = name.end; who.entity == kNoEntity && t < a.source.front().end; ++t) {
      const std::uint32_t e = f_.is(t, "@") ? n_.entity_at(t) : kNoEntity;  // "jory (@joryvale)"
      if (e != kNoEntity && n_.entities[e].words.size() > 1) who = resolver_.named(e);
    }
    return who;
  }

  // Accounts in brackets behind a name.
  void learn_accounts() {
    for (const Mention& m : n_.mentions) {
      if (!f_.is(m.all.begin, "@") || m.all.begin < 2 || !f_.is(m.all.begin - 1, "(")) continue;
      std::uint32_t before = m.all.begin - 1;
      while (before > 0 && before + 4 > m.all.begin && n_.at(before - 1) == nullptr) --before;
      const std::uint32_t e = before > 0 ? n_.entity_at(before - 1) : kNoEntity;
      if (e != kNoEntity) accounts_.try_emplace(f_.folded(m.all.begin + 1), e);
    }
  }

  const WordForms& f_;
  const NameTable& n_;
  Resolver& resolver_;
  std::span<const Attribution> attributions_;
  std::span<const std::int32_t> around_;
  const TokenRange title_;
  const Talk& talk_;
  const std::vector<std::uint32_t> order_;                        // of the statements that stand for themselves
  std::unordered_map<std::string_view, std::uint32_t> accounts_;  // without the "@" -> whose
  const Cast cast_;
  Exchange exchange_;
  Sources out_;
  Previous previous_;
  std::uint32_t last_nested_ = kNoEntity;
};

}  // namespace

Sources find_sources(const Analysis& analysis, const Talk& talk, const WordForms& forms, const NameTable& names,
                     Resolver& resolver, const Document& document, std::span<const Attribution> attributions,
                     std::span<const std::int32_t> around) {
  return Finder(analysis, talk, forms, names, resolver, document, attributions, around).find();
}

}  // namespace sayso
