#include "extract/relay_names.h"

#include <algorithm>
#include <ranges>

#include "extract/outlet_meant.h"
#include "extract/outlets.h"
#include "extract/passive_address.h"
#include "extract/stance.h"
#include "text/words/organization_words.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kNear = 7;  // words of a programme's name

}  // namespace

void RelayNames::add(std::uint32_t entity, TokenRange range) {
  Who who = r_.named(entity);
  const Mention* m = n_.at(range.end - 1);
  const TokenRange name = m != nullptr ? m->all : range;
  if (const TokenRange whole = whole_name(f_, name); whole.size() > name.size())
    range = whole, who.name = name_text(f_, whole);
  if (p_.own.is(who.name) || p_.own.is(name_text(f_, range))) return;
  if (std::ranges::any_of(out_, [&](const FoundParty& s) { return s.who.entity == entity; })) return;
  out_.push_back({who, range});
}

void RelayNames::add_at(std::uint32_t t, bool sure) {
  if (f_.is(t, "the")) ++t;
  const std::uint32_t e = n_.entity_at(t);
  if (e == kNoEntity) return;
  const bool fits = (sure ? is_sure_outlet(n_.entities[e]) : is_outlet(f_, n_, n_.entities[e])) ||
                    is_described_as_outlet(f_, *n_.at(t));
  if (fits) add(e, n_.at(t)->all);
}

void RelayNames::add_reporter(std::uint32_t t) {
  if (f_.is(t, "the")) ++t;
  const std::uint32_t e = n_.entity_at(t);
  if (e == kNoEntity) return;
  if (may_be_told(n_.entities[e], true)) return add(e, n_.at(t)->all);
  add_at(t, false);
}

void RelayNames::add_according(std::uint32_t t) {
  const Stance stance = find_stance(f_, p_.attribution);
  const bool spoken = stance != Stance::intends && stance != Stance::believes;
  if (!spoken || !add_document(t)) add_described(t);
}

bool RelayNames::add_document(std::uint32_t t) {
  static const WordSet documents(
      "memo memos filing filings complaint lawsuit affidavit affidavits indictment document documents transcript "
      "transcripts papers "
      "records email emails messages letter letters minutes diary diaries report audit dossier biography memoir");
  static const WordSet determiners("a an the its their his her one another this that");
  static const WordSet of_outlets("news media press newspaper");  // "a news report": somebody else's
  if (determiners.contains(f_.folded(t))) ++t;
  if (of_outlets.contains(f_.folded(t))) return false;
  for (std::uint32_t n = t; n < t + 4 && (f_.is_lower(n) || f_.is(n, "-")); ++n) {
    if (!documents.contains(f_.folded(n)) || documents.contains(f_.folded(n + 1))) continue;
    add_nameless({t, n + 1}, SourceType::document);
    return true;
  }
  return false;
}

void RelayNames::add_nameless(TokenRange range, SourceType type) {
  FoundParty party{{}, range};
  party.who.type = type;
  if (std::ranges::none_of(out_, [&](const FoundParty& s) { return s.range.begin == range.begin; }))
    out_.push_back(std::move(party));
}

void RelayNames::add_described(std::uint32_t t) {
  if (const TokenRange bare = bare_outlet(f_, t); !bare.empty()) {
    const std::uint32_t near = outlet_meant(f_, n_, bare);
    if (near != kNoEntity || p_.last != nullptr) return add(near != kNoEntity ? near : p_.last->who.entity, bare);
  }
  if (add_title(t)) return;
  std::uint32_t name = t;
  while (name < t + 5 && n_.at(name) == nullptr && (f_.is_lower(name) || f_.is(name, "the"))) ++name;
  if (n_.at(name) == nullptr) return;
  if (is_described_as_outlet(f_, *n_.at(name))) return add(n_.entity_at(name), n_.at(name)->all);
  add_at(t, !is_told());
}

void RelayNames::add_carrier(std::uint32_t t, Trust trust) {
  if (f_.is(t, "the") && f_.is(t + 1, "same") && p_.last != nullptr) return add(p_.last->who.entity, {t, t + 3});
  if (add_unnamed(t)) return;
  const std::size_t before = out_.size();
  add_described(t);
  if (out_.size() > before) return;
  const std::uint32_t name = f_.is(t, "the") ? t + 1 : t;
  const std::uint32_t e = n_.entity_at(name);
  if (e == kNoEntity) return;
  const NamedEntity& entity = n_.entities[e];
  const bool body = name > t || entity.kind == NameKind::organization;
  const bool fits = is_sure_outlet(entity) || (trust == Trust::any && is_outlet(f_, n_, entity)) ||
                    (trust == Trust::body && body && is_outlet(f_, n_, entity)) ||
                    (trust != Trust::sure && may_be_told(entity, true));
  if (fits) add(e, n_.at(name)->all);
}

void RelayNames::add_interviewer(std::uint32_t t) {
  const std::size_t before = out_.size();
  add_carrier(t, Trust::any);
  if (out_.size() > before || p_.addressee == nullptr || p_.addressee->range.empty()) return;
  const FoundParty& hearer = *p_.addressee;
  const std::uint32_t last = hearer.range.end - 1;
  const bool asks = hearer.range.begin == t || hearer.range.begin == t + 1;
  const bool lone = f_.is_capital(last) && (last == t || (last == t + 1 && f_.is(t, "the")));
  if (!asks || !lone || hearer.who.type != SourceType::organization || n_.at(last) != nullptr) return;
  if (!p_.own.is(hearer.who.name) && !is_organization_word(f_.folded(last))) out_.push_back(hearer);
}

bool RelayNames::add_unnamed(std::uint32_t t) {
  const TokenRange media = unnamed_media(f_, t);
  if (media.empty()) return false;
  add_nameless(media, SourceType::organization);
  return true;
}

bool RelayNames::add_title(std::uint32_t t) {
  std::uint32_t noun = f_.is(t, "the") ? t + 1 : t;
  while (noun < t + 4 && f_.is_lower(noun) && !is_outlet_noun(f_.folded(noun))) ++noun;
  if (!f_.is_lower(noun) || !is_outlet_noun(f_.folded(noun)) || !f_.is_mark(noun + 1)) return false;
  std::uint32_t end = noun + 2;
  while (end < noun + 2 + kNear && (f_.is_word(end) || f_.is(end, "&"))) ++end;
  const TokenRange title{noun + 2, end};
  if (title.empty() || !f_.is_capital(title.begin) || !f_.is_mark(end)) return false;
  if (n_.at(title.begin) != nullptr && n_.at(title.begin)->all == title) return false;
  if (p_.own.is(name_text(f_, title))) return true;
  add_nameless(title, SourceType::organization);
  out_.back().who.name = name_text(f_, title);
  return true;
}

bool RelayNames::add_programme(std::uint32_t t) {
  if (t == 0 || !f_.is_mark(t - 1) || n_.at(t) != nullptr || !f_.is_capital(t)) return false;
  std::uint32_t end = t;
  bool known = false;
  for (; end < t + kNear && f_.is_word(end); ++end) known = known || is_known_outlet(f_.folded(end));
  const TokenRange range{t, end};
  if (!known || p_.own.is(name_text(f_, range))) return false;
  add_nameless(range, SourceType::organization);
  out_.back().who.name = name_text(f_, range);
  return true;
}

bool RelayNames::does_as_outlets_do(const NamedEntity& e, const Mention& m) const {
  const bool with_the = m.article || f_.is(m.all.begin - 1, "the");
  const bool person = e.kind == NameKind::person && !e.certain && with_the && e.words.size() > 1;
  return person || is_described_as_outlet(f_, m) || may_be_told(e, with_the);
}

bool RelayNames::passes_on() const {
  static const WordSet verbs("reported reports reporting");
  if (p_.outer == nullptr || p_.outer->cue.empty()) return false;
  const TokenRange cue = p_.outer->cue;
  return f_.is(cue.begin, "according") || verbs.contains(f_.folded(cue.end - 1));
}

bool RelayNames::tells() const {
  static const WordSet tell("told tell tells telling");
  const TokenRange cue = p_.attribution.cue;
  return !cue.empty() && (tell.contains(f_.folded(cue.begin)) || tell.contains(f_.folded(cue.end - 1)));
}

bool RelayNames::is_written() const {
  static const WordSet nouns("email e-mail mail letter message statement note");
  const std::uint32_t t = p_.addressee->range.begin;
  return t > 1 && f_.is(t - 1, "to") && nouns.contains(f_.folded(t - 2));
}

bool RelayNames::is_told() const {
  if (p_.addressee == nullptr || p_.addressee->who.entity == kNoEntity || p_.addressee->range.empty()) return false;
  if (is_passive_address(f_, p_.attribution.cue) || is_written()) return false;
  const NamedEntity& e = n_.entities[p_.addressee->who.entity];
  if (e.words.empty()) return false;
  const Mention* m = n_.at(p_.addressee->range.end - 1);
  static const WordSet ends("fm report show podcast talk channel");
  static const WordSet begins("channel radio");
  const bool outlet_word = is_outlet_word(e.words.back()) && !is_ambiguous_organization_word(e.words.back());
  const bool said_so =
      outlet_word || (e.words.size() > 1 && (ends.contains(e.words.back()) || begins.contains(e.words.front())));
  const bool lone = is_outlet(f_, n_, e) && (tells() || is_sure_outlet(e));
  return lone || said_so || (m != nullptr && is_described_as_outlet(f_, *m)) ||
         (tells() && may_be_told(e, f_.is(p_.addressee->range.begin, "the")));
}

}  // namespace sayso
