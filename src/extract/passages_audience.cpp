// To whom people speak on a call that others listen to: hosts to the audience, those who ask to the host, who answers
// them.
#include <algorithm>

#include "extract/occasion.h"
#include "extract/passages.h"
#include "extract/stance.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// "Asked how low it could go", "wanted to know whether …".
bool is_question(const WordForms& f, const Attribution& a) {
  static const WordSet words("whether if what why how when where who which");
  if (find_stance(f, a) == Stance::asks) return true;
  return !a.content.empty() && words.contains(f.folded(a.content.front().begin)) && f.is(a.cue.end - 1, "know");
}

}  // namespace

void Passages::hear(Occasion& o, const Spoken& s) const {
  const bool asks = is_question(f_, s.attribution);
  const auto is_who = [&](const Who& w) { return is_same(w, s.who); };
  if (asks && s.who.known() && std::ranges::none_of(o.askers, is_who) && o.askers.size() < kAskers)
    o.askers.push_back(s.who);
  const bool asker = asks || std::ranges::any_of(o.askers, is_who);
  const bool to_asker =
      !asker && o.last && std::ranges::any_of(o.askers, [&](const Who& w) { return is_same(w, *o.last); });
  if (!s.addressee && is_spoken(f_, s.attribution)) {
    if (asker && o.host)
      s.addressee = FoundParty{*o.host, {}};
    else if (!asker)
      s.addressee = to_asker ? FoundParty{*o.last, {}} : *o.audience;
  }
  if (!asker && s.who.known()) o.host = s.who;
  o.last = s.who;
}

// "Sandhu said she took that as a no", "another analyst wanted to know", right behind what others said there.
bool Passages::may_join_call(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const {
  if (!o.audience || o.interrupted || paragraph > o.paragraph + 1 || s.who.type == SourceType::document) return false;
  const bool asks = is_question(f_, s.attribution);
  return asks || (paragraph == o.paragraph && o.askers.size() > 0 && is_spoken(f_, s.attribution));
}

}  // namespace sayso
