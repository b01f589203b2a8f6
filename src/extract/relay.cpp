#include "extract/relay.h"

#include <algorithm>

#include "text/words/organization_words.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// A name with an outlet's word, a known one, or a lone name that no other body's word is in ("Volksbote").
bool is_outlet(const NamedEntity& e) {
  if (e.kind != NameKind::organization && e.kind != NameKind::unknown) return false;
  if (std::ranges::any_of(e.words, [](const std::string& w) { return is_outlet_word(w) || is_known_outlet(w); })) return true;
  return e.words.size() == 1 && std::ranges::none_of(e.words, is_organization_word);
}

// Surely one: where nothing but the place of the name speaks for it.
bool is_sure_outlet(const NamedEntity& e) {
  const bool body = e.kind == NameKind::organization || e.kind == NameKind::unknown;
  return body && std::ranges::any_of(e.words, [](const std::string& w) { return is_outlet_word(w) || is_known_outlet(w); });
}

std::string letters(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 32);
    else if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out.starts_with("the") ? out.substr(3) : out;
}

class Relays {
 public:
  Relays(const WordForms& forms, const NameTable& names, const Resolver& resolver, const RelayPlace& place)
      : f_(forms), n_(names), r_(resolver), p_(place) {}

  std::vector<FoundParty> find() {
    around();
    reported_before();
    reported_behind();
    according_to();
    quoted_by();
    told();
    interview_with();
    return std::move(out_);
  }

 private:
  void add(std::uint32_t entity, TokenRange range) {
    const Who who = r_.named(entity);
    if (!p_.own_outlet.empty() && letters(who.name) == letters(p_.own_outlet)) return;
    if (std::ranges::any_of(out_, [&](const FoundParty& s) { return s.who.entity == entity; })) return;
    out_.push_back({who, range});
  }

  void add_at(std::uint32_t t, bool sure) {
    if (f_.is(t, "the")) ++t;
    const std::uint32_t e = n_.entity_at(t);
    if (e == kNoEntity || !(sure ? is_sure_outlet(n_.entities[e]) : is_outlet(n_.entities[e]))) return;
    add(e, n_.at(t)->all);
  }

  // "Reuters reported that Cole said …", "…, Market Minute reported": the statement around this one is the outlet's.
  void around() {
    if (p_.around == nullptr || p_.around->entity == kNoEntity || !is_outlet(n_.entities[p_.around->entity])) return;
    const std::vector<std::uint32_t>& mentions = n_.entities[p_.around->entity].mentions;
    const std::uint32_t at = p_.attribution.cue.begin;
    const auto after = std::ranges::partition_point(mentions, [&](std::uint32_t m) { return n_.mentions[m].all.begin < at; });
    const Mention& m = n_.mentions[after == mentions.begin() ? *after : *(after - 1)];
    add(p_.around->entity, m.all);
    if (f_.is(m.all.end, ",") && (f_.is(m.all.end + 1, "citing") || f_.is(m.all.end + 1, "quoting"))) add_at(m.all.end + 2, false);
  }

  // The same, where the outlet's own statement was not found: "The Herald, citing the Echo, reported that Cole had …".
  void reported_before() {
    static const WordSet verbs("reported reports reporting");
    const TokenRange zone = p_.frame.opening;
    for (std::uint32_t t = zone.begin; t < zone.end; ++t) {
      const Mention* m = n_.at(t);
      if (m == nullptr || m->all.begin != t) continue;
      std::uint32_t verb = m->all.end;
      if (f_.is(verb, ",")) {
        ++verb;
        while (verb < zone.end && !f_.is(verb, ",")) ++verb;
        ++verb;
      }
      if (verb >= zone.end || !verbs.contains(f_.folded(verb)) || out_.size() > 0) continue;
      add_at(t, false);
      if (f_.is(m->all.end, ",") && (f_.is(m->all.end + 1, "citing") || f_.is(m->all.end + 1, "quoting"))) add_at(m->all.end + 2, false);
    }
  }

  void reported_behind() {
    static const WordSet verbs("reported reports wrote writes");
    if (p_.attribution.content.empty()) return;
    std::uint32_t t = p_.attribution.content.back().end;
    while (t < f_.size() && (f_.is(t, ",") || f_.is_mark(t))) ++t;
    if (f_.is(t, "the")) ++t;
    const Mention* m = n_.at(t);
    if (m == nullptr || m->all.begin != t || !verbs.contains(f_.folded(m->all.end))) return;
    const bool is_source = !p_.attribution.source.empty() && p_.attribution.source.front().begin <= t && t < p_.attribution.source.back().end;
    if (!is_source) add_at(t, false);
  }

  void according_to() {
    const TokenRange zone = p_.frame.opening;
    for (std::uint32_t t = zone.begin; t + 2 < zone.end; ++t) {
      if (f_.is(t, "according") && f_.is(t + 1, "to")) add_at(t + 2, true);
    }
  }

  // "was quoted by HN as saying".
  void quoted_by() {
    const TokenRange cue = p_.attribution.cue;
    for (std::uint32_t t = cue.begin; t < std::max(cue.end, p_.frame.behind.end); ++t) {
      if ((f_.is(t, "quoted") || f_.is(t, "cited")) && (f_.is(t + 1, "by") || f_.is(t + 1, "in"))) add_at(t + 2, false);
    }
  }

  void told() {
    if (p_.addressee == nullptr || p_.addressee->who.entity == kNoEntity) return;
    if (is_outlet(n_.entities[p_.addressee->who.entity])) add(p_.addressee->who.entity, p_.addressee->range);
  }

  void interview_with() {
    for (const TokenRange zone : p_.frame.all()) {
      for (std::uint32_t t = zone.begin; t + 2 < zone.end; ++t) {
        if (f_.is(t, "interview") && (f_.is(t + 1, "with") || f_.is(t + 1, "on") || f_.is(t + 1, "in"))) add_at(t + 2, true);
      }
    }
  }

  const WordForms& f_;
  const NameTable& n_;
  const Resolver& r_;
  const RelayPlace& p_;
  std::vector<FoundParty> out_;
};

}  // namespace

std::vector<FoundParty> find_relays(const WordForms& forms, const NameTable& names, const Resolver& resolver, const RelayPlace& place) {
  return Relays(forms, names, resolver, place).find();
}

}  // namespace sayso
