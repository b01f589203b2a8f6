// What a statement must have to be found: words of its content and tags, under "and", "or", "not".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::record {

struct Term {
  enum class Match {
    word,    // or an inflection of it
    phrase,  // words in this order, side by side
    prefix,  // a word that begins so
    tag      // text_index.h
  };
  Match match = Match::word;
  std::vector<std::string> words;  // folded (words.h); one but for phrases

  friend bool operator==(const Term&, const Term&) = default;
};

// Built from the ends up: every operation takes the last one or two things and leaves one. An empty condition is fulfilled by all.
class Condition {
 public:
  enum class What { term, both, either, negated };
  struct Step {
    What what = What::term;
    std::size_t term = 0;  // index into terms()
  };

  void add(Term term) {
    steps_.push_back({What::term, terms_.size()});
    terms_.push_back(std::move(term));
  }
  void tag(std::string tag) { add({Term::Match::tag, {std::move(tag)}}); }
  void join(What what) { steps_.push_back({what, 0}); }

  // This and the other: both, or either of them. Nothing is added by an empty one.
  void combine(const Condition& other, What how) {
    if (other.empty()) return;
    const bool was_empty = empty();
    append(other);
    if (!was_empty) join(how);
  }
  void require(const Condition& other) { combine(other, What::both); }
  // One of these tags, besides what was there. None: nothing is asked.
  void require_any(const std::vector<std::string>& tags) {
    Condition any;
    for (const std::string& one : tags) {
      any.tag(one);
      if (any.terms_.size() > 1) any.join(What::either);
    }
    require(any);
  }

  bool empty() const { return steps_.empty(); }
  const std::vector<Step>& steps() const { return steps_; }
  const std::vector<Term>& terms() const { return terms_; }
  std::vector<Term>& terms() { return terms_; }

 private:
  void append(const Condition& other) {
    for (const Step& step : other.steps_) {
      steps_.push_back(step);
      if (step.what == What::term) steps_.back().term += terms_.size();
    }
    terms_.insert(terms_.end(), other.terms_.begin(), other.terms_.end());
  }

  std::vector<Step> steps_;
  std::vector<Term> terms_;
};

}  // namespace sayso::record
