#include "extract/channel_words.h"

#include <algorithm>
#include <array>

#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

using Table = WordMap<ChannelType>;

struct Row {
  ChannelType type;
  std::string_view words;
};

Table table_of(std::initializer_list<Row> rows) {
  Table out;
  for (const Row& row : rows) {
    for_each_word(row.words, [&](std::string_view word) { out.add(word, row.type); });
  }
  return out;
}

// Behind in, on, at, during and others, with words between.
const Table& nouns() {
  static const Table table = table_of(
      {{ChannelType::interview, "interview interviews"},
       {ChannelType::call, "call calls phone telephone mobile voicemail teleconference facetime skype"},
       {ChannelType::post,
        "tweet tweets twitter facebook instagram tiktok weibo telegram mastodon bluesky reddit snapchat linkedin "
        "tumblr youtube threads "
        "post posts thread forum forums hashtag selfie story stories reel vlog substack page wall feed profile"},
       {ChannelType::statement, "statement statements release communique communiqué"},
       {ChannelType::press_conference, "briefing briefings presser pressers"},
       {ChannelType::speech,
        "speech speeches address rally rallies sermon remarks keynote lecture lectures toast homily eulogy pulpit "
        "oration inauguration monologue talk floor"},
       {ChannelType::testimony,
        "testimony deposition depositions evidence hearing hearings court courtroom trial oath inquest dock "
        "arraignment cross-examination affirmation questioning examination"},
       {ChannelType::filing,
        "filing filings lawsuit complaint affidavit affidavits petition motion brief briefs papers indictment "
        "pleadings pleading defence "
        "defense counterclaim declaration prospectus documents records submission submissions suit writ"},
       {ChannelType::message,
        "email e-mail emails e-mails mail text texts sms memo memos message messages messaging chat chats whatsapp "
        "slack signal dm dms circular discord wechat"},
       {ChannelType::letter, "letter letters note notes postcard postcards"},
       {ChannelType::broadcast,
        "podcast podcasts radio television tv broadcast broadcasts air show shows program programme programmes "
        "phone-in livestream webcast documentary episode"},
       {ChannelType::publication,
        "book books memoir memoirs op-ed essay essays article articles column columns paper autobiography editorial "
        "novel study journal blog report diary commentary audit "
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
  return type == ChannelType::call || type == ChannelType::post || type == ChannelType::broadcast ||
         others.contains(noun);
}

// Which channels a preposition may lead to; the rest stand behind in, on, at, during. "by telephone", "via WhatsApp",
// "over the radio", "under oath", "from the pulpit".
bool leads_to(std::string_view preposition, ChannelType type, std::string_view noun) {
  static const WordSet plain("in on at during");
  static const WordSet means("by via through over");
  if (preposition == "on") return stands_on(type, noun);
  if (preposition == "at")
    return type != ChannelType::publication && type != ChannelType::message && type != ChannelType::letter &&
           type != ChannelType::post;
  if (plain.contains(preposition)) return true;
  if (preposition == "under")
    return noun == "oath" || noun == "questioning" || noun == "examination" || noun == "affirmation";
  if (preposition == "from")
    return noun == "pulpit" || noun == "dock" || noun == "box" || noun == "stand" || noun == "floor";
  const bool carried = type == ChannelType::call || type == ChannelType::message || type == ChannelType::letter ||
                       type == ChannelType::post;
  return means.contains(preposition) && (carried || noun == "radio" || noun == "television");
}

// Another noun phrase begins: "in their defence | the paper".
bool begins_phrase(std::string_view word) {
  static const WordSet set(
      "the a an his her its their our my your this that these those he she it they we i , of to and or — ; :");
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
  static const WordSet owned("its her his their our my fan");
  if (word == "page" || word == "wall" || word == "feed" || word == "profile") return is_one_of(f, t - 1, owned);
  if (word == "release") return is_one_of(f, t - 1, press);
  if (word == "papers" || word == "documents" || word == "records")
    return is_one_of(f, t - 1, court) || f.is(t + 1, "filed") || f.is(t + 1, "lodged");
  if (word == "suit") return f.is(t + 1, "filed") || f.is(t - 1, "civil");
  if (word == "floor") return is_one_of(f, t - 1, chamber) || (f.is(t + 1, "of") && is_one_of(f, t + 3, chamber));
  if (word == "examination") return f.is(t - 1, "cross") || (f.is(t - 1, "-") && f.is(t - 2, "cross"));
  if (word == "story" || word == "stories" || word == "reel") return is_one_of(f, t - 1, told);
  if (word == "defence" || word == "defense") return is_one_of(f, t - 1, written);
  if (word == "text" || word == "texts") return !f.is(t - 1, "the");
  if (word == "session" && is_one_of(f, t - 1, closed)) return true;
  if (word == "council" || word == "session" || word == "assembly")
    return f.is(t - 1, "town") || f.is(t - 1, "city") || f.is(t - 1, "county") || f.is(t - 1, "council");
  if (word == "note" || word == "notes") return !f.is(t + 1, "to") || !f.is(t + 2, "investors");
  if (word == "thread") return !f.is(t - 1, "common");
  if (word == "signal") return f.is(t - 1, "on") || f.is(t - 1, "via") || f.is(t - 1, "a");
  if (word == "talk") return f.is(t - 1, "a") || f.is(t - 1, "ted");
  if (word == "trial") return !f.is(t - 1, "on");
  if (word == "evidence" || word == "mail" || word == "air")
    return introduces_channel(f.folded(t - 1)) || f.is(t - 1, "'s") || is_one_of(f, t - 1, giving);
  if (word == "piece") return !f.is(t + 1, "of");
  return true;
}

bool is_brand(std::string_view word) {
  static const WordSet set(
      "twitter facebook instagram tiktok weibo telegram mastodon bluesky reddit snapchat linkedin tumblr youtube "
      "threads whatsapp slack "
      "signal facetime skype e");
  return set.contains(word);
}

// "on CNN", "on NBC's", "on Radio Tyne Bay", "on Velvet FM": a station.
bool is_station(const WordForms& f, std::uint32_t t) {
  static const WordSet behind("fm tv television radio");
  if (f.is_upper(t) && is_known_outlet(f.folded(t))) return true;
  return f.is_capital(t) &&
         ((f.is(t, "radio") && f.is_capital(t + 1)) || (f.is_capital(t + 1) && is_one_of(f, t + 1, behind)));
}

}  // namespace

bool is_channel_word(std::string_view word) { return nouns().contains(word); }

std::optional<ChannelType> channel_verb(std::string_view word) {
  const ChannelType* found = verbs().find(word);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

bool introduces_channel(std::string_view word) {
  static const WordSet set("in on at during by via through from over under");
  return set.contains(word);
}

// Nouns whose neighbours change what they are: "press conference", "phone interview", "court filing", "blog post".
std::optional<ChannelType> channel_noun(const WordForms& f, std::uint32_t t) {
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
  if (f.is(t - 1, "voice") && (word == "note" || word == "notes" || word == "memo" || word == "memos"))
    return ChannelType::message;
  if (f.is(t - 1, "comment") && (word == "period" || word == "session")) return ChannelType::meeting;
  const ChannelType* found = nouns().find(word);
  if (found == nullptr || !stands_alone(f, t)) return std::nullopt;
  if (f.is(t + 1, "-") && !f.is_spaced(t + 1))
    return std::nullopt;  // "post-war", "phone-in": what stands behind decides
  if (word == "message" && f.is(t + 1, "board")) return std::nullopt;
  if (f.is_capital(t) && !is_brand(word) && !f.begins_sentence(t)) return std::nullopt;  // "the Journal"
  if ((word == "post" || word == "posts") && f.is(t - 1, "blog")) return ChannelType::publication;
  if ((word == "post" || word == "threads" || word == "signal") && f.is_capital(t) && f.is(t - 1, "the"))
    return std::nullopt;  // a paper
  // "in a television interview", "on a conference call": the last noun of the group counts.
  if (f.is_lower(t + 1) && nouns().contains(f.folded(t + 1))) return channel_noun(f, t + 1);
  return *found;
}

std::uint32_t channel_group_end(const WordForms& f, std::uint32_t noun, std::uint32_t end) {
  std::uint32_t last = noun;
  while (last + 1 < end && f.is_lower(last + 1) && nouns().contains(f.folded(last + 1))) ++last;
  return last + 1;
}

// "in an interview", "during a phone call", "at a packed news conference".
std::optional<FoundChannel> channel_phrase_at(const WordForms& f, std::uint32_t t, std::uint32_t end) {
  static const WordSet many(
      "series string number flurry pair couple barrage spate round set slew succession flood one any all some "
      "recording "
      "tape audio recordings");
  for (std::uint32_t n = t + 1; n < end && n <= t + kWordsBetween; ++n) {
    if (n > t + 1 && !f.is(n, "of") && !f.is(n - 1, "of") && !f.is(n - 1, "-") &&
        (begins_phrase(f.folded(n)) || introduces_channel(f.folded(n))))
      return std::nullopt;
    if (f.is(n, "of") && !(n > t + 1 && is_one_of(f, n - 1, many))) return std::nullopt;
    if (f.is(n, "to") || f.is(n, ",")) return std::nullopt;
    if (f.is(t, "on") && n == t + 1 && f.is(n, "x") && f.is_capital(n))
      return FoundChannel{ChannelType::post, {t, n + 1}};
    if (f.is(t, "on") && is_station(f, n)) return FoundChannel{ChannelType::broadcast, {t, n + 1}};
    const auto type = channel_noun(f, n);
    if (type == ChannelType::publication && f.is(t - 1, "quoted"))
      return std::nullopt;  // "was quoted in the article": a relay
    if (type && leads_to(f.folded(t), *type, f.folded(n)))
      return FoundChannel{*type, {t, channel_group_end(f, n, end)}};
  }
  return std::nullopt;
}

std::optional<FoundChannel> channel_phrase(const WordForms& f, TokenRange zone) {
  for (std::uint32_t t = zone.begin; t < zone.end; ++t) {
    if (!introduces_channel(f.folded(t)) || (f.is(t - 1, "-") && !f.is_spaced(t))) continue;
    if (auto found = channel_phrase_at(f, t, zone.end)) return found;
  }
  return std::nullopt;
}

}  // namespace sayso
