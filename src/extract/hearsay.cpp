#include "extract/hearsay.h"

#include <algorithm>

#include "text/words/cue_verbs.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr float kConfidence = 0.7f;
constexpr std::uint32_t kFewestWords = 2;  // of a claim

bool is_hearsay_adverb(std::string_view word) {
  static const WordSet set("allegedly reportedly purportedly supposedly");
  return set.contains(word);
}

bool is_be(std::string_view word) {
  static const WordSet set("is are was were");
  return set.contains(word);
}

// "is said to", "it is said that".
bool is_told_of(std::string_view word) {
  static const WordSet set("said understood thought believed alleged reported rumoured rumored claimed whispered");
  return set.contains(word);
}

bool is_rumour(std::string_view word) {
  static const WordSet set("reports rumours rumors claims allegations speculation suggestions whispers word gossip");
  return set.contains(word);
}

bool goes_round(std::string_view word) {
  static const WordSet set("emerged surfaced circulated spread swirled mounted grown abounded persisted persist abound circulate swirl circulating swirling spreading "
                           "mounting growing rife");
  return set.contains(word);
}

// Before a hearsay adverb that belongs to a noun: "an allegedly stolen car".
bool takes_noun(std::string_view word) {
  static const WordSet set("the a an this that these those his her its their my our your some any no of for in by with from on at to as than");
  return set.contains(word);
}

bool joins_clauses(std::string_view word) {
  static const WordSet set("and but while whereas although though yet");
  return set.contains(word);
}

bool is_relative(std::string_view word) { return word == "which" || word == "who"; }

class Hearsay {
 public:
  Hearsay(const WordForms& forms, std::vector<Attribution>& out) : f_(forms), out_(out), owner_(f_.size(), 0) {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      for (std::uint32_t t = out_[i].cue.begin; t < out_[i].cue.end; ++t) owner_[t] = static_cast<std::uint32_t>(i) + 1;
    }
    told_.resize(f_.size());
    for (const Attribution& one : out_) {
      if (one.source.empty()) continue;
      for (const TokenRange piece : one.content) std::fill(told_.begin() + piece.begin, told_.begin() + piece.end, true);
    }
  }

  void run() {
    for (std::uint32_t t = 0; t < f_.size(); ++t) {
      if (f_.is_quoted(t) || told_[t]) continue;
      if (is_hearsay_adverb(f_.folded(t))) adverb(t);
      else if (is_be(f_.folded(t)) || f_.is(t, "been")) passive(t);
      else if (is_rumour(f_.folded(t))) rumour(t);
    }
  }

 private:
  bool ends_clause(std::uint32_t t) const {
    if (f_.is(t, ";") || f_.is(t, ":") || f_.is(t, "—") || f_.is(t, "(") || f_.is(t, ")")) return true;
    return f_.is(t, ",") && joins_clauses(f_.folded(t + 1));
  }

  bool is_relative_clause(std::uint32_t t) const { return is_relative(f_.folded(t)) && f_.is(t - 1, ","); }

  // From the clause's first word: behind the last joint, or a relative pronoun, in the sentence.
  std::uint32_t clause_begin(std::uint32_t t) const {
    std::uint32_t begin = t;
    while (begin > 0 && !f_.begins_sentence(begin) && !ends_clause(begin - 1) && !is_relative_clause(begin)) --begin;
    while (begin < t && (joins_clauses(f_.folded(begin)) || f_.is_mark(begin))) ++begin;
    return begin;
  }

  std::uint32_t clause_end(std::uint32_t t) const {
    std::uint32_t end = t;
    while (end < f_.size() && f_.sentence(end) == f_.sentence(t) && !ends_clause(end)) ++end;
    while (end > t && !f_.is_word(end - 1) && !f_.is_mark(end - 1)) --end;
    return end;
  }

  // "Alder, who is rumoured to run, | called it …": of a relative clause up to its comma.
  std::uint32_t claim_end(std::uint32_t first, std::uint32_t t) const {
    std::uint32_t end = clause_end(t);
    if (!is_relative_clause(clause_begin(first))) return end;
    for (std::uint32_t comma = t; comma < end; ++comma) {
      if (f_.is(comma, ",")) return comma;
    }
    return end;
  }

  void adverb(std::uint32_t t) {
    const std::uint32_t begin = clause_begin(t), end = clause_end(t);
    if ((t > 0 && takes_noun(f_.folded(t - 1))) || f_.is_quoted(begin)) return;
    if (spoken_by_somebody(t) || (t > 0 && spoken_by_somebody(t - 1)) || spoken_by_somebody(t + 1)) return;
    set({t, t + 1}, {{begin, t}, {t + 1, end}});
  }

  // "Cole reportedly said".
  bool spoken_by_somebody(std::uint32_t t) const {
    if (t >= f_.size() || owner_[t] == 0) return false;
    const Attribution& a = out_[owner_[t] - 1];
    for (std::uint32_t c = a.cue.begin; c < a.cue.end; ++c) {
      if (cue_verb(f_.folded(c)) == CueVerb::saying && !a.source.empty()) return true;
    }
    return false;
  }

  // "It is feared in the villages that".
  bool is_feared(std::uint32_t be, std::uint32_t verb) {
    static const WordSet verbs("feared hoped thought believed said rumoured rumored understood claimed");
    static const WordSet places("in among across around at by on");
    constexpr std::uint32_t kReach = 10;
    if (be == 0 || !f_.is(be - 1, "it") || !verbs.contains(f_.folded(verb)) || !places.contains(f_.folded(verb + 1))) return false;
    std::uint32_t that = verb + 1;
    while (that < verb + kReach && f_.is_word(that) && !f_.is(that, "that")) ++that;
    if (!f_.is(that, "that")) return false;
    for (std::uint32_t t = be - 1; t <= verb; ++t) {
      if (owner_[t] > 0) out_[owner_[t] - 1].source.clear();
    }
    set({be - 1, verb + 1}, {{that, clause_end(that)}});
    return true;
  }

  // "is said to", "is widely thought to"; "it has been claimed that"; "…, it is rumoured".
  void passive(std::uint32_t be) {
    std::uint32_t verb = be + 1;
    if (f_.is(verb, "also") || f_.is(verb, "now") || f_.is(verb, "still") || f_.folded(verb).ends_with("ly")) ++verb;
    if (is_feared(be, verb)) return;
    if (!is_told_of(f_.folded(verb))) return;
    std::uint32_t first = be;
    if (f_.is(be, "been")) {
      if (be == 0 || !(f_.is(be - 1, "has") || f_.is(be - 1, "have") || f_.is(be - 1, "had"))) return;
      --first;
    }
    const TokenRange cue{first, verb + 1};
    const bool it = first > 0 && f_.is(first - 1, "it");
    if (!it && f_.is(cue.end, "to")) return set(cue, {{clause_begin(first), first}, {cue.end, claim_end(first, cue.end)}});
    if (!it) return;
    if (f_.is(cue.end, "that")) return set({first - 1, cue.end}, {{cue.end, clause_end(cue.end)}});
    const bool behind = first > 2 && f_.is(first - 2, ",") && (f_.is(cue.end, ".") || f_.is(cue.end, ","));
    if (!behind) return;
    const std::uint32_t rest = f_.is(cue.end, ",") ? cue.end + 1 : cue.end;
    set({first - 1, cue.end}, {{clause_begin(first - 2), first - 2}, {rest, clause_end(rest)}});
  }

  // "There are claims on the estate that".
  bool there_are(std::uint32_t noun) {
    constexpr std::uint32_t kReach = 8;
    if (noun < 2 || !(f_.is(noun - 1, "are") || f_.is(noun - 1, "were")) || !f_.is(noun - 2, "there")) return false;
    std::uint32_t that = noun + 1;
    while (that < noun + kReach && f_.is_word(that) && !f_.is(that, "that")) ++that;
    if (f_.is(that, "that")) set({noun - 2, noun + 1}, {{that, clause_end(that)}});
    return f_.is(that, "that");
  }

  // "Rumours swirled that", "reports have since emerged that".
  void rumour(std::uint32_t noun) {
    constexpr std::uint32_t kReach = 6;
    if (there_are(noun)) return;
    for (std::uint32_t t = noun + 1; t < noun + kReach && f_.is_word(t); ++t) {
      if (!goes_round(f_.folded(t))) continue;
      std::uint32_t that = t + 1;
      while (that < t + kReach && f_.is_word(that) && !f_.is(that, "that")) ++that;
      if (f_.is(that, "that")) set({noun, t + 1}, {{that, clause_end(that)}});
      return;
    }
  }

  void set(TokenRange cue, std::vector<TokenRange> content) {
    std::erase_if(content, [](const TokenRange& piece) { return piece.empty(); });
    std::uint32_t words = 0;
    for (const TokenRange& piece : content) {
      for (std::uint32_t t = piece.begin; t < piece.end; ++t) words += f_.is_word(t);
    }
    if (words < kFewestWords) return;
    Attribution* known = nullptr;
    for (std::uint32_t t = cue.begin; t < cue.end && known == nullptr; ++t) {
      if (owner_[t] > 0) known = &out_[owner_[t] - 1];
    }
    if (known == nullptr) {
      out_.push_back({cue, {}, std::move(content), kConfidence});
      return;
    }
    if (known->source.empty() || cue.contains(known->source.front().begin) || is_subject(known->source, content)) known->cue = cue, known->content = std::move(content), known->source.clear();
  }

  // Whom the claim is about was taken for its source.
  static bool is_subject(const std::vector<TokenRange>& source, const std::vector<TokenRange>& content) {
    return source.front().begin >= content.front().begin && source.back().end <= content.back().end;
  }

  const WordForms& f_;
  std::vector<Attribution>& out_;
  std::vector<std::uint32_t> owner_;  // of each token: the attribution whose cue it is in, as index + 1
  std::vector<bool> told_;            // tokens of a content that has a source
};

}  // namespace

void read_hearsay(const WordForms& forms, std::vector<Attribution>& attributions) { Hearsay(forms, attributions).run(); }

}  // namespace sayso
