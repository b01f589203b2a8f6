#include "extract/channel.h"

#include <algorithm>

#include "extract/channel_words.h"
#include "extract/second_deed.h"
#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool is_one_of(const WordForms& f, std::uint32_t t, const WordSet& set) { return set.contains(f.folded(t)); }

// "— Roz Tempest (@roztempest) July 7, 2025": an account's name under its words.
std::optional<FoundChannel> signed_post(const WordForms& f, const Attribution& a) {
  const auto handle_in = [&](TokenRange line) -> std::optional<FoundChannel> {
    for (std::uint32_t t = line.begin; t < line.end && t < f.size(); ++t) {
      if (f.is(t, "@") && f.is(t - 1, "(")) return FoundChannel{ChannelType::post, {t, t + 2}};
    }
    return std::nullopt;
  };
  if (a.set_off && !a.content.empty()) {
    const std::uint32_t begin = a.content.back().end;
    std::uint32_t end = begin;
    while (end < begin + 16 && f.paragraph(end) == f.paragraph(begin)) ++end;
    if (const auto under = f.is(begin, "—") || f.is(begin, "-") ? handle_in({begin, end}) : std::nullopt) return under;
  }
  return a.source.empty() ? std::nullopt : handle_in({a.source.front().begin, a.source.back().end + 4});
}

// "MPs on the | transport select committee".
bool has_committee(const WordForms& f, std::uint32_t begin) {
  static const WordSet panels("panel committee subcommittee inquiry");
  for (std::uint32_t t = begin; t < begin + 6 && f.is_word(t); ++t) {
    if (is_one_of(f, t, panels)) return true;
  }
  return false;
}

// Whom one tells says how: "told the Two Towels podcast", "told a public inquiry", "told a Senate panel", "told a
// rally".
std::optional<ChannelType> type_of_hearer(const WordForms& f, std::uint32_t t) {
  static const WordSet courts(
      "court jury jurors tribunal inquest inquiry hearing coroner judge justice magistrate magistrates");
  static const WordSet operators("dispatcher dispatchers operator");
  if (is_one_of(f, t, operators)) return ChannelType::call;
  static const WordSet chambers("senate house congressional");
  static const WordSet panels("panel committee subcommittee");
  static const WordSet programmes("podcast programme broadcast");
  static const WordSet members("mps peers senators lawmakers");
  if (is_one_of(f, t, members) && f.is(t + 1, "on") && has_committee(f, t + 2)) return ChannelType::testimony;
  if (is_one_of(f, t, courts) || (is_one_of(f, t, panels) && is_one_of(f, t - 1, chambers)))
    return ChannelType::testimony;
  if (is_one_of(f, t, programmes)) return ChannelType::broadcast;
  if (f.is(t, "rally")) return ChannelType::speech;
  if (f.is(t, "meeting")) return ChannelType::meeting;
  if (f.is(t, "conference") || f.is(t, "briefing")) return channel_noun(f, t);
  return std::nullopt;
}

std::optional<FoundChannel> by_hearer(const WordForms& f, const Attribution& a, TokenRange zone, TokenRange tail) {
  static const WordSet tell("told tell tells telling");
  std::uint32_t whom = 0;
  // "told The Prompt Corner, a theatre podcast": what the hearer is.
  for (std::uint32_t t = tail.begin;
       t < tail.end && t < tail.begin + 5 && !introduces_channel(f.folded(t)) && is_one_of(f, a.cue.end - 1, tell);
       ++t) {
    if (type_of_hearer(f, t) == ChannelType::broadcast && (f.is(tail.begin, "a") || f.is(tail.begin, "the")))
      return FoundChannel{ChannelType::broadcast, {t, t + 1}};
  }
  for (std::uint32_t t = a.cue.begin; t < zone.end; ++t) {
    if (t < a.cue.end && is_one_of(f, t, tell)) {
      whom = t + 1;
    } else if (whom > 0 && (introduces_channel(f.folded(t)) || f.is(t, ","))) {
      return std::nullopt;
    } else if (const auto type = whom > 0 ? type_of_hearer(f, t) : std::nullopt) {
      if (*type == ChannelType::testimony && is_of_the_court(f, a)) return std::nullopt;
      return FoundChannel{*type, {whom, t + 1}};
    }
  }
  return std::nullopt;
}

// "sent a text message", "has written a letter complaining of", "issued a statement saying": the thing itself.
std::optional<FoundChannel> thing_in(const WordForms& f, TokenRange cue) {
  static const WordSet press("press news media");
  static const WordSet before(
      "a an the his her its their this another one open brief short joint last first final single");
  for (std::uint32_t t = cue.begin + 1; t < cue.end; ++t) {
    if (!is_one_of(f, t - 1, before) && !is_one_of(f, t - 1, press) && !is_channel_word(f.folded(t - 1))) continue;
    const auto type = channel_noun(f, t);
    if (type && *type != ChannelType::publication && *type != ChannelType::call)
      return FoundChannel{*type, {t, channel_group_end(f, t, cue.end)}};
  }
  return std::nullopt;
}

// "His last tweet, posted on Friday, read", "Cole's text stating": what somebody sent stands where the speaker would.
std::optional<FoundChannel> thing_before(const WordForms& f, const Attribution& a, const StatementFrame& frame,
                                         const Who& who) {
  static const WordSet sent("tweet tweets post text email message letter note");
  static const WordSet owners("his her their its my our 's last first latest final");
  if (who.type != SourceType::person) return std::nullopt;
  const auto sent_in = [&](TokenRange range) -> std::optional<FoundChannel> {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (t == 0 || !is_one_of(f, t, sent) || f.is_capital(t)) continue;
      const bool owned = is_one_of(f, t - 1, owners) || is_one_of(f, t - 2, owners) || is_one_of(f, t - 3, owners);
      const auto type = owned ? channel_noun(f, t) : std::nullopt;
      if (type) return FoundChannel{*type, {t, t + 1}};
    }
    return std::nullopt;
  };
  for (const TokenRange range : a.source) {
    if (const auto found = sent_in(range)) return found;
  }
  return sent_in({frame.between.begin, std::min(frame.between.end, frame.between.begin + 4)});
}

// "Marsh, who gave evidence by video link, | said": there, unless the clause tells when.
std::optional<FoundChannel> testifying(const WordForms& f, std::uint32_t who, std::uint32_t end) {
  static const WordSet times("in last earlier previously before after ago at");
  const bool evidence = f.is(who + 2, "evidence") && (f.is(who + 1, "gave") || f.is(who + 1, "giving"));
  if (!f.is(who, "who") || !(evidence || f.is(who + 1, "testified") || f.is(who + 1, "appeared"))) return std::nullopt;
  if (f.is(who + 1, "appeared") && !f.is(who + 2, "by")) return std::nullopt;
  for (std::uint32_t t = who + 2; t < end; ++t) {
    if (is_one_of(f, t, times) || is_calendar_word(f.folded(t))) return std::nullopt;
  }
  return FoundChannel{ChannelType::testimony, {who + 1, evidence ? who + 3 : who + 2}};
}

// "observers reached by satellite phone said": within the source; "Ruiz, interviewed on the picket line, said".
std::optional<FoundChannel> reached(const WordForms& f, const Attribution& a, const StatementFrame& frame) {
  for (std::uint32_t t = frame.between.begin; t < frame.between.end; ++t) {
    if (f.is(t, "interviewed") && f.is(t - 1, ",")) return FoundChannel{ChannelType::interview, {t, t + 1}};
    if (const auto there = testifying(f, t, frame.between.end)) return there;
  }
  if (f.is(frame.opening.begin, "interviewed"))
    return FoundChannel{ChannelType::interview, {frame.opening.begin, frame.opening.begin + 1}};
  static const WordSet set("reached contacted interviewed speaking");
  for (const TokenRange range : a.source) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (is_one_of(f, t, set)) return channel_phrase(f, {t, range.end});
    }
  }
  return std::nullopt;
}

// "tweeted", "took to Facebook to say".
std::optional<FoundChannel> verb_in(const WordForms& f, TokenRange cue) {
  static const WordSet took("took take takes taking taken");
  for (std::uint32_t t = cue.begin; t < cue.end; ++t) {
    if (is_one_of(f, t, took) && f.is(t + 1, "to")) {
      for (std::uint32_t n = t + 2; n < t + 5; ++n) {
        if (channel_noun(f, n) == ChannelType::post || (f.is(n, "x") && f.is_capital(n)))
          return FoundChannel{ChannelType::post, {t, n + 1}};
      }
    }
    if (const auto type = channel_verb(f.folded(t))) return FoundChannel{*type, {t, t + 1}};
  }
  return std::nullopt;
}

// "… ruled out a sale | in a broadcast".
std::optional<FoundChannel> phrase_at_begin(const WordForms& f, TokenRange zone) {
  if (zone.empty() || !introduces_channel(f.folded(zone.begin))) return std::nullopt;
  return channel_phrase_at(f, zone.begin, zone.end);
}

// "Wrote on Bleat": on a network that no table knows.
std::optional<FoundChannel> network(const WordForms& f, const Attribution& a, TokenRange behind) {
  static const WordSet written("wrote writes writing");
  std::uint32_t verb = a.cue.begin;
  while (verb < a.cue.end && !is_one_of(f, verb, written)) ++verb;
  if (verb == a.cue.end || !f.is(verb + 1, "on") || verb + 3 > std::max(behind.end, a.cue.end)) return std::nullopt;
  const std::uint32_t name = verb + 2;
  const bool alone =
      name + 1 >= f.size() || (!f.is_capital(name + 1) && !f.is_number(name + 1) && !f.is(name + 1, "'s"));
  return f.is_capital(name) && alone && !is_calendar_word(f.folded(name))
             ? std::optional(FoundChannel{ChannelType::post, {verb + 1, name + 1}})
             : std::nullopt;
}

// "One user commented": people whom only a network knows.
std::optional<FoundChannel> by_user(const WordForms& f, const Attribution& a) {
  static const WordSet users("user users commenter commenters follower followers netizen netizens");
  static const WordSet wrote("wrote writes commented comments replied posted joked added asked");
  if (a.cue.empty() || a.source.empty() || !is_one_of(f, a.cue.end - 1, wrote)) return std::nullopt;
  for (const TokenRange piece : a.source) {
    if (is_one_of(f, piece.end - 1, users)) return FoundChannel{ChannelType::post, a.cue};
  }
  return std::nullopt;
}

// "Under the photograph she wrote".
std::optional<FoundChannel> captioned(const WordForms& f, const Attribution& a, const StatementFrame& frame) {
  static const WordSet places("under underneath beneath alongside below beside");
  static const WordSet pictures("photo photograph picture video image selfie clip snap photos");
  const std::uint32_t t = frame.opening.begin;
  const bool wrote =
      !a.cue.empty() && (f.is(a.cue.begin, "wrote") || f.is(a.cue.begin, "writes") || f.is(a.cue.begin, "added"));
  if (!wrote || !is_one_of(f, t, places)) return std::nullopt;
  for (std::uint32_t n = t + 2; n < t + 4 && n < frame.opening.end; ++n) {
    if (is_one_of(f, n, pictures)) return FoundChannel{ChannelType::post, {t, n + 1}};
  }
  return std::nullopt;
}

}  // namespace

bool names_counsel(const WordForms& f, TokenRange range) {
  static const WordSet set(
      "prosecuting prosecutor prosecutors prosecution kc qc sc counsel barrister lawyer lawyers attorney attorneys "
      "solicitor defending judge "
      "recorder justice magistrate coroner");
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (set.contains(f.folded(t))) return true;
  }
  return false;
}

bool is_of_the_court(const WordForms& f, const Attribution& a) {
  return std::ranges::any_of(a.source, [&](TokenRange range) {
    const std::uint32_t end = f.is(range.end, ",") ? std::min(range.end + 4, f.size()) : range.end;
    return names_counsel(f, {range.begin, end});
  });
}

std::optional<FoundChannel> find_channel(const WordForms& forms, const Attribution& a, const StatementFrame& frame,
                                         const Who& who) {
  if (const auto post = signed_post(forms, a)) return post;
  // Cue and clause in one: "said on | the same programme".
  const TokenRange clause{a.cue.begin,
                          frame.behind.begin == a.cue.end && !a.cue.empty() ? frame.behind.end : a.cue.end};
  for (const TokenRange zone : {clause, frame.behind, frame.between, frame.opening}) {
    if (auto found = channel_phrase(forms, zone)) return found;
  }
  if (auto found = phrase_at_begin(forms, frame.after)) return found;
  if (auto found = by_hearer(forms, a, clause, frame.tail)) return found;
  if (auto found = reached(forms, a, frame)) return found;
  if (auto found = thing_in(forms, a.cue)) return found;
  if (auto found = thing_before(forms, a, frame, who)) return found;
  if (auto found = by_user(forms, a)) return found;
  if (auto found = network(forms, a, frame.behind)) return found;
  if (auto found = captioned(forms, a, frame)) return found;
  if (const auto call = call_before(forms, a.cue)) return call->channel;
  return verb_in(forms, a.cue);
}

}  // namespace sayso
