#include "extract/speaker_label.h"

#include "text/words/given_names.h"
#include "text/words/nouns.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kMostTokens = 16;  // of a label, its role and remarks included
constexpr std::uint32_t kMostWords = 5;    // of the name
constexpr std::uint32_t kMostRole = 5;     // words behind a comma: "STEVE INSKEEP, HOST:"

bool is_particle(std::string_view word) {
  static const WordSet particles("de da di del della du la le van von der den ter al el bin ibn abu of the y e");
  return particles.contains(word);
}

// Reads a label from left to right.
class Reading {
 public:
  Reading(const Layout& layout, TokenRange range) : l_(layout), end_(std::min(range.end, range.begin + kMostTokens)), at_(range.begin) {
    out_.begin = at_;
  }

  std::optional<SpeakerLabel> read() {
    skip_emphasis();
    if (!l_.is_capital(at_)) return std::nullopt;
    out_.name.begin = at_;
    if (question_and_stop()) return finish();
    if (!name() || !role() || !remark()) return std::nullopt;
    skip_emphasis();
    const bool dash = l_.is_dash(at_) && !l_.is(at_, "-") && l_.is_spaced(at_) && l_.is_spaced(at_ + 1) && in_capitals();  // "COLE — No."
    if (at_ >= end_ || !(l_.is(at_, ":") || dash)) return std::nullopt;
    out_.cue = {at_, at_ + 1};
    ++at_;
    const bool loose = l_.is_spaced(at_) || at_ == end_ || !l_.is_word(at_);
    skip_emphasis();
    return loose ? finish() : std::nullopt;
  }

 private:
  void skip_emphasis() {
    for (std::uint32_t next = at_; next < end_; at_ = next) {
      next = l_.is(at_, "*") ? at_ + 1 : tag_end();
      if (next == at_) return;
    }
  }

  // "<b>", "</strong>": one past it.
  std::uint32_t tag_end() const {
    static const WordSet tags("b strong i em u p");
    if (!l_.is(at_, "<")) return at_;
    std::uint32_t t = at_ + 1;
    if (l_.is(t, "/")) ++t;
    return tags.contains(l_.lower(t)) && l_.is(t + 1, ">") && t + 2 <= end_ ? t + 2 : at_;
  }

  bool question_and_stop() {
    if (!(l_.is(at_, "Q") || l_.is(at_, "A")) || !l_.is(at_ + 1, ".") || l_.is_spaced(at_ + 1) || !l_.is_spaced(at_ + 2)) return false;
    out_.name.end = at_ + 1;
    at_ += 2;
    return true;
  }

  // Joins parts of a word: "O'Neil", "Jean-Luc", and the full stop of "Mr." and "J."
  bool joins() const {
    if (l_.is_spaced(at_)) return false;
    if (l_.is(at_, ".")) return l_.text(at_ - 1).size() <= 4 && l_.is_word(at_ - 1);
    const bool inner = l_.is(at_, "'") || l_.is(at_, "’") || l_.is_dash(at_);
    return inner && !l_.is_spaced(at_ + 1) && l_.is_word(at_ + 1);
  }

  bool name() {
    std::uint32_t words = 0;
    for (; at_ < end_; ++at_) {
      if (joins() || l_.is(at_, "#")) continue;
      if (!l_.is_word(at_)) break;
      const bool part = at_ > out_.name.begin && !l_.is_spaced(at_);
      if (!l_.is_capital(at_) && !l_.is_number(at_) && !part && !is_particle(l_.text(at_))) return false;
      words += !part;
    }
    out_.name.end = at_;
    return words > 0 && words <= kMostWords;
  }

  bool role() {
    if (!l_.is(at_, ",")) return true;
    ++at_;
    std::uint32_t words = 0;
    for (; at_ < end_ && (l_.is_word(at_) || joins()); ++at_) words += l_.is_word(at_);
    if (words == 0 || words > kMostRole) return false;
    out_.name.end = at_;
    return true;
  }

  bool in_capitals() const {
    for (std::uint32_t t = out_.name.begin; t < out_.name.end; ++t) {
      if (l_.is_word(t) && !l_.is_all_caps(t) && l_.text(t).size() > 1) return false;
    }
    return true;
  }

  bool remark() {
    if (!l_.is(at_, "(") && !l_.is(at_, "[")) return true;
    while (at_ < end_ && !l_.is(at_, ")") && !l_.is(at_, "]")) ++at_;
    return at_++ < end_;
  }

  std::optional<SpeakerLabel> finish() {
    out_.text = at_;
    describe();
    if (out_.key.empty()) return std::nullopt;
    return out_;
  }

  // Looks through the words of the name (the role left out).
  void describe() {
    std::string all, last;
    std::uint32_t words = 0;
    bool title = false, given = false, section = false;
    out_.caps = true;
    for (std::uint32_t t = out_.name.begin; t < out_.name.end && !l_.is(t, ","); ++t) {
      if (!l_.is_word(t)) continue;
      const std::string word = l_.lower(t);
      if (words == 0) given = is_given_name(word), title = is_title(word), section = is_section_word(word);
      if (!is_name_suffix(word) && !l_.is_number(t)) last = word;
      out_.caps &= l_.is_all_caps(t) || l_.is_number(t) || (l_.text(t).size() == 1 && l_.is_capital(t));
      all += (all.empty() ? "" : " ") + word;
      ++words;
    }
    if (last.empty() || (!given && (section || is_section_word(last)))) return;
    const Noun head = noun(last);
    const bool person = head.kind == NounKind::person && !head.plural;
    out_.titled = person || ((title || given) && words > 1);
    out_.key = person ? all : last;
  }

  const Layout& l_;
  const std::uint32_t end_;
  std::uint32_t at_;
  SpeakerLabel out_;
};

}  // namespace

bool is_section_word(std::string_view word) {
  static const WordSet sections(
      "about advertisement also alert analysis archive audio background blog bonus breaking by caption claim claims column comment commentary con "
      "conclusion cons context contributing contributor correction corrections cover credit credits date details developing disclaimer disclosure "
      "discuss editorial email essay example exclusive explained explainer explore facebook fact facts false feature featured figure file finally first "
      "follow footnote from full gallery graphic graphics headline headlines here highlights hint how image images in info infographic interactive "
      "interview join just key keywords latest learn lesson link links listen live location map media meet method more mostly myth new news next note notes "
      "number on opinion option order originally other out part perspective phone photo photographer photographers photographs photos picture pictures plus podcast point poll pro "
      "profile pros published quiz quote quotes rating read reading reason reality recap recommended related results review rule said says ruling score second see "
      "share slideshow source sources special speaking status step story subscribe subject summary tags takeaway talk then third tip tips title "
      "today topic topics transcript trending true twitter update updated updates verdict verdicts via video videos view views vote votes want warning watch "
      "watched website what when where which who why winner winners loser losers writing yes no "
      "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
      "november december one two three four five six seven eight nine ten fourth fifth sixth");
  return sections.contains(word);
}

bool is_question_key(std::string_view key) { return key == "q" || key == "question"; }
bool is_answer_key(std::string_view key) { return key == "a" || key == "answer"; }

std::optional<SpeakerLabel> speaker_label(const Layout& layout, TokenRange range) { return Reading(layout, range).read(); }

std::optional<SpeakerLabel> chat_label(const Layout& layout, TokenRange range) {
  std::uint32_t t = range.begin;
  if (!layout.is_word(t) || layout.is_capital(t) || layout.is_number(t)) return std::nullopt;
  while (t < range.end && t < range.begin + kMostTokens && (t == range.begin || !layout.is_spaced(t)) && !layout.is(t, ":")) ++t;
  if (t >= range.end || !layout.is(t, ":") || layout.is_spaced(t) || !layout.is_spaced(t + 1)) return std::nullopt;
  SpeakerLabel out;
  out.begin = range.begin, out.name = {range.begin, t}, out.cue = {t, t + 1}, out.text = t + 1;
  out.chat = true;
  for (std::uint32_t at = range.begin; at < t; ++at) out.key += layout.lower(at);
  return out;
}

std::optional<SpeakerLabel> inner_label(const Layout& layout, TokenRange paragraph, std::uint32_t colon) {
  std::uint32_t begin = colon;
  for (; begin > paragraph.begin && begin + kMostWords > colon; --begin) {
    const bool title = layout.is(begin - 1, ".") && begin < colon && is_abbreviated_title(layout.lower(begin - 2)) && layout.is_all_caps(begin - 2);
    if (!title && !layout.is_all_caps(begin - 1)) break;
  }
  if (begin == colon || begin <= paragraph.begin || layout.is(begin, ".")) return std::nullopt;
  const char32_t before = layout.first_char(begin - 1);
  const bool ended = layout.is_stop(begin - 1) || before == U'”' || before == U'"' || before == U')' || before == U']' || layout.is_dash(begin - 1);
  if (!ended || !layout.is_spaced(begin)) return std::nullopt;
  return speaker_label(layout, {begin, paragraph.end});
}

}  // namespace sayso
