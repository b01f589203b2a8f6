// What the story itself tells between what people say: scenes, days, deeds of speech.
#include <algorithm>
#include <ranges>
#include <utility>

#include "extract/addressee_occasion.h"
#include "extract/enclosing.h"
#include "extract/passages.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kLead = 6;  // paragraphs in which a story says when its meeting was

bool is_pronoun(std::string_view word) {
  static const WordSet set("he she they it");
  return set.contains(word);
}

}  // namespace

void Passages::read_on(std::uint32_t token) {
  read_told(sentence_begin(token));
  for (; next_scene_ < scenes_.size() && scenes_[next_scene_].run.begin < token; ++next_scene_) {
    const Scene& scene = scenes_[next_scene_];
    Occasion o;
    o.channel = scene.channel;
    o.day = day_of(scene);
    const bool known = scene.open && f_.is(scene.run.begin, "the") && f_.paragraph(scene.run.begin) < kLead;
    if (!o.day && known && !last_day_.empty())
      o.day = FoundDay{last_day_, scene.channel.range};  // "The council decided on Tuesday. … The meeting drew"
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
    if (f_.is(t - 1, "who") || f_.is(t - 1, "which")) continue;  // "Cole, who resigned on Monday, wrote"
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

// In its sentence, or in the one before in the paragraph: "Tully faced the media on Thursday. The press conference
// lasted four minutes." For a meeting, in the last three of the story, as long as nobody has spoken.
std::optional<FoundDay> Passages::day_of(const Scene& scene) const {
  if (auto day = day_in(f_, scene.run, days())) return day;
  std::uint32_t end = sentence_begin(scene.run.begin);
  for (int back = 0; back < (scene.open ? 3 : 1) && end > 0; ++back) {
    const std::uint32_t begin = sentence_begin(end - 1);
    const bool near = scene.open ? f_.is(end - 1, ".") : f_.paragraph(end - 1) == f_.paragraph(scene.run.begin);
    const bool told = std::ranges::none_of(std::views::iota(begin, end), [&](std::uint32_t t) {
      return frames_.is_cue(t) || frames_.owner(t) != scene.owner;
    });
    if (!near || !told) return std::nullopt;
    if (auto day = day_in(f_, {begin, end}, days())) return day;
    end = begin;
  }
  return std::nullopt;
}

}  // namespace sayso
