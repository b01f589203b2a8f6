#include "extract/addressee_phrase.h"
#include "extract/scene_kinds.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool is_any(const WordForms& f, std::uint32_t t, const WordSet& set) { return set.contains(f.folded(t)); }

bool is_one_of_hers(const WordForms& f, std::uint32_t t) {
  static const WordSet whom("him her them me us his their my our the a home police 911 999 in");
  return is_any(f, t, whom) || f.is_capital(t);
}

}  // namespace

// "She rang him from the hotel", "phoned her mother", "called home and said"; "called him a liar" and "called for" are
// none.
std::optional<FoundChannel> rang(const WordForms& f, std::uint32_t t, std::uint32_t end) {
  static const WordSet crowds(
      "crowd crowds rally supporters delegates congregation fans protesters demonstrators mourners graduates students "
      "faithful audience");
  static const WordSet surely(
      "rang ring rings phoned phones telephoned telephones dialled dialed dialling dials facetimed");
  static const WordSet behind(
      "from and to on at back again after when , . that late early before yesterday last first then twice every");
  if (is_any(f, t, surely)) {
    const bool whom = is_one_of_hers(f, t + 1) || f.is(t + 1, "and") || f.is(t + 1, "from") || f.is(t + 1, "back") ||
                      f.is(t + 1, "up");
    return whom ? std::optional(FoundChannel{ChannelType::call, {t, t + 1}}) : std::nullopt;
  }
  static const WordSet written("emailed texted messaged");
  if (is_any(f, t, written) && f.is_word(t + 1)) return FoundChannel{ChannelType::message, {t, t + 1}};
  if (f.is(t, "addressed") && f.is_word(t + 1) && is_any(f, object_phrase(f, t + 1, end).end - 1, crowds))
    return FoundChannel{ChannelType::speech, {t, t + 1}};
  if (f.is(t, "sat") && f.is(t + 1, "down")) {
    for (std::uint32_t n = t + 2; n < end; ++n) {
      if (f.is(n, "interview")) return FoundChannel{ChannelType::interview, {t, n + 1}};
    }
  }
  if (f.is(t, "went") && f.is(t + 1, "on")) {
    if (const auto found = channel_phrase(f, {t + 1, std::min(end, t + 6)});
        found && found->type == ChannelType::broadcast)
      return found;
  }
  if (f.is(t, "on") && f.is(t + 1, "the") && (f.is(t + 2, "phone") || f.is(t + 2, "telephone")))
    return FoundChannel{ChannelType::call, {t, t + 3}};
  static const WordSet callers("called calls");
  static const WordSet them("him her them me us home 911 999 police");
  static const WordSet owners("her his their my our the");
  static const WordSet people(
      "mother father mum mom dad parents wife husband brother sister son daughter partner boyfriend girlfriend friend "
      "boss lawyer "
      "agent doctor manager neighbor neighbour office station newsroom hotline helpline police family coach");
  if (!is_any(f, t, callers)) return std::nullopt;
  const bool person = is_any(f, t + 1, owners) && is_any(f, t + 2, people);
  const std::uint32_t next = person ? t + 3 : t + 2;
  if (!person && !is_any(f, t + 1, them)) return std::nullopt;
  return next >= end || is_any(f, next, behind) ? std::optional(FoundChannel{ChannelType::call, {t, t + 1}})
                                                : std::nullopt;
}

}  // namespace sayso
