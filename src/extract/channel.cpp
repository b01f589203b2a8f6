#include "extract/channel.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

using Table = std::unordered_map<std::string_view, ChannelType>;

struct Row {
  ChannelType type;
  std::string_view words;
};

Table table_of(std::initializer_list<Row> rows) {
  Table out;
  for (const Row& row : rows) {
    for_each_word(row.words, [&](std::string_view word) { out.emplace(word, row.type); });
  }
  return out;
}

// Behind in, on, at, during and others, with words between.
const Table& nouns() {
  static const Table table = table_of({
      {ChannelType::interview, "interview interviews"},
      {ChannelType::call, "call calls phone telephone mobile voicemail teleconference facetime skype"},
      {ChannelType::post, "tweet tweets twitter facebook instagram tiktok weibo telegram mastodon bluesky reddit snapchat linkedin tumblr youtube threads "
                          "post posts thread forum forums hashtag selfie story stories reel vlog substack"},
      {ChannelType::statement, "statement statements release communique communiqué"},
      {ChannelType::press_conference, "briefing briefings presser pressers"},
      {ChannelType::speech, "speech speeches address rally rallies sermon remarks keynote lecture lectures toast homily eulogy pulpit oration inauguration monologue talk floor"},
      {ChannelType::testimony, "testimony deposition depositions evidence hearing hearings court courtroom trial oath inquest dock arraignment cross-examination affirmation questioning examination"},
      {ChannelType::filing, "filing filings lawsuit complaint affidavit affidavits petition motion brief briefs papers indictment pleadings pleading defence "
                            "defense counterclaim declaration prospectus documents records submission submissions suit writ"},
      {ChannelType::message, "email e-mail emails e-mails mail text texts sms memo memos message messages messaging chat chats whatsapp slack signal dm dms circular discord wechat"},
      {ChannelType::letter, "letter letters note notes postcard postcards"},
      {ChannelType::broadcast, "podcast podcasts radio television tv broadcast broadcasts air show shows program programme programmes phone-in livestream webcast documentary episode"},
      {ChannelType::publication, "book books memoir memoirs op-ed essay essays article articles column columns paper autobiography editorial novel study journal blog report diary "
                                 "diaries piece biography newsletter preprint pamphlet review manifesto foreword"},
      {ChannelType::meeting, "meeting meetings agm all-hands hustings session council hall assembly congregation"}});
  return table;
}

// Verbs that say how.
const Table& verbs() {
  static const Table table = table_of(
      {{ChannelType::post, "tweeted tweets tweeting retweeted posted posts tweet posting blogged captioned"},
       {ChannelType::message, "emailed emails emailing e-mailed texted texts texting messaged messages messaging text"},
       {ChannelType::testimony, "testified testifies testifying testify"},
       {ChannelType::call, "phoned phones phoning telephoned rang rings ringing"}});
  return table;
}

// "on the call", "on Facebook", "on the stand", "on her blog"; "on his new novel" is what it is about.
bool stands_on(ChannelType type, std::string_view noun) {
  static const WordSet others("blog floor whatsapp slack signal chat stand podium pulpit");
  return type == ChannelType::call || type == ChannelType::post || type == ChannelType::broadcast || others.contains(noun);
}

// Which channels a preposition may lead to; the rest stand behind in, on, at, during. "by telephone", "via WhatsApp",
// "over the radio", "under oath", "from the pulpit".
bool leads_to(std::string_view preposition, ChannelType type, std::string_view noun) {
  static const WordSet plain("in on at during");
  static const WordSet means("by via through over");
  if (preposition == "on") return stands_on(type, noun);
  if (preposition == "at") return type != ChannelType::publication && type != ChannelType::message && type != ChannelType::letter && type != ChannelType::post;
  if (plain.contains(preposition)) return true;
  if (preposition == "under") return noun == "oath" || noun == "questioning" || noun == "examination" || noun == "affirmation";
  if (preposition == "from") return noun == "pulpit" || noun == "dock" || noun == "box" || noun == "stand" || noun == "floor";
  const bool carried = type == ChannelType::call || type == ChannelType::message || type == ChannelType::letter || type == ChannelType::post;
  return means.contains(preposition) && (carried || noun == "radio" || noun == "television");
}

bool introduces(std::string_view word) {
  static const WordSet set("in on at during by via through from over under");
  return set.contains(word);
}

// Another noun phrase begins: "in their defence | the paper".
bool begins_phrase(std::string_view word) {
  static const WordSet set("the a an his her its their our my your this that these those he she it they we i , of to and or — ; :");
  return set.contains(word);
}

constexpr std::uint32_t kWordsBetween = 7;

bool is_one_of(const WordForms& f, std::uint32_t t, const WordSet& set) { return set.contains(f.folded(t)); }

// Words of two tokens: "e-mail", "op-ed", "phone-in", "WhatsApp chat" stays two nouns.
std::optional<ChannelType> hyphened(const WordForms& f, std::uint32_t t) {
  const std::string_view word = f.folded(t);
  if (f.is(t - 1, "-")) {
    if (word == "mail" && f.is(t - 2, "e")) return ChannelType::message;
    if (word == "mails" && f.is(t - 2, "e")) return ChannelType::message;
    if (word == "ed" && f.is(t - 2, "op")) return ChannelType::publication;
    if (word == "hands" && f.is(t - 2, "all") && !nouns().contains(f.folded(t + 1))) return ChannelType::meeting;
    if (word == "in" && f.is(t - 2, "phone")) return ChannelType::broadcast;
    if (word == "examination" && f.is(t - 2, "cross")) return ChannelType::testimony;
  }
  return std::nullopt;
}

// Nouns that are channels only beside others: "press release", "town hall", "court papers", "a council meeting".
bool stands_alone(const WordForms& f, std::uint32_t t) {
  static const WordSet press("press news media");
  static const WordSet court("court legal charging");
  static const WordSet told("instagram facebook snapchat");
  static const WordSet giving("give gives gave given giving");
  static const WordSet closed("door closed special emergency plenary listening joint executive committee cabinet");
  static const WordSet chamber("senate house chamber commons assembly convention");
  static const WordSet written("written formal legal statement");
  const std::string_view word = f.folded(t);
  static const WordSet places("web email e-mail home ip postal mailing street return");
  if (word == "address") return !is_one_of(f, t - 1, places);
  if (word == "hall") return f.is(t - 1, "town");
  if (word == "release") return is_one_of(f, t - 1, press);
  if (word == "papers" || word == "documents" || word == "records") return is_one_of(f, t - 1, court) || f.is(t + 1, "filed") || f.is(t + 1, "lodged");
  if (word == "suit") return f.is(t + 1, "filed") || f.is(t - 1, "civil");
  if (word == "floor") return is_one_of(f, t - 1, chamber) || (f.is(t + 1, "of") && is_one_of(f, t + 3, chamber));
  if (word == "examination") return f.is(t - 1, "cross") || (f.is(t - 1, "-") && f.is(t - 2, "cross"));
  if (word == "story" || word == "stories" || word == "reel") return is_one_of(f, t - 1, told);
  if (word == "defence" || word == "defense") return is_one_of(f, t - 1, written);
  if (word == "text" || word == "texts") return !f.is(t - 1, "the");
  if (word == "session" && is_one_of(f, t - 1, closed)) return true;
  if (word == "council" || word == "session" || word == "assembly") return f.is(t - 1, "town") || f.is(t - 1, "city") || f.is(t - 1, "county") || f.is(t - 1, "council");
  if (word == "note" || word == "notes") return !f.is(t + 1, "to") || !f.is(t + 2, "investors");
  if (word == "thread") return !f.is(t - 1, "common");
  if (word == "signal") return f.is(t - 1, "on") || f.is(t - 1, "via") || f.is(t - 1, "a");
  if (word == "talk") return f.is(t - 1, "a") || f.is(t - 1, "ted");
  if (word == "trial") return !f.is(t - 1, "on");
  if (word == "evidence" || word == "mail" || word == "air") return introduces(f.folded(t - 1)) || f.is(t - 1, "'s") || is_one_of(f, t - 1, giving);
  if (word == "piece") return !f.is(t + 1, "of");
  return true;
}

bool is_brand(std::string_view word) {
  static const WordSet set("twitter facebook instagram tiktok weibo telegram mastodon bluesky reddit snapchat linkedin tumblr youtube threads whatsapp slack "
                           "signal facetime skype e");
  return set.contains(word);
}

// Nouns whose neighbours change what they are: "press conference", "phone interview", "court filing", "blog post".
std::optional<ChannelType> type_at(const WordForms& f, std::uint32_t t) {
  static const WordSet press("press news media");
  static const WordSet shared("posted shared uploaded published on");
  const std::string_view word = f.folded(t);
  if (word == "conference" || word == "conferences") {
    if (is_one_of(f, t - 1, press)) return ChannelType::press_conference;
    return f.is(t + 1, "call") ? std::optional(ChannelType::call) : std::nullopt;
  }
  static const WordSet networks("network site app platform forum website");
  static const WordSet shown("social media video photo sharing networking");
  if (is_one_of(f, t, networks) && (is_one_of(f, t - 1, shown) || f.is(t - 2, "social"))) return ChannelType::post;
  if (is_one_of(f, t, networks) && f.is(t - 1, "messaging")) return ChannelType::message;
  if (word == "social" && f.is(t - 1, "truth")) return ChannelType::post;
  static const WordSet talks("availability scrum gaggle huddle call");
  if (is_one_of(f, t, talks) && is_one_of(f, t - 1, press)) return ChannelType::press_conference;
  if (word == "media" && f.is(t - 1, "social")) return ChannelType::post;
  if (word == "board" && f.is(t - 1, "message")) return ChannelType::post;
  if (word == "stand" && f.is(t - 1, "witness")) return ChannelType::testimony;
  if (word == "box" && f.is(t - 1, "witness")) return ChannelType::testimony;
  if (word == "video" && (is_one_of(f, t + 1, shared) || is_one_of(f, t + 3, shared))) return ChannelType::post;
  if (const auto type = hyphened(f, t)) return type;
  if (f.is(t - 1, "voice") && (word == "note" || word == "notes" || word == "memo" || word == "memos")) return ChannelType::message;
  if (f.is(t - 1, "comment") && (word == "period" || word == "session")) return ChannelType::meeting;
  const auto found = nouns().find(word);
  if (found == nouns().end() || !stands_alone(f, t)) return std::nullopt;
  if (f.is(t + 1, "-") && !f.is_spaced(t + 1)) return std::nullopt;  // "post-war", "phone-in": what stands behind decides
  if (word == "message" && f.is(t + 1, "board")) return std::nullopt;
  if (f.is_capital(t) && !is_brand(word) && !f.begins_sentence(t)) return std::nullopt;  // "the Journal"
  if ((word == "post" || word == "posts") && f.is(t - 1, "blog")) return ChannelType::publication;
  if ((word == "post" || word == "threads" || word == "signal") && f.is_capital(t) && f.is(t - 1, "the")) return std::nullopt;  // a paper
  // "in a television interview", "on a conference call": the last noun of the group counts.
  if (f.is_lower(t + 1) && nouns().contains(f.folded(t + 1))) return type_at(f, t + 1);
  return found->second;
}

std::uint32_t group_end(const WordForms& f, std::uint32_t noun, std::uint32_t end) {
  std::uint32_t last = noun;
  while (last + 1 < end && f.is_lower(last + 1) && nouns().contains(f.folded(last + 1))) ++last;
  return last + 1;
}

// "on CNN", "on NBC's", "on Radio Tyne Bay", "on Velvet FM": a station.
bool is_station(const WordForms& f, std::uint32_t t) {
  static const WordSet behind("fm tv television radio");
  if (f.is_upper(t) && is_known_outlet(f.folded(t))) return true;
  return f.is_capital(t) && ((f.is(t, "radio") && f.is_capital(t + 1)) || (f.is_capital(t + 1) && is_one_of(f, t + 1, behind)));
}

// "in an interview", "during a phone call", "at a packed news conference".
std::optional<FoundChannel> phrase_at(const WordForms& f, std::uint32_t t, std::uint32_t end) {
  static const WordSet many("series string number flurry pair couple barrage spate round set slew succession flood one any all some");
  for (std::uint32_t n = t + 1; n < end && n <= t + kWordsBetween; ++n) {
    if (n > t + 1 && !f.is(n, "of") && !f.is(n - 1, "of") && !f.is(n - 1, "-") && (begins_phrase(f.folded(n)) || introduces(f.folded(n)))) return std::nullopt;
    if (f.is(n, "of") && !(n > t + 1 && is_one_of(f, n - 1, many))) return std::nullopt;
    if (f.is(n, "to") || f.is(n, ",")) return std::nullopt;
    if (f.is(t, "on") && n == t + 1 && f.is(n, "x") && f.is_capital(n)) return FoundChannel{ChannelType::post, {t, n + 1}};
    if (f.is(t, "on") && is_station(f, n)) return FoundChannel{ChannelType::broadcast, {t, n + 1}};
    const auto type = type_at(f, n);
    if (type == ChannelType::publication && f.is(t - 1, "quoted")) return std::nullopt;  // "was quoted in the article": a relay
    if (type && leads_to(f.folded(t), *type, f.folded(n))) return FoundChannel{*type, {t, group_end(f, n, end)}};
  }
  return std::nullopt;
}

// "— Roz Tempest (@roztempest) July 7, 2025": an account's name under its words.
std::optional<FoundChannel> signed_post(const WordForms& f, const Attribution& a) {
  if (a.source.empty()) return std::nullopt;
  for (std::uint32_t t = a.source.front().begin; t < a.source.back().end + 4 && t < f.size(); ++t) {
    if (f.is(t, "@") && f.is(t - 1, "(") && f.is(t + 2, ")")) return FoundChannel{ChannelType::post, {t, t + 2}};
  }
  return std::nullopt;
}

// "MPs on the | transport select committee".
bool has_committee(const WordForms& f, std::uint32_t begin) {
  static const WordSet panels("panel committee subcommittee inquiry");
  for (std::uint32_t t = begin; t < begin + 6 && f.is_word(t); ++t) {
    if (is_one_of(f, t, panels)) return true;
  }
  return false;
}

// Whom one tells says how: "told the Two Towels podcast", "told a public inquiry", "told a Senate panel", "told a rally".
std::optional<ChannelType> type_of_hearer(const WordForms& f, std::uint32_t t) {
  static const WordSet courts("court jury jurors tribunal inquest inquiry hearing coroner judge justice magistrate magistrates");
  static const WordSet operators("dispatcher dispatchers operator");
  if (is_one_of(f, t, operators)) return ChannelType::call;
  static const WordSet chambers("senate house congressional");
  static const WordSet panels("panel committee subcommittee");
  static const WordSet programmes("podcast programme broadcast");
  static const WordSet members("mps peers senators lawmakers");
  if (is_one_of(f, t, members) && f.is(t + 1, "on") && has_committee(f, t + 2)) return ChannelType::testimony;
  if (is_one_of(f, t, courts) || (is_one_of(f, t, panels) && is_one_of(f, t - 1, chambers))) return ChannelType::testimony;
  if (is_one_of(f, t, programmes)) return ChannelType::broadcast;
  if (f.is(t, "rally")) return ChannelType::speech;
  if (f.is(t, "meeting")) return ChannelType::meeting;
  if (f.is(t, "conference") || f.is(t, "briefing")) return type_at(f, t);
  return std::nullopt;
}

std::optional<FoundChannel> by_hearer(const WordForms& f, const Attribution& a, TokenRange zone, TokenRange tail) {
  static const WordSet tell("told tell tells telling");
  std::uint32_t whom = 0;
  // "told The Prompt Corner, a theatre podcast": what the hearer is.
  for (std::uint32_t t = tail.begin; t < tail.end && t < tail.begin + 5 && !introduces(f.folded(t)) && is_one_of(f, a.cue.end - 1, tell); ++t) {
    if (type_of_hearer(f, t) == ChannelType::broadcast && (f.is(tail.begin, "a") || f.is(tail.begin, "the"))) return FoundChannel{ChannelType::broadcast, {t, t + 1}};
  }
  for (std::uint32_t t = a.cue.begin; t < zone.end; ++t) {
    if (t < a.cue.end && is_one_of(f, t, tell)) {
      whom = t + 1;
    } else if (whom > 0 && (introduces(f.folded(t)) || f.is(t, ","))) {
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
  static const WordSet before("a an the his her its their this another one open brief short joint last first final single");
  for (std::uint32_t t = cue.begin + 1; t < cue.end; ++t) {
    if (!is_one_of(f, t - 1, before) && !is_one_of(f, t - 1, press) && !nouns().contains(f.folded(t - 1))) continue;
    const auto type = type_at(f, t);
    if (type && *type != ChannelType::publication && *type != ChannelType::call) return FoundChannel{*type, {t, group_end(f, t, cue.end)}};
  }
  return std::nullopt;
}

// "His last tweet, posted on Friday, read", "Cole's text stating": what somebody sent stands where the speaker would.
std::optional<FoundChannel> thing_before(const WordForms& f, const Attribution& a, const StatementFrame& frame, const Who& who) {
  static const WordSet sent("tweet tweets post text email message letter note");
  static const WordSet owners("his her their its my our 's last first latest final");
  if (who.type != SourceType::person) return std::nullopt;
  const auto sent_in = [&](TokenRange range) -> std::optional<FoundChannel> {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (t == 0 || !is_one_of(f, t, sent) || f.is_capital(t)) continue;
      const bool owned = is_one_of(f, t - 1, owners) || is_one_of(f, t - 2, owners) || is_one_of(f, t - 3, owners);
      const auto type = owned ? type_at(f, t) : std::nullopt;
      if (type) return FoundChannel{*type, {t, t + 1}};
    }
    return std::nullopt;
  };
  for (const TokenRange range : a.source) {
    if (const auto found = sent_in(range)) return found;
  }
  return sent_in({frame.between.begin, std::min(frame.between.end, frame.between.begin + 4)});
}

// "observers reached by satellite phone said": within the source; "Ruiz, interviewed on the picket line, said".
std::optional<FoundChannel> reached(const WordForms& f, const Attribution& a, const StatementFrame& frame) {
  for (std::uint32_t t = frame.between.begin; t < frame.between.end; ++t) {
    if (f.is(t, "interviewed") && f.is(t - 1, ",")) return FoundChannel{ChannelType::interview, {t, t + 1}};
  }
  if (f.is(frame.opening.begin, "interviewed")) return FoundChannel{ChannelType::interview, {frame.opening.begin, frame.opening.begin + 1}};
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
        if (type_at(f, n) == ChannelType::post || (f.is(n, "x") && f.is_capital(n))) return FoundChannel{ChannelType::post, {t, n + 1}};
      }
    }
    const auto verb = verbs().find(f.folded(t));
    if (verb != verbs().end()) return FoundChannel{verb->second, {t, t + 1}};
  }
  return std::nullopt;
}

// "… ruled out a sale | in a broadcast".
std::optional<FoundChannel> phrase_at_begin(const WordForms& f, TokenRange zone) {
  if (zone.empty() || !introduces(f.folded(zone.begin))) return std::nullopt;
  return phrase_at(f, zone.begin, zone.end);
}

}  // namespace

std::optional<FoundChannel> channel_phrase(const WordForms& f, TokenRange zone) {
  for (std::uint32_t t = zone.begin; t < zone.end; ++t) {
    if (!introduces(f.folded(t)) || (f.is(t - 1, "-") && !f.is_spaced(t))) continue;
    if (auto found = phrase_at(f, t, zone.end)) return found;
  }
  return std::nullopt;
}

bool names_counsel(const WordForms& f, TokenRange range) {
  static const WordSet set("prosecuting prosecutor prosecutors prosecution kc qc sc counsel barrister lawyer lawyers attorney attorneys solicitor defending judge "
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

std::optional<ChannelType> channel_noun(const WordForms& forms, std::uint32_t token) { return type_at(forms, token); }

// "Wrote on Bleat": on a network that no table knows.
static std::optional<FoundChannel> network(const WordForms& f, const Attribution& a, TokenRange behind) {
  static const WordSet written("wrote writes writing");
  std::uint32_t verb = a.cue.begin;
  while (verb < a.cue.end && !is_one_of(f, verb, written)) ++verb;
  if (verb == a.cue.end || !f.is(verb + 1, "on") || verb + 3 > std::max(behind.end, a.cue.end)) return std::nullopt;
  const std::uint32_t name = verb + 2;
  const bool alone = name + 1 >= f.size() || (!f.is_capital(name + 1) && !f.is_number(name + 1) && !f.is(name + 1, "'s"));
  return f.is_capital(name) && alone && !is_calendar_word(f.folded(name)) ? std::optional(FoundChannel{ChannelType::post, {verb + 1, name + 1}}) : std::nullopt;
}

// "One user commented": people whom only a network knows.
static std::optional<FoundChannel> by_user(const WordForms& f, const Attribution& a) {
  static const WordSet users("user users commenter commenters follower followers netizen netizens");
  static const WordSet wrote("wrote writes commented comments replied posted joked added asked");
  if (a.cue.empty() || a.source.empty() || !is_one_of(f, a.cue.end - 1, wrote)) return std::nullopt;
  for (const TokenRange piece : a.source) {
    if (is_one_of(f, piece.end - 1, users)) return FoundChannel{ChannelType::post, a.cue};
  }
  return std::nullopt;
}

// "Under the photograph she wrote".
static std::optional<FoundChannel> captioned(const WordForms& f, const Attribution& a, const StatementFrame& frame) {
  static const WordSet places("under underneath beneath alongside below beside");
  static const WordSet pictures("photo photograph picture video image selfie clip snap photos");
  const std::uint32_t t = frame.opening.begin;
  const bool wrote = !a.cue.empty() && (f.is(a.cue.begin, "wrote") || f.is(a.cue.begin, "writes") || f.is(a.cue.begin, "added"));
  if (!wrote || !is_one_of(f, t, places)) return std::nullopt;
  for (std::uint32_t n = t + 2; n < t + 4 && n < frame.opening.end; ++n) {
    if (is_one_of(f, n, pictures)) return FoundChannel{ChannelType::post, {t, n + 1}};
  }
  return std::nullopt;
}

std::optional<FoundChannel> find_channel(const WordForms& forms, const Attribution& a, const StatementFrame& frame, const Who& who) {
  if (const auto post = signed_post(forms, a)) return post;
  // Cue and clause in one: "said on | the same programme".
  const TokenRange clause{a.cue.begin, frame.behind.begin == a.cue.end && !a.cue.empty() ? frame.behind.end : a.cue.end};
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
  return verb_in(forms, a.cue);
}

}  // namespace sayso
