#include "extract/scenes.h"

#include <algorithm>
#include <ranges>

#include "extract/scene_kinds.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kNear = 7;  // tokens between a verb and what it gives

bool is_any(const WordForms& f, std::uint32_t t, const WordSet& set) { return set.contains(f.folded(t)); }

bool has_any(const WordForms& f, TokenRange range, const WordSet& set) {
  return std::ranges::any_of(std::views::iota(range.begin, std::max(range.begin, range.end)),
                             [&](std::uint32_t t) { return is_any(f, t, set); });
}

// "Near the end of the seven-hour meeting, …", "Minutes into the call, …": a part of it.
std::optional<FoundChannel> part_of(const WordForms& f, TokenRange clause) {
  static const WordSet parts(
      "near toward towards at halfway midway minutes moments early late later throughout inside into partway earlier "
      "outside");
  static const WordSet nouns(
      "meeting hearing call conference session interview trial inquest inquiry rally briefing phone-in broadcast "
      "debate");
  if (!is_any(f, clause.begin, parts) || f.is(clause.begin, "outside")) return std::nullopt;
  for (std::uint32_t t = clause.begin + 2; t < clause.end; ++t) {
    if (f.is(t, "after") || f.is(t, "before")) return std::nullopt;
    const auto type = is_any(f, t, nouns) ? channel_noun(f, t) : std::nullopt;
    if (type && lasts(*type)) return FoundChannel{*type, {clause.begin, t + 1}};
  }
  return std::nullopt;
}

// "By telephone on Thursday, …", "Asked at his first press conference, …", "Cross-examined by Wray, …": how the
// sentence opens.
std::optional<FoundChannel> opening(const WordForms& f, TokenRange run) {
  static const WordSet participles(
      "asked speaking reached contacted interviewed questioned pressed writing appearing testifying addressing talking "
      "posting "
      "tweeting giving quizzed challenged");
  std::uint32_t end = run.begin;
  while (end < run.end && end < run.begin + 20 && !f.is(end, ",")) ++end;
  const TokenRange clause{run.begin, end};
  const std::uint32_t t = run.begin;
  if (f.is(t, "cross") && f.is(t + 2, "examined")) return FoundChannel{ChannelType::testimony, {t, t + 3}};
  if (f.is(t, "testifying") || (f.is(t, "giving") && f.is(t + 1, "evidence")))
    return FoundChannel{ChannelType::testimony, {t, t + 1}};
  if (f.is(t, "interviewed") && f.is(t + 1, "by")) return FoundChannel{ChannelType::interview, {t, t + 1}};
  // "Asked by his barrister, he …": evidence.
  const bool by = is_any(f, t, participles) && (f.is(t + 1, "by") || f.is(t + 2, "by"));
  static const WordSet lawmakers("sen rep senator senators congressman congresswoman lawmakers mps committee peers");
  if (by && (names_counsel(f, clause) || has_any(f, {t, std::min(t + 6, run.end)}, lawmakers)))
    return FoundChannel{ChannelType::testimony, {t, t + 1}};
  if (const auto part = part_of(f, clause)) return part;
  static const WordSet prepositions("in on at during by via over through under from");
  if (!is_any(f, t, participles) && !is_any(f, t, prepositions)) return std::nullopt;
  const auto found = channel_phrase(f, clause);
  const bool first = found && (found->range.begin == t || is_any(f, t, participles));
  return first && lasts(found->type) ? found : std::nullopt;
}

// "held a news conference", "gave evidence", "delivered the eulogy", "sent him a text message", "wrote me a letter".
std::optional<FoundChannel> given(const WordForms& f, std::uint32_t t, std::uint32_t end) {
  static const WordSet verbs(
      "held hold holds holding gave give gives given giving delivered delivers made makes took takes hosted hosts "
      "called convened "
      "staged attended addressed sent sends wrote writes posted posts shared published uploaded recorded left "
      "exchanged "
      "swapped appeared answered responded replied opened");
  static const WordSet issued("issued issues released");
  if (is_any(f, t, issued) || f.is(t, "out")) {
    for (std::uint32_t n = t + 1; n < end && n <= t + kNear && !f.is(n, ",") && !f.is(n, "of"); ++n) {
      if (f.is(n, "statement") && channel_noun(f, n)) return FoundChannel{ChannelType::statement, {t, n + 1}};
    }
  }
  static const WordSet spoken(
      "interview interviews call conference conferences briefing speech address sermon lecture eulogy toast evidence "
      "testimony");
  if (!is_any(f, t, verbs)) return std::nullopt;
  for (std::uint32_t n = t + 1; n < end && n <= t + kNear && !f.is(n, ","); ++n) {
    if (f.is(n, "of")) return std::nullopt;
    const auto type = channel_noun(f, n);
    if (!type || !lasts(*type)) continue;
    const bool written = *type == ChannelType::message || *type == ChannelType::letter || *type == ChannelType::post;
    if (f.is(t, "called") && *type == ChannelType::call) return std::nullopt;
    if (f.is(n, "court") || f.is(n, "meeting") || f.is(n, "rally") || written || is_any(f, n, spoken) ||
        f.is(n - 1, "witness")) {
      return FoundChannel{*type, {t, n + 1}};
    }
  }
  const bool stand = (f.is(t, "took") || f.is(t, "takes")) && f.is(t + 1, "the") && f.is(t + 2, "stand");
  return stand ? std::optional(FoundChannel{ChannelType::testimony, {t, t + 3}}) : std::nullopt;
}

// "is due to hold a news conference": nobody has spoken there.
bool is_to_come(const WordForms& f, TokenRange run) {
  static const WordSet set(
      "will due scheduled expected plans planned would may should if unless cancelled canceled postponed");
  return has_any(f, run, set);
}

// "apologized in a Facebook post", "hit back in an interview": acts of speech that no cue is.
std::optional<FoundChannel> spoke_in(const WordForms& f, std::uint32_t t, std::uint32_t end) {
  static const WordSet clash("met clashed argued rowed faced confronted quarrelled sparred");
  if (is_any(f, t, clash)) {
    const auto found = channel_phrase(f, {t + 1, std::min(end, t + 12)});
    return found && found->type == ChannelType::meeting ? found : std::nullopt;
  }
  static const WordSet shares("posted shared uploaded put");
  if (is_any(f, t, shares)) {
    const auto found = channel_phrase(f, {t + 1, std::min(end, t + 14)});
    return found && found->type == ChannelType::post ? found : std::nullopt;
  }
  if (f.is(t, "testified") || f.is(t, "testifies")) return FoundChannel{ChannelType::testimony, {t, t + 1}};
  if (!is_deed_of_speech(f.folded(t))) return std::nullopt;
  const auto found = channel_phrase(f, {t + 1, std::min(end, t + 12)});
  return found && lasts(found->type) && found->type != ChannelType::meeting ? found : std::nullopt;
}

// "Watts, who | testified in March": what a relative clause tells of somebody.
bool is_aside(const WordForms& f, std::uint32_t t, TokenRange run) {
  for (std::uint32_t n = t; n > run.begin && n + kNear > t && !f.is(n, ","); --n) {
    if (f.is(n - 1, "who") || f.is(n - 1, "which") || f.is(n - 1, "whose")) return true;
  }
  return false;
}

std::optional<Scene> scene_in(const WordForms& f, TokenRange run, std::uint32_t owner, bool opens_sentence) {
  const auto scene = [&](const FoundChannel& channel, bool record, bool open = false) {
    return Scene{channel, run, record, true, open, owner};
  };
  if (opens_sentence) {
    if (const auto found = opening(f, run)) {
      Scene out = scene(*found, false);
      out.between = f.is(found->range.begin + 1, "the");  // "In the call, he …"
      out.open = found->type == ChannelType::meeting;
      return out;
    }
  }
  if (is_to_come(f, run)) return std::nullopt;
  for (std::uint32_t t = run.begin; t < run.end; ++t) {
    if (const auto found = recorded(f, t, run)) return scene(*found, true);
  }
  for (std::uint32_t t = run.begin; t < run.end; ++t) {
    if (!f.is_word(t) || is_aside(f, t, run)) continue;
    if (const auto found = rang(f, t, run.end)) return scene(*found, false);
    if (const auto found = given(f, t, run.end)) return scene(*found, false);
    if (const auto found = spoke_in(f, t, run.end)) {
      Scene out = scene(*found, false);
      out.between = out.open = found->type == ChannelType::meeting;
      return out;
    }
    if (const auto found = attended(f, t, run)) return scene(*found, false, true);
  }
  return std::nullopt;
}

}  // namespace

bool is_deed_of_speech(std::string_view word) {
  static const WordSet set(
      "apologized apologised answered responded hit lashed defended explained announced addressed attacked criticized "
      "criticised blasted "
      "spoke talked discussed outlined described revealed complained thanked praised mocked resigned joked vented "
      "laughed reacted "
      "confessed presented launched unveiled appeared weighed opened boasted ranted pleaded begged elaborated read "
      "wept");
  return set.contains(word);
}

std::vector<Scene> find_scenes(const WordForms& f, const FrameReader& frames) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<Scene> out;
  std::uint32_t closed = kNone, closed_owner = kNone;  // sentence and owner in which a cue has been read
  for (std::uint32_t t = 0; t < f.size();) {
    const std::uint32_t owner = frames.owner(t), sentence = f.sentence(t), begin = t;
    while (t < f.size() && frames.owner(t) == owner && f.sentence(t) == sentence && !frames.is_cue(t)) ++t;
    const bool after_cue = closed == sentence && closed_owner == owner;
    if (t > begin && !after_cue) {
      const bool opens = f.begins_sentence(begin) || (begin > 0 && frames.owner(begin - 1) != owner && owner > 0);
      if (const auto found = scene_in(f, {begin, t}, owner, opens)) out.push_back(*found);
    }
    if (t < f.size() && frames.is_cue(t)) {
      closed = f.sentence(t), closed_owner = frames.owner(t);
      while (t < f.size() && frames.is_cue(t)) ++t;
    }
  }
  return out;
}

std::optional<FoundChannel> announced_talk(const WordForms& f, TokenRange range) {
  static const WordSet interviewed("interviewed interviewing interviewer");
  for (std::uint32_t t = range.end; t-- > range.begin;) {
    if (is_any(f, t, interviewed)) return FoundChannel{ChannelType::interview, {t, t + 1}};
    static const WordSet others("show shows air talk program programme trial court");
    if (is_any(f, t, others)) continue;
    if (f.is(t, "thread")) return FoundChannel{ChannelType::message, {t, t + 1}};
    const auto type = f.is_capital(t) ? std::nullopt : channel_noun(f, t);
    if (!type || !lasts(*type) || *type == ChannelType::speech || *type == ChannelType::letter ||
        *type == ChannelType::post)
      continue;
    return FoundChannel{*type, {t, t + 1}};
  }
  return std::nullopt;
}

}  // namespace sayso
