#include "extract/plain_cues.h"

#include <algorithm>

#include "text/words/cue_verbs.h"
#include "text/words/nouns.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr float kConfidence = 0.6f;
constexpr std::uint32_t kAside = 9;      // tokens from the verb to "that"
constexpr std::uint32_t kFewestWords = 5;  // of a clause that stands before its source
constexpr std::uint32_t kSubject = 25;   // tokens of a subject

// Finite forms, of what one says one will do.
bool is_intending(std::string_view word) {
  static const WordSet set("plan plans planned hope hopes hoped intend intends intended vow vows vowed pledge pledges pledged threaten threatens threatened "
                           "promise promises promised refuse refuses refused decline declines declined threatening planning refusing hoping vowing");
  return set.contains(word);
}

bool is_present(std::string_view word) { return word.ends_with("ing"); }

// Verbs of the table that as often do something else before "that".
bool is_loose(std::string_view word) {
  static const WordSet set("go goes went read reads show shows shown sing sings sang sung find finds found call calls called type typed agree order orders ordered "
                           "figure figured direct directed counter challenge challenged speak speaks spoke spoken lie lies lied rules signal");
  return set.contains(word);
}

bool opens_aside(std::string_view word) {
  static const WordSet set("in on at during by to earlier later this last today yesterday again also too once instead monday tuesday wednesday thursday friday "
                           "saturday sunday");
  return set.contains(word);
}

bool takes_hearer(std::string_view word) {
  static const WordSet set("tell tells told telling warn warns warned assure assures assured remind reminds reminded inform informs informed notify notified advise "
                           "advised ask asks asked");
  return set.contains(word);
}

bool is_auxiliary(std::string_view word) {
  static const WordSet set("has have had is are was were also now still since then even later already repeatedly once again not never did does do");
  return set.contains(word);
}

bool is_hypothetical(std::string_view word) {
  static const WordSet set("would could should may might can must shall to will");
  return set.contains(word);
}

bool ends_subject(std::string_view word) {
  static const WordSet set("and but or while whereas although though because as when after before if so since that which who whom whose where ; : — ( ) \"");
  return set.contains(word);
}

bool is_no_subject(std::string_view word) {
  static const WordSet set("in on at by of for with from to about into over under is are was were be been being it there what nobody none i you we to not please own");
  return set.contains(word);
}

// Verbs that stand behind what was said.
bool is_trailing(std::string_view word) {
  static const WordSet set("said says say report reports reported estimates estimated estimate announced claimed claims claim argued argues warned warns suggested "
                           "suggests believes believe thinks reckons reckon insists insisted concluded concludes predicted predicts admitted admits confirmed confirms");
  return set.contains(word);
}

bool is_finite(std::string_view word) {
  static const WordSet set("is are was were will would can could may might has have had does did must should");
  return set.contains(word) || (word.size() > 4 && word.ends_with("ed"));
}

// "plan", "claims", "rules": a noun as well.
bool may_be_noun(std::string_view word) { return !word.ends_with("ed") && word != "said" && word != "told" && word != "wrote" && word != "says" && word != "thinks"; }

class PlainCues {
 public:
  PlainCues(const WordForms& forms, std::vector<Attribution>& out) : f_(forms), out_(out), taken_(f_.size()) {
    for (const Attribution& one : out_) {
      mark(one.cue);
      for (const TokenRange piece : one.source) mark(piece);
      if (one.content.empty()) continue;
      for (const TokenRange piece : one.content) mark(piece);
    }
  }

  void run() {
    for (std::uint32_t t = 1; t < f_.size(); ++t) {
      if (taken_[t] || f_.is_quoted(t) || !f_.is_lower(t)) continue;
      if (!clause(t) && !trailing(t)) infinitive(t);
    }
  }

 private:
  void mark(TokenRange range) { std::fill(taken_.begin() + range.begin, taken_.begin() + std::max(range.begin, range.end), true); }

  bool clause(std::uint32_t verb) {
    const CueVerb kind = cue_verb(f_.folded(verb));
    if ((kind != CueVerb::saying && kind != CueVerb::thinking) || is_loose(f_.folded(verb)) || is_present(f_.folded(verb))) return false;
    std::uint32_t t = verb + 1;
    if (f_.is(t, ",") && opens_aside(f_.folded(t + 1))) ++t;
    const bool aside = opens_aside(f_.folded(t)) || takes_hearer(f_.folded(verb));
    while (aside && t < verb + kAside && f_.sentence(t) == f_.sentence(verb) && !opens_content(t) && in_aside(t)) ++t;
    return opens_content(t) && add(verb, t);
  }

  bool in_aside(std::uint32_t t) const {
    return (f_.is_word(t) || f_.is(t, ",")) && !ends_subject(f_.folded(t)) && cue_verb(f_.folded(t)) == CueVerb::none;
  }

  // "The channel has lost a metre, | the harbour authority said on Tuesday": the clause before the comma.
  bool trailing(std::uint32_t verb) {
    if (!is_trailing(f_.folded(verb))) return false;
    std::uint32_t end = verb + 1;
    if (opens_aside(f_.folded(end))) {
      while (end < verb + kAside && f_.sentence(end) == f_.sentence(verb) && in_aside(end) && !f_.is(end, ",")) ++end;
    }
    if (!(f_.is(end, ".") || f_.is(end, ",")) || f_.is_quoted(end)) return false;
    std::uint32_t comma = verb;
    while (comma > 0 && verb - comma < kSubject && f_.sentence(comma - 1) == f_.sentence(verb) && !taken_[comma - 1] && !f_.is(comma, ",") && !f_.is_mark(comma)) --comma;
    if (!f_.is(comma, ",") || comma + 1 >= verb || is_no_subject(f_.folded(comma + 1)) || ends_subject(f_.folded(comma + 1)) || !ends_in_subject(verb - 1)) return false;
    std::uint32_t begin = comma, words = 0;
    bool finite = false;
    while (begin > 0 && !f_.begins_sentence(begin) && !f_.is(begin - 1, "—")) {
      --begin;
      if (taken_[begin] || f_.is_quoted(begin)) return false;
      words += f_.is_word(begin);
      finite |= is_finite(f_.folded(begin));
    }
    if (!finite || words < kFewestWords) return false;
    out_.push_back({{verb, verb + 1}, {{comma + 1, verb}}, {{begin, comma}}, kConfidence});
    mark({begin, verb + 1});
    return true;
  }

  bool opens_content(std::uint32_t t) const { return f_.is(t, "that") || f_.is(t, "whether"); }

  void infinitive(std::uint32_t verb) {
    if (!is_intending(f_.folded(verb))) return;
    std::uint32_t to = verb + 1;
    if (opens_aside(f_.folded(to)) && !f_.is(to, "to")) {
      while (to < verb + kAside && f_.sentence(to) == f_.sentence(verb) && in_aside(to) && !f_.is(to, "to")) ++to;
    }
    if (!f_.is(to, "to") || !f_.is_lower(to + 1)) return;
    if (is_present(f_.folded(verb)) && !(f_.is(verb - 1, "is") || f_.is(verb - 1, "are") || f_.is(verb - 1, "was") || f_.is(verb - 1, "were"))) return;
    static const WordSet nothing("comment be answer respond elaborate speak talk reply");  // no_content.h
    const bool refuses = f_.folded(verb).starts_with("refus") || f_.folded(verb).starts_with("declin");
    if (!refuses || !nothing.contains(f_.folded(to + 1))) add(verb, to);
  }

  bool add(std::uint32_t verb, std::uint32_t begin) {
    std::uint32_t first = verb;
    while (first > 0 && is_auxiliary(f_.folded(first - 1))) --first;
    if (first == 0 || is_hypothetical(f_.folded(first - 1)) || f_.sentence(first - 1) != f_.sentence(verb)) return false;
    if (may_be_noun(f_.folded(verb)) && first == verb && !ends_in_subject(first - 1)) return false;
    TokenRange source{first, first};
    while (source.begin > 0 && first - source.begin < kSubject && f_.sentence(source.begin - 1) == f_.sentence(verb) && !taken_[source.begin - 1] &&
           !ends_subject(f_.folded(source.begin - 1)) && !f_.is(source.begin - 1, ",") && !f_.is_mark(source.begin - 1)) {
      --source.begin;
    }
    if (source.empty() || is_no_subject(f_.folded(source.begin)) || !f_.is_word(source.begin)) return false;
    std::uint32_t end = begin;
    while (end < f_.size() && f_.sentence(end) == f_.sentence(verb) && f_.paragraph(end) == f_.paragraph(verb) && !taken_[end]) ++end;
    while (end > begin && !f_.is_word(end - 1) && !f_.is_mark(end - 1)) --end;
    if (end < begin + 2) return false;
    const std::uint32_t cue_end = verb + 1;
    out_.push_back({{first, cue_end}, {source}, {{begin, end}}, kConfidence});
    mark({source.begin, end});
    return true;
  }

  // A name, a pronoun, or a noun for people, bodies or documents.
  bool ends_in_subject(std::uint32_t t) const {
    static const WordSet pronouns("he she they"), determiners("the a an this these those his her its their our my that");
    return (f_.is_capital(t) && !determiners.contains(f_.folded(t))) || pronouns.contains(f_.folded(t)) || noun(f_.folded(t)).kind != NounKind::other;
  }

  const WordForms& f_;
  std::vector<Attribution>& out_;
  std::vector<bool> taken_;  // tokens of a statement's cue, source or content
};

}  // namespace

void add_plain_cues(const WordForms& forms, std::vector<Attribution>& attributions) { PlainCues(forms, attributions).run(); }

}  // namespace sayso
