#include "text/words/cue_verbs.h"

#include <deque>
#include <string>

#include "text/words/word_set.h"

namespace sayso {
namespace {

// The first kind that a form is given stays.
class Table {
 public:
  void add(std::string_view form, CueVerb kind) {
    if (kinds_.contains(form)) return;
    kinds_.add(forms_.emplace_back(form), kind);
  }
  CueVerb kind(std::string_view form) const {
    const CueVerb* found = kinds_.find(form);
    return found == nullptr ? CueVerb::none : *found;
  }

 private:
  std::deque<std::string> forms_;
  WordMap<CueVerb> kinds_;
};

// Base forms of regular verbs; forms of irregular ones as they are.
constexpr std::string_view kSaying =
    "ask reply answer respond state declare announce claim allege report argue insist maintain assert contend acknowledge concede confess confirm "
    "deny refute reject dispute warn caution threaten promise vow pledge guarantee assure order urge demand command instruct direct request plead "
    "implore recommend suggest advise counsel propose explain describe label brand recall recount add note observe remark comment mention stress "
    "emphasize emphasise reveal disclose complain criticize criticise praise hail condemn denounce decry blame accuse apologize apologise joke jest "
    "whisper shout yell exclaim murmur mutter mumble scream growl snort testify quote cite tweet post text email message phone conclude estimate "
    "predict forecast rule inquire enquire query question wonder speculate signal agree disagree object protest boast brag lament remind refuse "
    "decline opine posit stipulate rant retort counter challenge clarify elaborate reiterate repeat proclaim profess preach lecture inform "
    "notify summarize summarise narrate relate confide vouch attest purport purr quiz echo enthuse fume gush grumble gripe moan groan sigh invite "
    "encourage call type scrawl pen publish congratulate thank consider";
constexpr std::string_view kSayingForms =
    "say says said saying tell tells told telling write writes wrote written writing admit admits admitted admitting swear swears swore sworn "
    "swearing beg begs begged begging quip quips quipped quipping cry cries cried crying snap snaps snapped read reads imply implies implied "
    "implying hint hints hinted hinting indicate indicates indicated indicating rebut rebuts rebutted go goes went speak speaks spoke spoken "
    "speaking sing sings sang sung shown show shows showed find finds found blog blogs blogged dm dms lie lies lied";
constexpr std::string_view kThinking =
    "believe fear doubt expect suspect assume worry realize realise learn imagine guess reckon figure remember dream presume regard "
    "conclude";
constexpr std::string_view kThinkingForms =
    "think thinks thought thinking feel feels felt feeling know knows knew known knowing hear hears heard hearing understand understands understood "
    "learnt dreamt convinced";
constexpr std::string_view kWanting = "want wish hope intend aim desire like";
constexpr std::string_view kWantingForms = "plan plans planned planning seek seeks sought seeking prefer prefers preferred";
constexpr std::string_view kNaming = "nickname title entitle dub christen name";

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// "deny": denies, denied, denying; "note": notes, noted, noting; "preach": preaches.
void add_regular(Table& out, std::string_view verb, CueVerb kind) {
  std::string stem(verb);
  out.add(stem, kind);
  const char last = stem.back();
  if (last == 'e') {
    out.add(stem + "s", kind), out.add(stem + "d", kind);
    stem.pop_back();
    out.add(stem + "ing", kind);
    return;
  }
  out.add(stem + "ing", kind);
  if (last == 'y' && stem.size() > 1 && !is_vowel(stem[stem.size() - 2])) {
    stem.back() = 'i';
    out.add(stem + "es", kind), out.add(stem + "ed", kind);
    return;
  }
  const bool hisses = verb.ends_with("s") || verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with("z");
  out.add(stem + (hisses ? "es" : "s"), kind), out.add(stem + "ed", kind);
}

const Table& verbs() {
  static const Table table = [] {
    Table out;
    const auto regular = [&](CueVerb kind, std::string_view words) {
      for_each_word(words, [&](std::string_view word) { add_regular(out, word, kind); });
    };
    const auto forms = [&](CueVerb kind, std::string_view words) {
      for_each_word(words, [&](std::string_view word) { out.add(word, kind); });
    };
    regular(CueVerb::saying, kSaying), forms(CueVerb::saying, kSayingForms);
    regular(CueVerb::thinking, kThinking), forms(CueVerb::thinking, kThinkingForms);
    regular(CueVerb::wanting, kWanting), forms(CueVerb::wanting, kWantingForms);
    regular(CueVerb::naming, kNaming);
    return out;
  }();
  return table;
}

}  // namespace

CueVerb cue_verb(std::string_view word) {
  return verbs().kind(word);
}

}  // namespace sayso
