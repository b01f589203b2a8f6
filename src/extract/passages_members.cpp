// Who speaks at an occasion: those who have spoken there, those who answer them, those whom the story names.
#include <algorithm>
#include <ranges>

#include "extract/occasion.h"
#include "extract/passages.h"
#include "extract/stance.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool is_pronoun(std::string_view word) {
  static const WordSet set("he she they it");
  return set.contains(word);
}

bool is_telling(const WordForms& f, TokenRange cue) {
  static const WordSet set("told tells telling");
  return !cue.empty() && set.contains(f.folded(cue.end - 1));
}

}  // namespace

// "She", "the company", right behind what somebody without a name, or some body, said.
bool Passages::is_member(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const {
  if (std::ranges::any_of(o.members, [&](const Who& m) { return is_same(m, s.who); })) return true;
  if (o.members.size() != 1 || o.interrupted || paragraph != o.paragraph || s.who.entity != kNoEntity ||
      s.attribution.source.empty())
    return false;
  const Who& last = o.members.front();
  static const WordSet adding("added adds adding continued");
  if (!s.attribution.cue.empty() && adding.contains(f_.folded(s.attribution.cue.end - 1))) return true;
  const std::uint32_t first = s.attribution.source.front().begin;
  if (last.type != s.who.type) return false;
  if (last.type == SourceType::anonymous) return is_pronoun(f_.folded(first));
  return last.type == SourceType::organization && f_.is(first, "the") && f_.is_lower(first + 1);
}

// Of a statement's exchange, the other side is whom that was said to.
bool Passages::is_partner(const Occasion& o, const Who& who) {
  if (!o.partner) return true;
  return is_same(*o.partner, who) || (o.partner->entity == kNoEntity && who.entity == kNoEntity);
}

// "Biden told reporters" after what he said at a rally: the writers of the story stand elsewhere.
bool Passages::is_outside(const Occasion& o, const Spoken& s) const {
  if (!o.channel || s.channel || s.hearer() == nullptr || s.hearer()->range.empty() || hears(o, s)) return false;
  const ChannelType type = o.channel->type;
  if (is_exchange(type))
    return o.record && s.hearer()->who.type == SourceType::organization;  // "Kemp told the Packet that she was joking"
  const bool written = type == ChannelType::statement || type == ChannelType::letter || type == ChannelType::filing ||
                       type == ChannelType::publication;
  if (written) return is_telling(f_, s.attribution.cue);
  if (type != ChannelType::meeting && type != ChannelType::speech && type != ChannelType::testimony &&
      type != ChannelType::post)
    return false;
  return s.relayed || is_writers(s.hearer()->range);
}

bool Passages::is_writers(TokenRange words) const {
  static const WordSet set("reporters reporter journalists journalist correspondents media press");
  return std::ranges::any_of(std::views::iota(words.begin, words.end),
                             [&](std::uint32_t t) { return set.contains(f_.folded(t)); });
}

// Spoken or written to somebody of the story, not to those who write it.
bool Passages::meets(const Spoken& s) const {
  if (s.relayed || s.hearer() == nullptr) return false;
  const Who& who = s.hearer()->who;
  return (who.type == SourceType::person || who.type == SourceType::anonymous) && !is_writers(s.hearer()->range);
}

bool Passages::hears(const Occasion& o, const Spoken& s) {
  return s.hearer() != nullptr &&
         std::ranges::any_of(o.members, [&](const Who& m) { return is_same(m, s.hearer()->who); });
}

bool Passages::names(const Occasion& o, const Who& who) const {
  for (std::uint32_t t = o.told.begin; t < o.told.end && who.entity != kNoEntity; ++t) {
    if (n_.entity_at(t) == who.entity) return true;
  }
  return false;
}

// "“Why?” a reporter asked him": to somebody who speaks there, or right behind him.
bool Passages::answers(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const {
  if (!o.channel || o.members.empty() || paragraph > o.paragraph + 1) return false;
  const bool asks =
      !o.interrupted && s.who.type == SourceType::anonymous && find_stance(f_, s.attribution) == Stance::asks;
  if (asks &&
      (o.channel->type == ChannelType::press_conference || (paragraph == o.paragraph && is_live(o.channel->type))))
    return true;  // a reporter, an analyst
  if (!is_talk(o.channel->type)) return false;
  if (is_exchange(o.channel->type) && !o.between) return false;  // with the writer of the story
  if (!s.who.known() || s.who.type == SourceType::document || !is_spoken(f_, s.attribution)) return false;
  return hears(o, s) || (!o.interrupted && replies(f_, s.attribution.cue));
}

// Both paragraphs are of one exchange of turns, or the first leads over to it.
bool Passages::same_talk(std::uint32_t a, std::uint32_t b) const {
  if (!talk_.any() || talk_.number[b] == 0) return false;
  return talk_.number[a] == talk_.number[b] || (a + 1 == b && talk_.number[a] == 0);
}

// "Screenshots of a channel show what came next. “Are we telling them?” an engineer asked": quoted from a record;
// "residents swapped messages. “No,” typed one".
bool Passages::is_shown_talk(const Occasion& o, const Spoken& s) const {
  if (o.channel->type != ChannelType::message || s.attribution.content.empty()) return false;
  if (!f_.is_mark(s.attribution.content.front().begin)) return false;
  static const WordSet shows("show shows tell tells read reads begin begins");
  static const WordSet some("one another");
  const bool shown = o.record && std::ranges::any_of(std::views::iota(o.told.begin, o.told.end + 1),
                                                     [&](std::uint32_t t) { return shows.contains(f_.folded(t)); });
  const bool one = !s.attribution.source.empty() && some.contains(f_.folded(s.attribution.source.front().begin));
  return (shown && s.who.type != SourceType::organization) || (one && is_written(f_, s.attribution.cue));
}

bool Passages::may_join(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const {
  const Who& who = s.who;
  const bool lone =
      o.channel && o.between && !o.members.empty() && is_talk(o.channel->type) && same_talk(o.paragraph, paragraph);
  if (lone && who.type != SourceType::document) return true;
  if (answers(o, s, paragraph) || may_join_call(o, s, paragraph)) return true;
  if (!o.channel || (o.told.empty() && !o.between) || o.interrupted || paragraph > o.paragraph + 1) return false;
  const bool assembly = o.open && is_assembly(o.channel->type);
  const bool tells = is_spoken(f_, s.attribution) || (assembly && !is_present(f_, s.attribution.cue));
  if (who.type == SourceType::none || who.type == SourceType::document || !tells) return false;
  if (is_shown_talk(o, s)) return true;
  const bool here = paragraph == o.paragraph, named = who.entity != kNoEntity && !who.pronoun;
  const bool court = o.channel->type == ChannelType::testimony && is_of_the_court(f_, s.attribution);
  if (assembly && !court) return true;
  if (!named && !is_definite(f_, s.attribution)) return false;
  if (!here && !is_talk(o.channel->type) && o.channel->type != ChannelType::testimony && !names(o, who)) return false;
  if (!o.members.empty() && o.channel->type == ChannelType::press_conference) return false;
  if (!o.members.empty() && is_exchange(o.channel->type))
    return o.between && is_partner(o, who) && (o.members.size() < 2 || !named);
  if (!o.members.empty()) return o.channel->type == ChannelType::meeting && named;
  if (names(o, who)) return true;
  if (o.record && !who.pronoun && !is_present(f_, s.attribution.cue) && !is_written(f_, s.attribution.cue))
    return false;
  bool others = false;
  for (std::uint32_t t = o.told.begin; t < o.told.end; ++t) {
    const std::uint32_t entity = n_.entity_at(t);
    others = others || (entity != kNoEntity && n_.entities[entity].kind == NameKind::person);
  }
  if (court) return false;
  return !others || (here && !named);
}

bool Passages::holds(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const {
  if (paragraph == o.paragraph || o.turns) return true;
  const bool told_of = o.open && o.channel && is_assembly(o.channel->type) && !is_present(f_, s.attribution.cue);
  if (!o.channel || (!is_spoken(f_, s.attribution) && !told_of)) return false;
  if (is_exchange(o.channel->type) && !o.between) return false;
  if (s.day && !o.day) return false;  // another time
  return !o.interrupted || paragraph <= o.paragraph + patience(o.channel->type, o.between);
}

}  // namespace sayso
