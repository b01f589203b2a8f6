#include "extract/scenes.h"

#include <algorithm>
#include <ranges>

#include "extract/addressee_phrase.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kNear = 7;  // tokens between a verb and what it gives

bool is_any(const WordForms& f, std::uint32_t t, const WordSet& set) { return set.contains(f.folded(t)); }

bool has_any(const WordForms& f, TokenRange range, const WordSet& set) {
  return std::ranges::any_of(std::views::iota(range.begin, std::max(range.begin, range.end)),
                             [&](std::uint32_t t) { return is_any(f, t, set); });
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

bool is_one_of_hers(const WordForms& f, std::uint32_t t) {
  static const WordSet whom("him her them me us his their my our the a home police 911 999 in");
  return is_any(f, t, whom) || f.is_capital(t);
}

// "She rang him from the hotel", "phoned her mother", "called home and said"; "called him a liar" and "called for" are
// none.
std::optional<FoundChannel> rang(const WordForms& f, std::uint32_t t, std::uint32_t end) {
  static const WordSet crowds(
      "crowd crowds rally supporters delegates congregation fans protesters demonstrators mourners graduates students "
      "faithful audience");
  static const WordSet surely("rang ring rings phoned phones telephoned telephones dialled dialed facetimed");
  static const WordSet behind(
      "from and to on at back again after when , . that late early before yesterday last first then twice every");
  if (is_any(f, t, surely)) {
    const bool whom = is_one_of_hers(f, t + 1) || f.is(t + 1, "and") || f.is(t + 1, "from") || f.is(t + 1, "back");
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

// "A recording of a dinner": what it is of; by itself it is of a call.
std::optional<FoundChannel> recording_of(const WordForms& f, std::uint32_t tape) {
  static const WordSet talks("call calls conversation conversations exchange");
  if (!f.is(tape + 1, "of")) return FoundChannel{ChannelType::call, {tape, tape + 1}};
  for (std::uint32_t t = tape + 2; t < tape + 6 && f.is_word(t); ++t) {
    if (is_any(f, t, talks) || f.is_capital(t)) return FoundChannel{ChannelType::call, {tape, tape + 1}};
    if (const auto type = channel_noun(f, t); type && lasts(*type)) return FoundChannel{*type, {tape, t + 1}};
  }
  return std::nullopt;
}

// "A phone call between Vance and Okoro has been passed around", "On the tape Vance asks", "first printed the texts",
// "WhatsApp messages that he had sent", "The thread begins": a record of what was said.
std::optional<FoundChannel> recorded(const WordForms& f, std::uint32_t t, TokenRange run) {
  static const WordSet tapes("tape tapes recording recordings audio voicemail");
  static const WordSet talks("call messages texts emails e-mails chat chats thread dms exchange");
  static const WordSet shown(
      "leaked screenshots screenshot printed published obtained sent exchanged between begins opens shared "
      "recording tape released transcript swapped leaks posted began lasted lasts started starts ended ends heard");
  static const WordSet things(
      "device devices studio studios artist artists contract session sessions industry equipment label measure");
  if (is_any(f, t, tapes) && !is_any(f, t + 1, things)) return recording_of(f, t);
  if (!is_any(f, t, talks) || (f.is_capital(t) && !f.begins_sentence(t))) return std::nullopt;
  if (f.is(t, "call") && (f.is(t + 1, "for") || f.is(t - 1, "'s"))) return std::nullopt;
  const bool told = std::ranges::any_of(std::views::iota(run.begin, run.end), [&](std::uint32_t n) {
    return is_any(f, n, shown) || (f.is(n, "seen") && f.is(n + 1, "by")) || (f.is(n, "read") && f.is(n + 1, "out"));
  });
  if (!told) return std::nullopt;
  if (f.is(t, "exchange")) return std::nullopt;
  return FoundChannel{f.is(t, "call") ? ChannelType::call : ChannelType::message, {t, t + 1}};
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
  static const WordSet shares("posted shared uploaded");
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
