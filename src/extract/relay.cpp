#include "extract/relay.h"

#include <algorithm>

#include "text/words/organization_words.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// Bodies that are spoken to, and relay nothing.
bool is_body_word(std::string_view word) {
  static const WordSet set("court council committee congress parliament senate house assembly inquiry commission board panel dáil seanad knesset duma "
                           "bundestag riksdag storting sejm senedd holyrood stormont commons lords ministry department bureau police party union league "
                           "club team government cabinet jury tribunal");
  return set.contains(word);
}

// A name with an outlet's word, a known one, or a lone name that no other body's word is in ("Volksbote").
bool is_outlet(const NamedEntity& e) {
  if (e.kind != NameKind::organization && e.kind != NameKind::unknown) return false;
  if (std::ranges::any_of(e.words, [](const std::string& w) { return is_outlet_word(w) || is_known_outlet(w); })) return true;
  return e.words.size() == 1 && std::ranges::none_of(e.words, is_organization_word) && !is_body_word(e.words.front());
}

bool is_outlet_noun(std::string_view word) {
  static const WordSet set("podcast station newspaper paper daily weekly magazine newsletter website site blog broadcaster channel network tabloid "
                           "broadsheet agency show programme program journal outlet fanzine zine");
  return set.contains(word);
}

// "The podcast Sluice Talk", "the Two Towels podcast", "The Prompt Corner, a theatre podcast".
bool is_described_as_outlet(const WordForms& f, const Mention& m) {
  std::uint32_t before = m.all.begin;
  if (before > 0 && f.is_mark(before - 1)) --before;
  if (before > 0 && is_outlet_noun(f.folded(before - 1))) return true;
  std::uint32_t t = m.all.end;
  if (f.is_mark(t)) ++t;
  if (is_outlet_noun(f.folded(t))) return true;
  if (!f.is(t, ",") || !(f.is(t + 1, "a") || f.is(t + 1, "an") || f.is(t + 1, "the"))) return false;
  for (std::uint32_t k = t + 2; k < t + 6 && f.is_word(k); ++k) {
    if (is_outlet_noun(f.folded(k))) return true;
  }
  return false;
}

// "told Channel Six": of several words, none of which is another body's.
bool may_be_told(const NamedEntity& e, bool with_the) {
  if (e.words.size() < 2 || !(e.kind == NameKind::organization || (e.kind == NameKind::unknown && with_the))) return false;
  return std::ranges::none_of(e.words, [](const std::string& w) { return is_body_word(w) || (is_organization_word(w) && !is_outlet_word(w)); });
}

// Surely one: where nothing but the place of the name speaks for it.
bool is_sure_outlet(const NamedEntity& e) {
  const bool body = e.kind == NameKind::organization || e.kind == NameKind::unknown;
  return body && std::ranges::any_of(e.words, [](const std::string& w) { return is_outlet_word(w) || is_known_outlet(w); });
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
    in_tail();
    quoted_by();
    told();
    interview_with();
    on_air();
    return std::move(out_);
  }

 private:
  void add(std::uint32_t entity, TokenRange range) {
    const Who who = r_.named(entity);
    if (p_.own.is(who.name) || p_.own.is(name_text(f_, range))) return;
    if (std::ranges::any_of(out_, [&](const FoundParty& s) { return s.who.entity == entity; })) return;
    out_.push_back({who, range});
  }

  void add_at(std::uint32_t t, bool sure) {
    if (f_.is(t, "the")) ++t;
    const std::uint32_t e = n_.entity_at(t);
    if (e == kNoEntity) return;
    const bool fits = (sure ? is_sure_outlet(n_.entities[e]) : is_outlet(n_.entities[e])) || is_described_as_outlet(f_, *n_.at(t));
    if (fits) add(e, n_.at(t)->all);
  }

  // Whoever "reported" what somebody else said: an outlet, unless it is a body of another kind or a person.
  void add_reporter(std::uint32_t t) {
    if (f_.is(t, "the")) ++t;
    const std::uint32_t e = n_.entity_at(t);
    if (e == kNoEntity) return;
    if (may_be_told(n_.entities[e], true)) return add(e, n_.at(t)->all);
    add_at(t, false);
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
      add_reporter(t);
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
      if (f_.is(t, "according") && f_.is(t + 1, "to")) add_described(t + 2);
    }
  }

  // "…," he told Channel Six, | according to OverlayTV", "…, the Sunday Gloss reports".
  void in_tail() {
    static const WordSet verbs("reported reports reporting");
    const Attribution& a = p_.attribution;
    if (a.content.empty() || a.cue.empty()) return;
    const bool goes_on = a.content.size() > 1 && a.content.back().begin >= a.cue.end && a.content.front().begin < a.cue.begin;
    std::uint32_t t = goes_on ? a.cue.end : std::max(a.cue.end, a.content.back().end);  // "A," he said, according to HN. "B."
    if (!a.source.empty()) t = std::max(t, a.source.back().end);
    const std::uint32_t sentence = f_.sentence(a.cue.begin);
    for (const std::uint32_t last = t + 30; t < last && t + 1 < f_.size() && f_.sentence(t) == sentence; ++t) {
      if (f_.is(t, "according") && f_.is(t + 1, "to")) add_described(t + 2);
      const Mention* m = n_.at(t);
      if (f_.is(t - 1, "the") && f_.is(t - 2, ",") && m != nullptr && m->all.begin == t && verbs.contains(f_.folded(m->all.end))) add_reporter(t);
      if (f_.is(t - 1, ",") && m != nullptr && m->all.begin == t && verbs.contains(f_.folded(m->all.end))) add_reporter(t);
    }
  }

  // "The website Grimewire", "the blog Fenwick Unbound", "Twang".
  void add_described(std::uint32_t t) {
    const bool the_outlet = f_.is(t, "the") && f_.is_lower(t + 1) && is_outlet_noun(f_.folded(t + 1)) && !f_.is_capital(t + 2);
    if (the_outlet && p_.last != nullptr) return add(p_.last->who.entity, {t, t + 2});
    std::uint32_t name = t;
    while (name < t + 5 && n_.at(name) == nullptr && (f_.is_lower(name) || f_.is(name, "the"))) ++name;
    if (n_.at(name) == nullptr) return;
    if (is_described_as_outlet(f_, *n_.at(name))) return add(n_.entity_at(name), n_.at(name)->all);
    add_at(t, !is_told());
  }

  // "was quoted by HN as saying".
  void quoted_by() {
    const TokenRange cue = p_.attribution.cue;
    for (std::uint32_t t = cue.begin; t < std::max(cue.end, p_.frame.behind.end); ++t) {
      if ((f_.is(t, "quoted") || f_.is(t, "cited")) && (f_.is(t + 1, "by") || f_.is(t + 1, "in"))) quoted_in(t + 2);
    }
  }

  // The words that name the one who quotes may be "the same paper": the last relay of the story.
  void quoted_in(std::uint32_t t) {
    if (f_.is(t, "the") && f_.is(t + 1, "same") && p_.last != nullptr) return add(p_.last->who.entity, {t, t + 3});
    const std::size_t before = out_.size();
    add_described(t);
    if (out_.size() > before) return;
    add_at(t, false);
    if (out_.size() > before) return;
    if (f_.is(t, "the")) ++t;
    const std::uint32_t e = n_.entity_at(t);
    if (e != kNoEntity && may_be_told(n_.entities[e], true)) add(e, n_.at(t)->all);
  }

  void told() {
    if (is_told()) return add(p_.addressee->who.entity, p_.addressee->range);
    if (p_.addressee == nullptr || p_.addressee->who.entity != kNoEntity || p_.addressee->range.size() < 2) return;
    // "the Two Towels podcast", where the name alone was not seen as one
    TokenRange range = p_.addressee->range;
    if (f_.is(range.begin, "the")) ++range.begin;
    if (!f_.is_capital(range.begin) || !is_outlet_noun(f_.folded(range.end - 1)) || p_.own.is(name_text(f_, range))) return;
    FoundParty party{{}, range};
    party.who.type = SourceType::organization;
    party.who.name = name_text(f_, range);
    out_.push_back(std::move(party));
  }

  // "On “Fox News Sunday”", "on air with Radio Corriband", "on the podcast Sluice Talk".
  void on_air() {
    for (const TokenRange zone : p_.frame.all()) {
      for (std::uint32_t t = zone.begin; t + 1 < zone.end; ++t) {
        if (!f_.is(t, "on")) continue;
        std::uint32_t name = t + 1;
        if (f_.is(name, "air") && f_.is(name + 1, "with")) name += 2;
        if (f_.is_mark(name)) ++name;
        static const WordSet sites("site website app network platform");
        const bool site = sites.contains(f_.folded(name)) || sites.contains(f_.folded(name + 1)) || sites.contains(f_.folded(name + 2));
        if (!site) add_described(name);  // "on the site Chirrup": a post
      }
    }
  }

  bool tells() const {
    static const WordSet tell("told tell tells telling");
    const TokenRange cue = p_.attribution.cue;
    return !cue.empty() && (tell.contains(f_.folded(cue.begin)) || tell.contains(f_.folded(cue.end - 1)));
  }

  bool is_told() const {
    if (p_.addressee == nullptr || p_.addressee->who.entity == kNoEntity || p_.addressee->range.empty()) return false;
    const NamedEntity& e = n_.entities[p_.addressee->who.entity];
    if (e.words.empty()) return false;
    const Mention* m = n_.at(p_.addressee->range.end - 1);
    static const WordSet ends("fm report show podcast talk channel");
    static const WordSet begins("channel radio");
    const bool outlet_word = is_outlet_word(e.words.back()) && !is_ambiguous_organization_word(e.words.back());
    const bool said_so = outlet_word || (e.words.size() > 1 && (ends.contains(e.words.back()) || begins.contains(e.words.front())));
    return is_outlet(e) || said_so || (m != nullptr && is_described_as_outlet(f_, *m)) || (tells() && may_be_told(e, f_.is(p_.addressee->range.begin, "the")));
  }

  void interview_with() {
    for (const TokenRange zone : p_.frame.all()) {
      for (std::uint32_t t = zone.begin; t + 2 < zone.end; ++t) {
        if (f_.is(t, "interview") && (f_.is(t + 1, "with") || f_.is(t + 1, "on") || f_.is(t + 1, "in"))) add_described(t + 2);
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
