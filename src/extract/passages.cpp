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

constexpr std::size_t kKept = 4;         // occasions that a reader keeps in mind
constexpr std::size_t kMembers = 8;
constexpr std::uint32_t kLead = 6;       // paragraphs in which a story says when its meeting was
constexpr std::uint32_t kPreamble = 4;   // paragraphs before a transcript that may announce it

bool is_pronoun(std::string_view word) {
  static const WordSet set("he she they it");
  return set.contains(word);
}

bool same_day(const std::optional<FoundDay>& a, const std::optional<FoundDay>& b) { return !a || !b || a->date == b->date; }

bool is_telling(const WordForms& f, TokenRange cue) {
  static const WordSet set("told tells telling");
  return !cue.empty() && set.contains(f.folded(cue.end - 1));
}

bool is_turn(const WordForms& f, const Attribution& a) { return a.set_off && a.cue.size() == 1 && f.is(a.cue.begin, ":"); }

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

Passages::Passages(const WordForms& forms, const NameTable& names, const FrameReader& frames, Talk talk, std::string_view published)
    : f_(forms), n_(names), frames_(frames), published_(published), scenes_(find_scenes(forms, frames)), talk_(std::move(talk)), paragraphs_(paragraphs_of(forms)) {
  if (published_.empty()) published_ = dateline_day(forms);
  entries_ = timeline_days(forms, published_);
}

void Passages::read_on(std::uint32_t token) {
  read_told(sentence_begin(token));
  for (; next_scene_ < scenes_.size() && scenes_[next_scene_].run.begin < token; ++next_scene_) {
    const Scene& scene = scenes_[next_scene_];
    Occasion o;
    o.channel = scene.channel;
    o.day = day_of(scene);
    const bool known = scene.open && f_.is(scene.run.begin, "the") && f_.paragraph(scene.run.begin) < kLead;
    if (!o.day && known && !last_day_.empty()) o.day = FoundDay{last_day_, scene.channel.range};  // "The council decided on Tuesday. … The meeting drew"
    if (o.day && scene.owner == 0) last_day_ = o.day->date;
    o.told = scene.run;
    o.record = scene.record;
    o.open = scene.open;
    o.between = scene.between;
    remember(scene.channel.type);
    o.paragraph = f_.paragraph(scene.run.begin);
    open(scene.owner, std::move(o));
  }
}

// What the story itself tells, outside what people say.
void Passages::read_told(std::uint32_t end) {
  const auto is_told = [&](std::uint32_t t) { return frames_.owner(t) == 0 && !frames_.is_cue(t) && !f_.is_quoted(t); };
  while (told_ < end) {
    TokenRange run{told_, told_ + 1};
    if (is_told(run.begin)) {
      while (run.end < end && is_told(run.end) && f_.sentence(run.end) == f_.sentence(run.begin)) ++run.end;
      read_run(run);
    }
    told_ = run.end;
  }
}

// Its days: "that evening" and "two days later" count from them; and what somebody did that was speech.
void Passages::read_run(TokenRange run) {
  std::optional<FoundDay> last;
  TokenRange rest = run;
  while (auto day = rest.empty() ? std::nullopt : day_in(f_, rest, days())) {
    rest.begin = std::max(day->range.end, rest.begin + 1);
    last_day_ = day->date;
    last = std::move(day);
  }
  if (run.size() > 1) read_deed(run, last);
}

// "Cole | apologised | on Wednesday": whoever stands before the verb.
void Passages::read_deed(TokenRange run, const std::optional<FoundDay>& day) {
  for (std::uint32_t t = run.begin + 1; t < run.end; ++t) {
    const TokenRange hearer = f_.is_lower(t) ? hearer_of_deed(f_, t, run.end) : TokenRange{};
    if (hearer.empty() && (!day || !is_deed_of_speech(f_.folded(t)))) continue;
    for (std::uint32_t who = t; who-- > run.begin;) {
      if (n_.at(who) == nullptr && !is_pronoun(f_.folded(who))) continue;
      deed_ = Deed{n_.entity_at(who), f_.paragraph(t), day, hearer};
      return;
    }
  }
}

// Who did the deed goes on to speak in its paragraph.
bool Passages::is_doer(const Attribution& a, const Who& who) const {
  if (!deed_ || deed_->paragraph != f_.paragraph(anchor(a)) || !who.known()) return false;
  return deed_->entity == who.entity || (deed_->entity == kNoEntity && who.pronoun.has_value());
}

// In its sentence, or in the one before in the paragraph: "Tully faced the media on Thursday. The press conference lasted four
// minutes." For a meeting, in the last three of the story, as long as nobody has spoken.
std::optional<FoundDay> Passages::day_of(const Scene& scene) const {
  if (auto day = day_in(f_, scene.run, days())) return day;
  std::uint32_t end = sentence_begin(scene.run.begin);
  for (int back = 0; back < (scene.open ? 3 : 1) && end > 0; ++back) {
    const std::uint32_t begin = sentence_begin(end - 1);
    const bool near = scene.open ? f_.is(end - 1, ".") : f_.paragraph(end - 1) == f_.paragraph(scene.run.begin);
    const bool told = std::ranges::none_of(std::views::iota(begin, end), [&](std::uint32_t t) { return frames_.is_cue(t) || frames_.owner(t) != scene.owner; });
    if (!near || !told) return std::nullopt;
    if (auto day = day_in(f_, {begin, end}, days())) return day;
    end = begin;
  }
  return std::nullopt;
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
    if (now.channel && now.channel->type == occasion.channel->type && now.members.empty() && occasion.paragraph <= now.paragraph + 1 && !now.interrupted) {
      if (!occasion.day) occasion.day = now.day;
      occasion.open = occasion.open || now.open;
      now = std::move(occasion);
      return;
    }
    const bool goes_on = now.channel && now.channel->type == occasion.channel->type && same_day(now.day, occasion.day) && occasion.paragraph <= now.paragraph + 2;
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

// "She", "the company", right behind what somebody without a name, or some body, said.
bool Passages::is_member(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const {
  if (std::ranges::any_of(o.members, [&](const Who& m) { return is_same(m, s.who); })) return true;
  if (o.members.size() != 1 || o.interrupted || paragraph != o.paragraph || s.who.entity != kNoEntity || s.attribution.source.empty()) return false;
  const Who& last = o.members.front();
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
  if (!o.channel || s.channel || s.hearer == nullptr || s.hearer->range.empty() || hears(o, s)) return false;
  const ChannelType type = o.channel->type;
  if (is_exchange(type)) return o.record && s.hearer->who.type == SourceType::organization;  // "Kemp told the Packet that she was joking"
  const bool written = type == ChannelType::statement || type == ChannelType::letter || type == ChannelType::filing || type == ChannelType::publication;
  if (written) return is_telling(f_, s.attribution.cue);
  if (type != ChannelType::meeting && type != ChannelType::speech && type != ChannelType::testimony && type != ChannelType::post) return false;
  return s.relayed || is_writers(s.hearer->range);
}

bool Passages::is_writers(TokenRange words) const {
  static const WordSet set("reporters reporter journalists journalist correspondents media press");
  return std::ranges::any_of(std::views::iota(words.begin, words.end), [&](std::uint32_t t) { return set.contains(f_.folded(t)); });
}

// Spoken or written to somebody of the story, not to those who write it.
bool Passages::meets(const Spoken& s) const {
  if (s.relayed || s.hearer == nullptr) return false;
  const Who& who = s.hearer->who;
  return (who.type == SourceType::person || who.type == SourceType::anonymous) && !is_writers(s.hearer->range);
}

bool Passages::hears(const Occasion& o, const Spoken& s) {
  return s.hearer != nullptr && std::ranges::any_of(o.members, [&](const Who& m) { return is_same(m, s.hearer->who); });
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
  const bool asks = !o.interrupted && s.who.type == SourceType::anonymous && find_stance(f_, s.attribution) == Stance::asks;
  if (asks && (o.channel->type == ChannelType::press_conference || (paragraph == o.paragraph && is_live(o.channel->type)))) return true;  // a reporter, an analyst
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

bool Passages::may_join(const Occasion& o, const Spoken& s, std::uint32_t paragraph) const {
  const Who& who = s.who;
  const bool lone = o.channel && o.between && !o.members.empty() && is_talk(o.channel->type) && same_talk(o.paragraph, paragraph);
  if (lone && who.type != SourceType::document) return true;
  if (answers(o, s, paragraph)) return true;
  if (!o.channel || (o.told.empty() && !o.between) || o.interrupted || paragraph > o.paragraph + 1) return false;
  if (who.type == SourceType::none || who.type == SourceType::document || !is_spoken(f_, s.attribution)) return false;
  const bool here = paragraph == o.paragraph, named = who.entity != kNoEntity && !who.pronoun;
  const bool court = o.channel->type == ChannelType::testimony && is_of_the_court(f_, s.attribution);
  if (o.open && !court && is_assembly(o.channel->type)) return true;
  if (!named && !is_definite(f_, s.attribution)) return false;
  if (!here && !is_talk(o.channel->type) && o.channel->type != ChannelType::testimony && !names(o, who)) return false;
  if (!o.members.empty() && o.channel->type == ChannelType::press_conference) return false;
  if (!o.members.empty() && is_exchange(o.channel->type)) return o.between && is_partner(o, who) && (o.members.size() < 2 || !named);
  if (!o.members.empty()) return o.channel->type == ChannelType::meeting && named;
  if (names(o, who)) return true;
  if (o.record && !who.pronoun && !is_present(f_, s.attribution.cue) && !is_written(f_, s.attribution.cue)) return false;
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
  if (!o.channel || !is_spoken(f_, s.attribution)) return false;
  if (is_exchange(o.channel->type) && !o.between) return false;
  if (s.day && !o.day) return false;  // another time
  return !o.interrupted || paragraph <= o.paragraph + patience(o.channel->type, o.between);
}

Passages::Occasion* Passages::find(std::uint32_t owner, const Spoken& s, std::uint32_t paragraph) {
  Occasions& all = occasions_[owner];
  for (std::size_t k = all.size(); k-- > 0;) {
    Occasion& o = all[k];
    if (is_member(o, s, paragraph)) return holds(o, s, paragraph) && !is_outside(o, s) ? &o : nullptr;
    const bool own = s.channel && o.channel && o.channel->type == s.channel->type && o.members.empty() && !o.interrupted && paragraph <= o.paragraph + 1;
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
  auto found = std::ranges::find_if(all, [&](const Occasion& o) { return o.turns && paragraph <= o.paragraph + kPreamble; });
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
  if (owner == 0 && s.attribution.set_off && s.channel && s.channel->type == ChannelType::post) return {};  // shown, not told of
  drop_own_scene(s, owner);
  if (asked_there(s, owner, paragraph)) return {};
  Occasion* o = find(owner, s, paragraph);
  if (o == nullptr && owner != 0 && !s.channel) return as_told(s, paragraph), TokenRange{};
  // "By phone", said in an interview, is still that.
  const bool means = o != nullptr && o->channel && o->channel->type == ChannelType::interview && s.channel && s.channel->type == ChannelType::call;
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
    if (fresh.between) fresh.partner = s.hearer->who;
    const bool asked = !s.who.known() && s.channel;  // "Asked at a news conference whether …, he said"
    if (asked) fresh.told = s.attribution.cue, fresh.between = true;
    open(owner, std::move(fresh));
    if (s.who.known()) join(occasions_[owner].back(), s, paragraph);
    return {};
  }
  const bool near = paragraph == o->paragraph || !o->told.empty();
  const bool direct = !o->interrupted;
  join(*o, s, paragraph);
  const bool aired = o->channel && (o->channel->type == ChannelType::broadcast || o->channel->type == ChannelType::interview);
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
  if (all.empty() || !all.back().between || all.back().paragraph != paragraph || !all.back().channel) return;
  const Occasion& o = all.back();
  if (!is_exchange(o.channel->type) || !same_day(o.day, s.day) || !(is_member(o, s, paragraph) || may_join(o, s, paragraph))) return;
  s.channel = o.channel;
  if (!s.day) s.day = o.day;
}

// "He would not say, he told analysts on a call. Asked whether …": put to whoever has just spoken there.
bool Passages::asked_there(const Spoken& s, std::uint32_t owner, std::uint32_t paragraph) {
  const Occasions& all = occasions_[owner];
  if (s.who.known() || s.channel || s.attribution.cue.empty() || all.empty() || find_stance(f_, s.attribution) != Stance::asks) return false;
  const Occasion& o = all.back();
  if (!o.channel || o.interrupted || o.members.empty() || o.paragraph != paragraph || !is_live(o.channel->type)) return false;
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
  if (!s.channel && is_earlier(f, s.attribution.cue) && (o.members.empty() || o.paragraph != paragraph)) return false;
  if (!s.channel && is_elsewhere(f, s.attribution, s.frame)) return false;
  if ((s.relayed && !o.members.empty()) || !same_day(o.day, s.day)) return false;  // "By telephone … he told the Herald": one occasion
  if (!s.channel || (!o.channel && paragraph == o.paragraph)) return true;
  return o.channel && o.channel->type == s.channel->type && paragraph <= o.paragraph + 1;
}

}  // namespace sayso
