#include "extract/passages.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "extract/enclosing.h"
#include "extract/occasion.h"
#include "extract/stance.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::size_t kKept = 4;  // occasions that a reader keeps in mind
constexpr std::size_t kMembers = 8;
constexpr std::uint32_t kPreamble = 4;  // paragraphs before a transcript that may announce it

bool same_day(const std::optional<FoundDay>& a, const std::optional<FoundDay>& b) {
  return !a || !b || a->date == b->date;
}

// "Analysts", "reporters": several who have no name.
bool is_audience(const FoundParty& party) { return party.who.type == SourceType::anonymous && party.range.size() == 1; }

// "Screenshots of a second channel".
bool is_another(const WordForms& f, std::uint32_t noun) {
  static const WordSet set("a an another second third different separate");
  return noun > 1 && (set.contains(f.folded(noun - 1)) || set.contains(f.folded(noun - 2)));
}

bool is_turn(const WordForms& f, const Attribution& a) {
  return a.set_off && a.cue.size() == 1 && f.is(a.cue.begin, ":");
}

std::vector<TokenRange> paragraphs_of(const WordForms& f) {
  std::vector<TokenRange> out(f.paragraph_count());
  for (std::uint32_t t = 0; t < f.size(); ++t) {
    TokenRange& p = out[f.paragraph(t)];
    if (p.empty()) p.begin = t;
    p.end = t + 1;
  }
  return out;
}

}  // namespace

Passages::Passages(const WordForms& forms, const NameTable& names, const FrameReader& frames, Talk talk,
                   std::string_view published)
    : f_(forms),
      n_(names),
      frames_(frames),
      published_(published),
      scenes_(find_scenes(forms, frames)),
      talk_(std::move(talk)),
      paragraphs_(paragraphs_of(forms)) {
  if (published_.empty()) published_ = dateline_day(forms);
  entries_ = timeline_days(forms, published_);
}

std::uint32_t Passages::sentence_begin(std::uint32_t t) const {
  for (std::uint32_t steps = 0; t > 0 && steps < 60 && f_.sentence(t - 1) == f_.sentence(t); ++steps) --t;
  return t;
}

void Passages::remember(ChannelType type) {
  if (is_assembly(type)) assembly_ = type;
}

void Passages::open(std::uint32_t owner, Occasion occasion) {
  Occasions& all = occasions_[owner];
  // "On the tape Vance asks": the call that the story is in.
  if (!occasion.told.empty() && !all.empty()) {
    Occasion& now = all.back();
    if (now.channel && now.channel->type == occasion.channel->type && now.members.empty() &&
        occasion.paragraph <= now.paragraph + 1 && !now.interrupted) {
      if (!occasion.day) occasion.day = now.day;
      occasion.open = occasion.open || now.open;
      now = std::move(occasion);
      return;
    }
    const bool another = occasion.record && is_another(f_, occasion.channel->range.begin);
    const bool goes_on = !another && now.channel && now.channel->type == occasion.channel->type &&
                         same_day(now.day, occasion.day) && occasion.paragraph <= now.paragraph + 2;
    if (goes_on && is_exchange(occasion.channel->type) && now.between) {
      now.paragraph = occasion.paragraph;
      if (!now.day) now.day = occasion.day;
      if (occasion.record) now.told = occasion.told, now.record = true;
      return;
    }
  }
  if (all.size() == kKept) all.erase(all.begin());
  all.push_back(std::move(occasion));
}

Passages::Occasion* Passages::find(std::uint32_t owner, const Spoken& s, std::uint32_t paragraph) {
  Occasions& all = occasions_[owner];
  for (std::size_t k = all.size(); k-- > 0;) {
    Occasion& o = all[k];
    if (is_member(o, s, paragraph)) return holds(o, s, paragraph) && !is_outside(o, s) ? &o : nullptr;
    const bool again = o.audience && s.channel && s.channel->type == ChannelType::call && refers_back(*s.channel) &&
                       paragraph <= o.paragraph + 1;
    if (again) return &o;
    const bool own = s.channel && o.channel && o.channel->type == s.channel->type && o.members.empty() &&
                     !o.interrupted && paragraph <= o.paragraph + 1;
    if (own || (k + 1 == all.size() && !is_outside(o, s) && may_join(o, s, paragraph))) return &o;
    if (hears(o, s)) return nullptr;  // whom it is said to is elsewhere by now
  }
  return nullptr;
}

void Passages::join(Occasion& o, const Spoken& s, std::uint32_t paragraph) {
  o.paragraph = paragraph;
  o.interrupted = false;
  if (o.members.size() < kMembers && !is_member(o, s, paragraph)) o.members.push_back(s.who);
}

// What stands before the first turn: the nearest paragraph that calls the talk by a name or tells its day.
Passages::Occasion Passages::announced(std::uint32_t paragraph) const {
  Occasion out;
  out.turns = true;
  for (std::uint32_t p = paragraph; p-- > 0 && p + kPreamble >= paragraph;) {
    const TokenRange text = paragraphs_[p];
    if (text.size() < 6 || (!f_.is(text.end - 1, ".") && !f_.is(text.end - 1, ":"))) continue;  // a title, a byline
    if (!out.channel) out.channel = announced_talk(f_, text);
    std::uint32_t end = text.end;
    while (end > text.begin && !out.day) {
      std::uint32_t begin = end - 1;
      while (begin > text.begin && f_.sentence(begin - 1) == f_.sentence(begin)) --begin;
      out.day = day_in(f_, {begin, end}, {published_, {}});
      end = begin;
    }
  }
  return out;
}

void Passages::turn(const Spoken& s, std::uint32_t paragraph) {
  Occasions& all = occasions_[0];
  auto found =
      std::ranges::find_if(all, [&](const Occasion& o) { return o.turns && paragraph <= o.paragraph + kPreamble; });
  if (found == all.end()) {
    Occasion o = announced(paragraph);
    if (!o.channel) o.channel = FoundChannel{ChannelType::interview, s.attribution.cue};
    open(0, std::move(o));
    found = all.end() - 1;
  }
  join(*found, s, paragraph);
  s.channel = found->channel;
  if (!s.day) s.day = found->day;
  if (s.day) last_day_ = s.day->date;
}

TokenRange Passages::speak(const Spoken& s) {
  const std::uint32_t paragraph = f_.paragraph(anchor(s.attribution));
  const std::uint32_t owner = s.around < 0 ? 0 : static_cast<std::uint32_t>(s.around) + 1;
  if (s.day && owner == 0) last_day_ = s.day->date;
  if (owner == 0 && is_turn(f_, s.attribution)) return turn(s, paragraph), TokenRange{};
  const bool told = !s.channel && assembly_ && tells_the_assembly(f_, s.attribution, s.frame.behind, *assembly_);
  if (told && !is_of_the_court(f_, s.attribution)) {
    s.channel = FoundChannel{*assembly_, s.frame.behind};
    for (const Occasion& o : occasions_[owner]) {
      if (!s.day && o.channel && o.channel->type == *assembly_ && o.open) s.day = o.day;
    }
  }
  if (s.channel) remember(s.channel->type);
  if (!s.day && paragraph < entries_.size()) s.day = entries_[paragraph];
  if (!s.day && owner == 0 && is_doer(s.attribution, s.who)) s.day = deed_->day;
  deed_.reset();
  if (owner == 0 && s.attribution.set_off && s.channel && s.channel->type == ChannelType::post)
    return {};  // shown, not told of
  drop_own_scene(s, owner);
  if (asked_there(s, owner, paragraph)) return {};
  Occasion* o = find(owner, s, paragraph);
  if (o == nullptr && owner != 0 && !s.channel) return as_told(s, paragraph), TokenRange{};
  // "By phone", said in an interview, is still that.
  const bool means = o != nullptr && o->channel && o->channel->type == ChannelType::interview && s.channel &&
                     s.channel->type == ChannelType::call;
  if (o != nullptr && !means && !goes_on(f_, *o, s, paragraph)) o = nullptr;
  const bool comes_between = s.who.known() && s.who.type != SourceType::document && !is_earlier(f_, s.attribution.cue);
  for (Occasion& other : occasions_[owner]) other.interrupted = other.interrupted || (comes_between && &other != o);
  const bool passes = !comes_between && is_earlier(f_, s.attribution.cue);  // the story goes back and comes again
  for (Occasion& other : occasions_[owner]) {
    if (passes && other.open && paragraph == other.paragraph + 1) other.paragraph = paragraph;
  }
  if (o == nullptr) {
    if (!s.channel && !s.day) return {};
    Occasion fresh;
    fresh.channel = s.channel;
    fresh.day = s.day;
    fresh.via = s.via;
    fresh.paragraph = paragraph;
    fresh.between = s.channel && is_exchange(s.channel->type) && meets(s);
    if (fresh.between) fresh.partner = s.hearer()->who;
    const bool heard =
        s.channel && s.channel->type == ChannelType::call && s.hearer() != nullptr && is_audience(*s.hearer());
    if (heard) fresh.audience = *s.hearer(), fresh.host = fresh.last = s.who;
    const bool asked = !s.who.known() && s.channel;  // "Asked at a news conference whether …, he said"
    if (asked) fresh.told = s.attribution.cue, fresh.between = true;
    open(owner, std::move(fresh));
    if (s.who.known()) join(occasions_[owner].back(), s, paragraph);
    return {};
  }
  const bool near = paragraph == o->paragraph || !o->told.empty();
  const bool direct = !o->interrupted;
  join(*o, s, paragraph);
  if (o->audience) hear(*o, s);
  const bool aired =
      o->channel && (o->channel->type == ChannelType::broadcast || o->channel->type == ChannelType::interview);
  if (aired && s.via.empty() && (!s.channel || s.channel->type == o->channel->type)) s.via = o->via;
  if (!o->channel) o->channel = s.channel;
  if (!o->day) o->day = s.day;
  if (!s.day && (near || (direct && (!s.channel || refers_back(*s.channel))))) s.day = o->day;
  if (!s.channel && s.who.type != SourceType::document) s.channel = o->channel;
  return o->record ? o->told : TokenRange{};
}

// "in the filing", "in the same letter".
bool Passages::refers_back(const FoundChannel& channel) const {
  const std::uint32_t t = channel.range.begin + 1;
  return f_.is(t, "the") || f_.is(t, "that") || f_.is(t, "this");
}

// "She phoned Marsh. “I went too far,” she told him, according to an aide": what is told of the scene before.
void Passages::as_told(const Spoken& s, std::uint32_t paragraph) {
  Occasions& all = occasions_[0];
  if (all.empty() || s.told_there || !all.back().between || all.back().paragraph != paragraph || !all.back().channel)
    return;
  const Occasion& o = all.back();
  if (!is_exchange(o.channel->type) || !same_day(o.day, s.day) ||
      !(is_member(o, s, paragraph) || may_join(o, s, paragraph)))
    return;
  s.channel = o.channel;
  if (!s.day) s.day = o.day;
}

// "He would not say, he told analysts on a call. Asked whether …": put to whoever has just spoken there.
bool Passages::asked_there(const Spoken& s, std::uint32_t owner, std::uint32_t paragraph) {
  const Occasions& all = occasions_[owner];
  if (s.who.known() || s.channel || s.attribution.cue.empty() || all.empty() ||
      find_stance(f_, s.attribution) != Stance::asks)
    return false;
  const Occasion& o = all.back();
  if (!o.channel || o.interrupted || o.members.empty() || o.paragraph != paragraph || !is_live(o.channel->type))
    return false;
  s.channel = o.channel;
  if (!s.day) s.day = o.day;
  return true;
}

// "In an email on Monday, | Cole said": what a statement's own sentence says of it is no scene for others.
void Passages::drop_own_scene(const Spoken& s, std::uint32_t owner) {
  Occasions& all = occasions_[owner];
  if (!s.channel || all.empty()) return;
  const Occasion& last = all.back();
  if (last.members.empty() && last.told.contains(s.channel->range.begin)) all.pop_back();
}

bool Passages::goes_on(const WordForms& f, const Occasion& o, const Spoken& s, std::uint32_t paragraph) {
  if (!s.channel && !o.record && is_earlier(f, s.attribution.cue) && (o.members.empty() || o.paragraph != paragraph))
    return false;
  if (!s.channel && is_perfect(f, s.attribution.cue) && !o.members.empty()) return false;
  if (!s.channel && (is_elsewhere(f, s.attribution, s.frame) || is_answer(f, s.attribution))) return false;
  if ((s.relayed && !o.members.empty()) || !same_day(o.day, s.day))
    return false;  // "By telephone … he told the Herald": one occasion
  if (!s.channel || (!o.channel && paragraph == o.paragraph)) return true;
  return o.channel && o.channel->type == s.channel->type && paragraph <= o.paragraph + 1;
}

}  // namespace sayso
