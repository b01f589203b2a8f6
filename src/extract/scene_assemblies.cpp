#include <algorithm>
#include <ranges>

#include "extract/scene_kinds.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool is_any(const WordForms& f, std::uint32_t t, const WordSet& set) { return set.contains(f.folded(t)); }

bool has_any(const WordForms& f, TokenRange range, const WordSet& set) {
  return std::ranges::any_of(std::views::iota(range.begin, std::max(range.begin, range.end)),
                             [&](std::uint32_t t) { return is_any(f, t, set); });
}

// "It was past eleven at Tuesday's meeting", "the meeting in the school hall": one that the sentence is about; "after
// the meeting", "demanded a meeting" are of another time.
bool held_there(const WordForms& f, std::uint32_t t, TokenRange run) {
  static const WordSet other(
      "after before since until ahead demand demanded demands demanding request requested requesting seek seeks sought "
      "seeking call calls called ask asked "
      "asks wants want wanted arrange arranged agreed boycott boycotted boycotting missed skipped outside next another "
      "future past previous last with between");
  static const WordSet known("the this that 's night evening");
  static const WordSet places("at during in into throughout");
  static const WordSet nouns("meeting agm hustings session assembly");
  if (!is_any(f, t, nouns) || f.is_capital(t) || has_any(f, {t > run.begin + 8 ? t - 8 : run.begin, t}, other))
    return false;
  for (std::uint32_t n = t; n > run.begin && n + 4 > t; --n) {
    const bool named = f.is(n - 1, "'s") || f.is(n - 1, "night") || f.is(n - 1, "evening");
    if (is_any(f, n - 1, known) && (named || (n > run.begin + 1 && is_any(f, n - 2, places)))) return true;
  }
  return false;
}

}  // namespace

// "The meeting began at seven", "The council met on Monday", "Residents packed the hearing": an occasion that the story
// is about.
std::optional<FoundChannel> attended(const WordForms& f, std::uint32_t t, TokenRange run) {
  static const WordSet bodies(
      "council board committee vestry supervisors councillors councilors regents governors synod commission panel "
      "trustees members residents villagers shareholders workers parishioners");
  static const WordSet sat("met sat");
  static const WordSet others("with to for his her their the");
  static const WordSet met("met sat gathered convened assembled");
  static const WordSet times("after before since until ahead following next last previous another like");
  static const WordSet nouns(
      "meeting hearing conference briefing assembly inquest trial call conversation session agm hustings");
  static const WordSet articles("a an the");
  static const WordSet openings("began opened opens lasted ended started resumed dragged adjourned");
  static const WordSet around(
      "began begins opened opens lasted lasts ended ends started starts resumed resumes packed attended filled "
      "interrupted crowded "
      "adjourned erupted descended dragged ran turned went was heard");
  static const WordSet purposes("for at to");
  static const WordSet came("squeezed crammed crowded gathered flocked filed piled trooped turned descended came");
  static const WordSet faced("met faced addressed");
  static const WordSet press("press media reporters journalists");
  if (is_any(f, t, faced) && ((f.is(t + 1, "the") && is_any(f, t + 2, press)) || is_any(f, t + 1, press))) {
    return FoundChannel{ChannelType::press_conference, {t, t + 3}};
  }
  if ((f.is(t, "gallery") && f.is(t - 1, "public")) || (f.is(t, "chamber") && f.is(t - 1, "council")))
    return FoundChannel{ChannelType::meeting, {t - 1, t + 1}};
  if (is_any(f, t, met)) {
    const bool body = (is_any(f, t - 1, bodies) || (is_any(f, t, sat) && has_any(f, {run.begin, t}, bodies))) &&
                      !is_any(f, t + 1, others);
    return body ? std::optional(FoundChannel{ChannelType::meeting, {t - 1, t + 1}}) : std::nullopt;
  }
  if (!is_any(f, t, nouns) || f.is_capital(t)) return std::nullopt;
  const auto type = channel_noun(f, t);
  if (!type || !lasts(*type)) return std::nullopt;
  // "Pelt cut short his news conference": whoever the sentence tells of held it.
  const bool elsewhere = has_any(f, {t > run.begin + 6 ? t - 6 : run.begin, t}, times);
  if (*type == ChannelType::press_conference && !elsewhere) return FoundChannel{*type, {t - 1, t + 1}};
  // "An inquest into the death of Ann Cole, 19, opened".
  const bool first = t > run.begin && t <= run.begin + 3 && is_any(f, run.begin, articles);
  // "People squeezed into the hall on Monday for a hearing".
  const bool drew = !elsewhere && has_any(f, {t > run.begin + 14 ? t - 14 : run.begin, t}, came) &&
                    has_any(f, {t > run.begin + 6 ? t - 6 : run.begin, t}, purposes);
  if (drew) return FoundChannel{*type, {t, t + 1}};
  if (held_there(f, t, run)) return FoundChannel{*type, {t, t + 1}};
  static const WordSet apart("with between of to for which that");
  static const WordSet goes_on(
      "in at on was drew attracted heard grew became took");  // "The meeting in the hall drew eighty people"
  const bool opens = first && is_any(f, t + 1, goes_on) && !has_any(f, {t + 1, std::min(t + 3, run.end)}, apart);
  const bool subject = opens || (is_any(f, t + 1, around) && !f.is(t + 1, "was")) ||
                       (first && has_any(f, {t + 1, std::min(t + 16, run.end)}, openings));
  const bool object = t >= run.begin + 2 && (is_any(f, t - 2, around) || is_any(f, t - 3, around));
  return subject || object ? std::optional(FoundChannel{*type, {t, t + 1}}) : std::nullopt;
}

// Occasions at which words are spoken or written one after another; a statement or a book is none.
bool lasts(ChannelType type) {
  switch (type) {
    case ChannelType::statement:
    case ChannelType::publication:
    case ChannelType::filing:
      return false;
    default:
      return true;
  }
}

}  // namespace sayso
