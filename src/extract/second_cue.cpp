#include "extract/second_cue.h"

#include <algorithm>

#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr float kConfidence = 0.6f;
constexpr std::uint32_t kFewestWords = 2;  // of a content

// In a sentence that has begun with an act of speech these go on with another one, not with what was said.
bool is_second_act(std::string_view word) {
  static const WordSet set(
      "denied denies demanded demands accused accuses urged urges threatened threatens vowed vows pledged pledges insisted insists criticised criticises "
      "criticized criticizes condemned condemns praised praises warned warns refused refuses apologised apologises apologized apologizes suggested "
      "suggests argued argues described describes dismissed dismisses blamed blames promised promises conceded concedes admitted admits claimed claims "
      "predicted predicts hinted hints joked jokes complained complains lamented laments acknowledged acknowledges");
  return set.contains(word);
}

// The same behind a comma only.
bool is_second_attitude(std::string_view word) {
  static const WordSet set("hope hopes hoped plan plans planned intend intends intended want wants wanted believe believes believed expect expects expected fear "
                           "fears feared doubt doubts doubted think thinks thought wish wishes wished asked asks told tells said says added adds noted notes");
  return set.contains(word);
}

bool is_calling(std::string_view word) { return word == "called" || word == "calls"; }

bool is_between(std::string_view word) {
  static const WordSet set("also then later even again once even has have had");
  return set.contains(word);
}

// Forms that make a past participle of what follows: "he had met her and accused her".
bool is_perfect(std::string_view word) {
  static const WordSet set("had has have having");
  return set.contains(word);
}

class SecondCues {
 public:
  SecondCues(const WordForms& forms, std::vector<Attribution>& out) : f_(forms), out_(out), cue_of_(f_.size(), 0) {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      for (std::uint32_t t = out_[i].cue.begin; t < out_[i].cue.end; ++t) cue_of_[t] = static_cast<std::uint32_t>(i) + 1;
    }
  }

  void run() {
    const std::size_t all = out_.size();
    for (std::size_t i = 0; i < all; ++i) {
      if (out_[i].cue.empty() || out_[i].source.empty() || out_[i].content.empty() || out_[i].set_off) continue;
      if (out_[i].source.back().end > out_[i].cue.begin) continue;  // "…, said Cole": what follows is another sentence
      read(i);
    }
  }

 private:
  struct Second {
    std::uint32_t joint = 0, cue = 0, verb = 0;  // "and", the first word behind it, the verb
  };

  // The joint in the content or right behind it.
  bool find(TokenRange piece, Second& out) const {
    constexpr std::uint32_t kGap = 2;
    bool perfect = false;
    for (std::uint32_t t = piece.begin; t < std::min(piece.end + kGap, f_.size()) && f_.sentence(t) == f_.sentence(piece.begin); ++t) {
      if (f_.is_quoted(t)) continue;
      perfect |= is_perfect(f_.folded(t));  // not the one behind "and"
      if (!(f_.is(t, "and") || f_.is(t, "but")) || t < piece.begin + kFewestWords) continue;
      std::uint32_t verb = t + 1;
      while (verb < t + 4 && is_between(f_.folded(verb))) ++verb;
      const bool comma = f_.is(t - 1, ",") || f_.is_mark(t - 1);
      const bool has = f_.is(verb - 1, "has") || f_.is(verb - 1, "have");
      const bool attitude = is_second_attitude(f_.folded(verb)) && (comma || (has && !perfect));
      if (!(attitude || acts(verb)) || (perfect && !comma)) continue;
      out = {t, t + 1, verb};
      return true;
    }
    return false;
  }

  bool acts(std::uint32_t verb) const {
    static const WordSet passive("by of as");
    if (is_second_act(f_.folded(verb))) return !passive.contains(f_.folded(verb + 1));
    if (!is_calling(f_.folded(verb))) return false;
    constexpr std::uint32_t kObject = 9;  // "called the decision “a joke”"
    for (std::uint32_t t = verb + 1; t < verb + kObject && f_.sentence(t) == f_.sentence(verb); ++t) {
      if (f_.is_mark(t)) return true;
    }
    return f_.is(verb + 1, "for") || f_.is(verb + 1, "on");
  }

  void read(std::size_t i) {
    Second second;
    std::size_t p = 0;
    const std::vector<TokenRange>& content = out_[i].content;
    while (p < content.size() && (content[p].begin < out_[i].cue.end || !find(content[p], second))) ++p;
    if (p == content.size()) return;
    const std::uint32_t end = std::max(content.back().end, second.verb);
    cut(out_[i].content, second.joint);
    const std::uint32_t known = cue_of_[second.verb];
    if (known > 0 && known != i + 1) {
      Attribution& other = out_[known - 1];
      if (other.source.empty() || other.source.front().begin >= out_[i].cue.end) other.source = out_[i].source;
    } else if (known == 0) {
      add(i, second, end);
    }
  }

  void cut(std::vector<TokenRange>& content, std::uint32_t joint) const {
    std::erase_if(content, [&](const TokenRange& piece) { return piece.begin >= joint; });
    std::uint32_t end = joint;
    while (end > 0 && f_.is(end - 1, ",")) --end;
    for (TokenRange& piece : content) piece.end = std::min(piece.end, end);
  }

  void add(std::size_t i, const Second& second, std::uint32_t content_end) {
    std::uint32_t begin = second.verb + 1, end = std::max(content_end, begin);
    if (f_.is(begin, "for") || f_.is(begin, "on")) ++begin;
    while (end < f_.size() && content_end <= second.verb && f_.sentence(end) == f_.sentence(second.verb)) ++end;
    while (end > begin && !f_.is_word(end - 1) && !f_.is_mark(end - 1)) --end;
    if (end < begin + kFewestWords) return;
    out_.push_back({{second.cue, begin}, out_[i].source, {{begin, end}}, kConfidence});
  }

  const WordForms& f_;
  std::vector<Attribution>& out_;
  std::vector<std::uint32_t> cue_of_;  // of each token: the attribution whose cue it is in, as index + 1
};

}  // namespace

void part_second_cues(const WordForms& forms, std::vector<Attribution>& attributions) { SecondCues(forms, attributions).run(); }

}  // namespace sayso
