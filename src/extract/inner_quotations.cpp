#include "extract/inner_quotations.h"

#include <algorithm>

#include "extract/layout.h"
#include "extract/marks.h"
#include "text/words/nouns.h"
#include "text/words/pronouns.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr float kConfidence = 0.7f;
constexpr std::uint32_t kObject = 3;   // words between a verb and its comma: "told my mother,"
constexpr std::uint32_t kSubject = 4;  // words of a subject: "the man next door"

bool is_verb(std::string_view word) {
  static const WordSet set(
      "said says say saying goes go going went asked asks ask asking told tells tell telling wrote writes write "
      "writing thought "
      "replied replies answered answers shouted shouts yelled yells whispered texted");
  return set.contains(word);
}

bool is_infinitive(std::string_view word) {
  static const WordSet set("say go ask tell write");
  return set.contains(word);
}

bool takes_object(std::string_view word) {
  static const WordSet set("asked asks ask asking told tells tell telling wrote texted");
  return set.contains(word);
}

bool is_helper(std::string_view word) {
  static const WordSet set(
      "had has have will would to then just also always never ever once even really was were is are am be");
  return set.contains(word);
}

class InnerQuotations {
 public:
  InnerQuotations(const Analysis& a, std::vector<Attribution>& attributions)
      : a_(a), l_(a), marks_(a), out_(attributions), cue_(a.tokens.size(), false), begins_(a.tokens.size(), false) {
    for (const Attribution& one : out_) {
      std::fill(cue_.begin() + one.cue.begin, cue_.begin() + std::max(one.cue.begin, one.cue.end), true);
      for (const TokenRange piece : one.content) begins_[piece.begin] = true;
    }
  }

  void run() {
    for (std::size_t q = 0; q < a_.quotations.quotations.size(); ++q) {
      const TokenRange range = marks_.range(q);
      if (range.empty() || a_.quotations.quotations[q].parent < 0 || begins_[range.begin] || l_.words(range) == 0)
        continue;
      add(range);
    }
  }

 private:
  void add(TokenRange range) {
    std::uint32_t end = range.begin;
    if (end > 0 && (l_.is(end - 1, ",") || l_.is(end - 1, ":"))) --end;
    const bool comma = end < range.begin;
    const TokenRange cue = verb_before(end, comma);
    if (cue.empty() || cue_[cue.begin]) return;
    Attribution found;
    found.cue = cue;
    if (const TokenRange subject = subject_before(cue.begin); !subject.empty()) found.source = {subject};
    found.content = {range};
    found.confidence = kConfidence;
    out_.push_back(std::move(found));
  }

  // "said", "told her", "were like", with helpers before it.
  TokenRange verb_before(std::uint32_t end, bool comma) const {
    if (end == 0) return {};
    TokenRange out;
    const std::string last = l_.lower(end - 1);
    if (last == "like" && comma && end > 1 && is_helper(l_.lower(end - 2)))
      out = {end - 2, end};
    else if (is_verb(last))
      out = {end - 1, end};
    for (std::uint32_t t = end - 1; out.empty() && comma && t > 0 && t + kObject >= end && l_.is_word(t); --t) {
      if (takes_object(l_.lower(t - 1))) out = {t - 1, t};
    }
    if (out.empty()) return {};
    const std::uint32_t verb = out.begin;
    while (out.begin > 0 && helper_size(out.begin) > 0) out.begin -= helper_size(out.begin);
    // “Say ‘rebalancing’”: nobody has.
    const bool bare = out.begin == verb && is_infinitive(l_.lower(verb));
    return bare && subject_before(out.begin).empty() ? TokenRange{} : out;
  }

  // Tokens of the helper that ends before `t`: "had", "’ll".
  std::uint32_t helper_size(std::uint32_t t) const {
    static const WordSet parts("ll d ve re m");
    if (is_helper(l_.lower(t - 1))) return 1;
    const bool short_form = t > 2 && parts.contains(l_.lower(t - 1)) && (l_.is(t - 2, "'") || l_.is(t - 2, "’"));
    return short_form ? 2 : 0;
  }

  // "I", "my mother", "a man"; none where the subject stands farther off.
  TokenRange subject_before(std::uint32_t cue) const {
    static const WordSet determiners("a an the my your his her our their one some this that");
    if (cue == 0 || !l_.is_word(cue - 1)) return {};
    const std::string last = l_.lower(cue - 1);
    const auto found = pronoun(last);
    if (found && last != "me" && last != "him" && last != "them" && last != "us" && last != "that")
      return {cue - 1, cue};
    if (l_.is_capital(cue - 1)) {
      std::uint32_t begin = cue - 1;
      while (begin > 0 && begin + 2 > cue && l_.is_capital(begin - 1) && l_.is_word(begin - 1)) --begin;
      return {begin, cue};
    }
    if (noun(last).kind != NounKind::person) return {};
    for (std::uint32_t t = cue - 1; t > 0 && t + kSubject > cue; --t) {
      if (determiners.contains(l_.lower(t - 1))) return {t - 1, cue};
    }
    return {cue - 1, cue};
  }

  const Analysis& a_;
  const Layout l_;
  const MarkedTokens marks_;
  std::vector<Attribution>& out_;
  std::vector<bool> cue_, begins_;  // of each token: in a cue; first of a content
};

}  // namespace

void add_inner_quotations(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const bool any =
      std::ranges::any_of(analysis.quotations.quotations, [](const Quotation& q) { return q.parent >= 0; });
  if (any) InnerQuotations(analysis, attributions).run();
}

}  // namespace sayso
