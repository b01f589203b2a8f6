#include "extract/relay.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "extract/outlets.h"
#include "extract/passive_address.h"
#include "extract/relay_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// "Carried by state media", "obtained by the Herald", "printed in the Echo".
bool carries(std::string_view word, std::string_view preposition) {
  static const WordSet by(
      "quoted cited carried seen obtained reviewed viewed published broadcast aired reported printed released relayed "
      "run leaked");
  static const WordSet in("quoted cited carried published broadcast aired reported printed");
  static const WordSet to("leaked given provided sent shared released supplied");
  if (preposition == "by") return by.contains(word);
  if (preposition == "in" || preposition == "on") return in.contains(word);
  return (preposition == "to" || preposition == "with") && to.contains(word);
}

bool is_quoting(std::string_view word) {
  static const WordSet set("quoted quotes quoting cited cites citing");
  return set.contains(word);
}

bool is_determiner(const WordForms& f, std::uint32_t t) {
  static const WordSet set("a an the its their his her one another this that");
  return set.contains(f.folded(t));
}

constexpr std::uint32_t kReporter = 30;  // tokens from whoever reports to "quoting"
constexpr std::uint32_t kNear = 7;       // from "interview" to "with the Herald"

class Relays : public RelayNames {
 public:
  using RelayNames::RelayNames;

  std::vector<FoundParty> in_record(TokenRange told) {
    static const WordSet got("published printed obtained released posted aired broadcast leaked got");
    for (std::uint32_t t = told.begin; t < told.end && out_.empty(); ++t) {
      carried_at(t);
      const Mention* m = n_.at(t);
      if (m == nullptr || m->all.begin != t) continue;
      std::uint32_t verb = m->all.end;
      while (verb < told.end && verb < m->all.end + kNear && !got.contains(f_.folded(verb))) ++verb;
      if (verb < told.end && got.contains(f_.folded(verb)) && !f_.is(verb + 1, "by"))
        add_carrier(f_.is(t - 1, "the") ? t - 1 : t, Trust::named);
    }
    return std::move(out_);
  }

  std::vector<FoundParty> find() {
    around();
    reported_before();
    reported_behind();
    according_to();
    in_tail();
    carried();
    quotes();
    told();
    interview_with();
    asked_by();
    on_air();
    return std::move(out_);
  }

 private:
  // "Reuters reported that Cole said …", "…, Market Minute reported": the statement around this one is the outlet's.
  void around() {
    if (p_.around == nullptr) return;
    if (p_.around->entity == kNoEntity) return around_nameless();
    const std::vector<std::uint32_t>& mentions = n_.entities[p_.around->entity].mentions;
    const std::uint32_t at = p_.attribution.cue.begin;
    const auto after =
        std::ranges::partition_point(mentions, [&](std::uint32_t m) { return n_.mentions[m].all.begin < at; });
    const Mention& m = n_.mentions[after == mentions.begin() ? *after : *(after - 1)];
    const NamedEntity& e = n_.entities[p_.around->entity];
    if (!is_outlet(f_, n_, e) && !(passes_on() && does_as_outlets_do(e, m))) return;
    add(p_.around->entity, m.all);
    if (f_.is(m.all.end, ",") && (f_.is(m.all.end + 1, "citing") || f_.is(m.all.end + 1, "quoting")))
      add_carrier(m.all.end + 2, Trust::any);
  }

  // "Twill magazine reported that Cole had said …", "According to a police affidavit, Cole told …".
  void around_nameless() {
    if (!passes_on() || p_.outer->source.empty()) return;
    const TokenRange source = p_.outer->source.front();
    if (p_.around->type == SourceType::document) {
      if (f_.is(p_.outer->cue.begin, "according")) add_according(source.begin);
      return;
    }
    const std::uint32_t noun = source.end - 1;
    if (p_.around->type != SourceType::organization || p_.around->name.empty() || !f_.is_capital(source.begin)) return;
    if (!is_outlet_noun(f_.folded(noun)) || p_.own.is(p_.around->name)) return;
    add_nameless(source, SourceType::organization);
    out_.back().who.name = p_.around->name;
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
      if (f_.is(m->all.end, ",") && (f_.is(m->all.end + 1, "citing") || f_.is(m->all.end + 1, "quoting")))
        add_carrier(m->all.end + 2, Trust::any);
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
    const bool is_source = !p_.attribution.source.empty() && p_.attribution.source.front().begin <= t &&
                           t < p_.attribution.source.back().end;
    if (!is_source) add_at(t, false);
  }

  void according_to() {
    const TokenRange zone = p_.frame.opening;
    for (std::uint32_t t = zone.begin; t + 2 < zone.end; ++t) {
      if (f_.is(t, "according") && f_.is(t + 1, "to")) add_according(t + 2);
    }
  }

  // "…," he told Channel Six, | according to OverlayTV", "…, the Sunday Gloss reports".
  void in_tail() {
    static const WordSet verbs("reported reports reporting");
    const Attribution& a = p_.attribution;
    if (a.content.empty() || a.cue.empty()) return;
    const bool goes_on =
        a.content.size() > 1 && a.content.back().begin >= a.cue.end && a.content.front().begin < a.cue.begin;
    std::uint32_t t =
        goes_on ? a.cue.end : std::max(a.cue.end, a.content.back().end);  // "A," he said, according to HN. "B."
    if (!a.source.empty()) t = std::max(t, a.source.back().end);
    const std::uint32_t sentence = f_.sentence(a.cue.begin);
    for (const std::uint32_t last = t + 30; t < last && t + 1 < f_.size() && f_.sentence(t) == sentence; ++t) {
      if (f_.is_capital(t) && f_.is(t, "according")) break;  // a sentence of its own
      if (f_.is(t, "according") && f_.is(t + 1, "to")) add_according(t + 2);
      carried_at(t);
      const Mention* m = n_.at(t);
      if (f_.is(t - 1, "the") && f_.is(t - 2, ",") && m != nullptr && m->all.begin == t &&
          verbs.contains(f_.folded(m->all.end)))
        add_reporter(t);
      if (f_.is(t - 1, ",") && m != nullptr && m->all.begin == t && verbs.contains(f_.folded(m->all.end)))
        add_reporter(t);
    }
  }

  // "was quoted by HN as saying", "in remarks carried by Reuters", "Cole, quoted in the Echo, said".
  void carried() {
    const TokenRange cue = p_.attribution.cue;
    for (std::uint32_t t = cue.begin; t < std::max(cue.end, p_.frame.behind.end); ++t) carried_at(t);
    for (const TokenRange zone : {p_.frame.between, p_.frame.opening, p_.frame.after}) {
      for (std::uint32_t t = zone.begin; t < zone.end; ++t) carried_at(t);
    }
    for (const TokenRange piece : p_.attribution.source) {
      for (std::uint32_t t = piece.begin; t < piece.end; ++t) carried_at(t);
    }
  }

  void carried_at(std::uint32_t t) {
    const std::string_view word = f_.folded(t);
    if (!carries(word, f_.folded(t + 1))) return;
    static const WordSet surely("quoted cited carried broadcast aired printed");
    static const WordSet loosely("released leaked given provided sent shared supplied run");
    add_carrier(t + 2, surely.contains(word) ? Trust::any : loosely.contains(word) ? Trust::sure : Trust::body);
  }

  // "Reuters quoted | Cole | as saying", "state media reported, citing | military leaders": whoever quotes the source.
  void quotes() {
    if (p_.attribution.source.empty()) return;
    const std::uint32_t verb = p_.attribution.source.front().begin - 1;
    if (p_.attribution.source.front().begin == 0 || !is_quoting(f_.folded(verb))) return;
    const std::size_t before = out_.size();
    for (std::uint32_t t = verb;
         t-- > 0 && verb - t < kReporter && f_.sentence(t) == f_.sentence(verb) && out_.size() == before;) {
      const bool first = n_.at(t) != nullptr && n_.at(t)->all.begin == t;
      const bool noun = f_.is(t, "the") && f_.is_lower(t + 1) && is_outlet_noun(f_.folded(t + 1));
      if (noun)
        add_described(t);
      else if (is_determiner(f_, t) && add_document(t))
        return;
      else if (first)
        add_carrier(f_.is(t - 1, "the") ? t - 1 : t, Trust::any);
      else if ((!f_.is_word(t - 1) && f_.is_spaced(t)) || f_.begins_sentence(t))
        add_unnamed(t);
    }
  }

  void told() {
    if (is_told()) return add(p_.addressee->who.entity, p_.addressee->range);
    if (p_.addressee == nullptr || p_.addressee->who.entity != kNoEntity || p_.addressee->range.size() < 2) return;
    // "the Two Towels podcast", where the name alone was not seen as one
    TokenRange range = p_.addressee->range;
    if (f_.is(range.begin, "the")) ++range.begin;
    if (!f_.is_capital(range.begin) || !is_outlet_noun(f_.folded(range.end - 1)) || p_.own.is(name_text(f_, range)))
      return;
    add_nameless(range, SourceType::organization);
    out_.back().who.name = name_text(f_, range);
  }

  // "Asked by the Herald who had been there, | Cole said".
  void asked_by() {
    const TokenRange cue = p_.attribution.cue;
    if (cue.empty()) return;
    const TokenRange asker = asker_before(f_, cue);
    if (!asker.empty()) add_interviewer(asker.begin);
  }

  // "On “Fox News Sunday”", "on air with Radio Corriband", "on the podcast Sluice Talk".
  void on_air() {
    for (const TokenRange zone : zones()) {
      for (std::uint32_t t = zone.begin; t + 1 < zone.end; ++t) {
        if (!f_.is(t, "on")) continue;
        std::uint32_t name = t + 1;
        if (f_.is(name, "air") && f_.is(name + 1, "with")) name += 2;
        if (f_.is_mark(name)) ++name;
        static const WordSet sites("site website app network platform");
        const auto near = std::views::iota(name, name + 4);
        if (std::ranges::any_of(near, [&](std::uint32_t n) { return sites.contains(f_.folded(n)); }))
          continue;  // "on the site Chirrup": a post
        if (!add_programme(name)) add_described(name);
      }
    }
  }

  // Around the cue, and the cue, which may hold all of it: "said on NBC’s “Meet the Press”".
  std::array<TokenRange, 5> zones() const {
    static const WordSet circumstances("on in");  // "called it a mess | on the podcast Sluice Talk"
    const TokenRange after = p_.frame.after;
    return {p_.frame.behind, p_.frame.between, p_.frame.opening, p_.attribution.cue,
            !after.empty() && circumstances.contains(f_.folded(after.begin)) ? after : TokenRange{}};
  }

  // "In an interview on Monday with the Herald", "interviewed by the Herald".
  void interview_with() {
    static const WordSet joints("with on in for");
    for (const TokenRange zone : zones()) {
      for (std::uint32_t t = zone.begin; t + 2 < zone.end; ++t) {
        if (f_.is(t, "interviewed") && (f_.is(t + 1, "by") || f_.is(t + 1, "on"))) add_described(t + 2);
        if (!f_.is(t, "interview")) continue;
        const std::size_t before = out_.size();
        for (std::uint32_t n = t + 1; n < zone.end && n < t + kNear && !f_.is(n, ",") && out_.size() == before; ++n) {
          if (f_.is(n, "with"))
            add_interviewer(n + 1);
          else if (joints.contains(f_.folded(n)))
            add_carrier(n + 1, Trust::sure);
        }
      }
    }
  }
};

}  // namespace

std::vector<FoundParty> find_relays(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                    const RelayPlace& place) {
  return Relays(forms, names, resolver, place).find();
}

std::vector<FoundParty> relays_of_record(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                         const RelayPlace& place, TokenRange told) {
  return Relays(forms, names, resolver, place).in_record(told);
}

}  // namespace sayso
