#include "extract/channel.h"

#include <array>
#include <unordered_map>

#include "text/words/organization_words.h"
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

// Behind in, on, at, during, by, via, through, from and up to four words more.
const Table& nouns() {
  static const Table table = table_of({
      {ChannelType::interview, "interview interviews"},
      {ChannelType::call, "call calls phone telephone voicemail teleconference"},
      {ChannelType::post, "tweet tweets twitter facebook instagram tiktok weibo telegram mastodon bluesky reddit snapchat linkedin tumblr post posts"},
      {ChannelType::statement, "statement statements release communique communiqué"},
      {ChannelType::press_conference, "briefing presser"},
      {ChannelType::speech, "speech speeches address rally sermon remarks keynote lecture toast homily eulogy"},
      {ChannelType::testimony, "testimony deposition  hearing court trial oath"},
      {ChannelType::filing, "filing filings lawsuit complaint affidavit petition motion brief papers indictment"},
      {ChannelType::message, "email e-mail emails e-mails text texts memo memos message messages chat"},
      {ChannelType::letter, "letter letters"},
      {ChannelType::broadcast, "podcast radio television tv broadcast air show program programme"},
      {ChannelType::publication, "book memoir memoirs op-ed essay article column paper autobiography editorial novel study journal blog report"},
      {ChannelType::meeting, "meeting meetings hall"}});
  return table;
}

// Verbs that say how.
const Table& verbs() {
  static const Table table = table_of({{ChannelType::post, "tweeted tweets tweeting retweeted posted posts tweet posting"},
                                       {ChannelType::message, "emailed emails emailing texted texts texting messaged"},
                                       {ChannelType::testimony, "testified testifies testifying"},
                                       {ChannelType::call, "phoned telephoned"}});
  return table;
}

bool introduces(std::string_view word) {
  static const WordSet set("in on at during by via through from over under");
  return set.contains(word);
}

constexpr std::uint32_t kWordsBetween = 7;

// Nouns whose neighbours change what they are: "press conference", "news conference", "phone interview", "court filing",
// "blog post", "town hall", "press release", "call center".
std::optional<ChannelType> type_at(const WordForms& f, std::uint32_t t) {
  const std::string_view word = f.folded(t);
  if (word == "conference") {
    if (f.is(t - 1, "press") || f.is(t - 1, "news") || f.is(t - 1, "media")) return ChannelType::press_conference;
    return f.is(t + 1, "call") ? std::optional(ChannelType::call) : std::nullopt;
  }
  if (word == "media" && f.is(t - 1, "social")) return ChannelType::post;
  if (word == "mail" && f.is(t - 1, "-") && f.is(t - 2, "e")) return ChannelType::message;
  if (word == "ed" && f.is(t - 1, "-") && f.is(t - 2, "op")) return ChannelType::publication;
  const auto found = nouns().find(word);
  if (found == nouns().end()) return std::nullopt;
  if (f.is_capital(t) && found->second != ChannelType::post && !f.begins_sentence(t)) return std::nullopt;  // "the Journal"
  if (word == "hall" && !f.is(t - 1, "town")) return std::nullopt;
  if (word == "release" && !f.is(t - 1, "press") && !f.is(t - 1, "news")) return std::nullopt;
  if ((word == "post" || word == "posts") && f.is(t - 1, "blog")) return ChannelType::publication;
  if ((word == "post" || word == "papers") && (f.is_capital(t) || f.is(t + 1, "-"))) return std::nullopt;
  if (word == "papers" && !f.is(t - 1, "court")) return std::nullopt;
  if ((word == "text" || word == "texts") && f.is(t - 1, "the")) return std::nullopt;
  // "in a television interview", "on a conference call": the last noun of the group counts.
  if (f.is_lower(t + 1) && nouns().contains(f.folded(t + 1))) return type_at(f, t + 1);
  return found->second;
}

// "in an interview", "during a phone call", "at a packed news conference".
std::optional<FoundChannel> phrase_at(const WordForms& f, std::uint32_t t, std::uint32_t end) {
  for (std::uint32_t n = t + 1; n < end && n <= t + kWordsBetween; ++n) {
    if (introduces(f.folded(n)) || f.is(n, ",") || f.is(n, "of") || f.is(n, "to")) return std::nullopt;
    if (const auto type = type_at(f, n)) {
      std::uint32_t last = n;
      while (last + 1 < end && f.is_lower(last + 1) && nouns().contains(f.folded(last + 1))) ++last;
      return FoundChannel{*type, {t, last + 1}};
    }
    // "on CNN", "on NBC's": a station.
    if (f.is(t, "on") && f.is_upper(n) && is_known_outlet(f.folded(n))) return FoundChannel{ChannelType::broadcast, {t, n + 1}};
  }
  return std::nullopt;
}

std::optional<FoundChannel> phrase_in(const WordForms& f, TokenRange zone) {
  for (std::uint32_t t = zone.begin; t < zone.end; ++t) {
    if (!introduces(f.folded(t))) continue;
    if (auto found = phrase_at(f, t, zone.end)) return found;
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

}  // namespace

std::optional<FoundChannel> find_channel(const WordForms& forms, const Attribution& attribution, const StatementFrame& frame) {
  if (const auto post = signed_post(forms, attribution)) return post;
  for (const TokenRange zone : {attribution.cue, frame.behind, frame.between, frame.opening}) {
    if (auto found = phrase_in(forms, zone)) return found;
  }
  for (std::uint32_t t = attribution.cue.begin; t < attribution.cue.end; ++t) {
    const auto verb = verbs().find(forms.folded(t));
    if (verb != verbs().end()) return FoundChannel{verb->second, {t, t + 1}};
  }
  return std::nullopt;
}

}  // namespace sayso
