#include "extract/quoted_by.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extract/word_forms.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kOutlet = 14;   // tokens from "quoted" to "as saying"
constexpr std::uint32_t kSubject = 40;  // tokens of the somebody before it

constexpr float kConfidence = 0.7f;

// "was quoted by the Herald as saying", "The Herald quoted | Cole | as saying".
struct Formula {
  TokenRange range;     // the cue, up to one past the -ing
  TokenRange somebody;  // whoever is quoted: up to the verb, or between the verb and "as"
  std::uint32_t
      verb;  // a statement whose cue begins at this token or later, before the cue's end, was made of its words
};

class QuotedBy {
 public:
  QuotedBy(const Analysis& a, std::vector<Attribution>& attributions) : a_(a), out_(attributions) {}

  void run() {
    std::vector<Formula> all;
    for (const TokenRange paragraph : a_.paragraphs) {
      for (std::uint32_t t = paragraph.begin; t < paragraph.end; ++t) {
        if (const auto found = formula(paragraph, t)) all.push_back(*found), t = found->range.end - 1;
      }
    }
    if (all.empty()) return;
    collect(all);
    std::erase_if(out_, [](const Attribution& a) { return a.content.empty(); });
    if (missing_.empty()) return;
    forms_.emplace(a_);
    for (const Formula& f : missing_) add(f);
  }

 private:
  std::string_view word(std::uint32_t t) const { return a_.tokens[t].in(a_.text.utf8()); }

  std::optional<Formula> formula(TokenRange paragraph, std::uint32_t quoted) const {
    static const WordSet verbs("quoted cited quotes quoting cites citing");
    static const WordSet be("was is were are been being be has have had also later earlier once");
    static const WordSet passive("was is were are been being be");
    if (!verbs.contains(word(quoted))) return std::nullopt;
    const std::uint32_t as = as_saying(paragraph, quoted);
    if (as == 0) return std::nullopt;
    std::uint32_t begin = quoted;
    bool by_others = false;
    for (; begin > paragraph.begin && be.contains(word(begin - 1)); --begin)
      by_others = by_others || passive.contains(word(begin - 1));
    if (!by_others)
      return as > quoted + 1 ? std::optional(Formula{{as, as + 2}, {quoted + 1, as}, quoted}) : std::nullopt;
    Formula out{{begin, as + 2}, {begin, begin}, begin};
    while (out.somebody.begin > paragraph.begin && begin - out.somebody.begin < kSubject &&
           !ends_clause(out.somebody.begin - 1))
      --out.somebody.begin;
    return out;
  }

  // Where "as saying" stands behind "quoted"; 0 for nowhere.
  std::uint32_t as_saying(TokenRange paragraph, std::uint32_t quoted) const {
    for (std::uint32_t t = quoted + 1; t + 1 < paragraph.end && t < quoted + kOutlet && word(t) != "."; ++t) {
      if (word(t) == "as" && word(t + 1).ends_with("ing")) return t;
    }
    return 0;
  }

  bool ends_clause(std::uint32_t t) const {
    static const WordSet marks(". ! ? ; : \" ” “ »");
    return marks.contains(word(t));
  }

  // Gives each formula the statement whose content follows it, and drops what else was made of its words.
  void collect(const std::vector<Formula>& all) {
    std::vector<std::size_t> best(all.size(), out_.size());
    for (std::size_t i = 0; i < out_.size(); ++i) {
      const auto at =
          std::ranges::partition_point(all, [&](const Formula& f) { return f.range.end <= out_[i].cue.begin; });
      if (out_[i].cue.empty() || at == all.end() || out_[i].cue.begin < at->verb) continue;
      const auto f = static_cast<std::size_t>(at - all.begin());
      take(*at, out_[i]);
      if (out_[i].content.empty()) continue;
      if (best[f] == out_.size())
        best[f] = i;
      else
        out_[i].content.clear();  // the same twice
    }
    for (std::size_t f = 0; f < all.size(); ++f) {
      if (best[f] == out_.size()) missing_.push_back(all[f]);
    }
  }

  // No network saw what was said: the rest of the sentence.
  void add(const Formula& f) {
    const std::uint32_t sentence = forms_->sentence(f.range.end - 1);
    std::uint32_t end = f.range.end;
    while (end < forms_->size() && forms_->sentence(end) == sentence &&
           forms_->paragraph(end) == forms_->paragraph(f.range.begin))
      ++end;
    while (end > f.range.end && !forms_->is_word(end - 1) && !forms_->is_mark(end - 1)) --end;
    if (end > f.range.end + 1 && !f.somebody.empty())
      out_.push_back({f.range, {f.somebody}, {{f.range.end, end}}, kConfidence});
  }

  void take(const Formula& f, Attribution& a) const {
    TokenRange somebody = f.somebody;
    const bool passive = f.somebody.end <= f.verb;
    const bool before =
        !passive && !a.content.empty() && a.content.back().end <= f.verb;  // “A,” the memo quotes Cole as saying
    if (passive) narrow(a, f.verb, somebody);
    for (TokenRange& piece : a.content) {
      if (!before) piece.begin = std::max(piece.begin, f.range.end);
    }
    std::erase_if(a.content, [](TokenRange piece) { return piece.empty(); });
    if (!somebody.empty()) a.source = {somebody};
    a.cue = f.range;
  }

  // Of what stands before the verb, the source that a network saw, or what it took for a content.
  static void narrow(const Attribution& a, std::uint32_t verb, TokenRange& somebody) {
    for (const TokenRange piece : a.content) {
      if (piece.begin < verb) somebody = {std::max(somebody.begin, piece.begin), verb};
    }
    for (const TokenRange piece : a.source) {
      if (piece.begin < verb) somebody = {std::max(somebody.begin, piece.begin), std::min(piece.end, verb)};
    }
  }

  const Analysis& a_;
  std::vector<Attribution>& out_;
  std::vector<Formula> missing_;  // those without a statement
  std::optional<WordForms> forms_;
};

}  // namespace

void read_quoted_by(const Analysis& analysis, std::vector<Attribution>& attributions) {
  QuotedBy(analysis, attributions).run();
}

}  // namespace sayso
