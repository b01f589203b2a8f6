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

// "was quoted by the Herald as saying": from the verb's first word to one past the -ing.
struct Formula {
  TokenRange range;
  TokenRange subject;  // from the sentence's beginning to the verb
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
    static const WordSet be("was is were are been being be has have had also later earlier once");
    if (word(quoted) != "quoted" && word(quoted) != "cited") return std::nullopt;
    std::uint32_t begin = quoted;
    while (begin > paragraph.begin && be.contains(word(begin - 1))) --begin;
    if (begin == quoted) return std::nullopt;
    for (std::uint32_t t = quoted + 1; t + 1 < paragraph.end && t < quoted + kOutlet && word(t) != "."; ++t) {
      if (word(t) != "as" || !word(t + 1).ends_with("ing")) continue;
      Formula out{{begin, t + 2}, {begin, begin}};
      while (out.subject.begin > paragraph.begin && begin - out.subject.begin < kSubject &&
             !ends_clause(out.subject.begin - 1))
        --out.subject.begin;
      return out;
    }
    return std::nullopt;
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
      if (out_[i].cue.empty() || at == all.end() || out_[i].cue.begin < at->range.begin) continue;
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
    if (end > f.range.end + 1 && !f.subject.empty())
      out_.push_back({f.range, {f.subject}, {{f.range.end, end}}, kConfidence});
  }

  void take(const Formula& f, Attribution& a) const {
    TokenRange somebody = f.subject;
    for (const TokenRange piece : a.content) {
      if (piece.begin < f.range.begin) somebody = {std::max(somebody.begin, piece.begin), f.range.begin};
    }
    for (const TokenRange piece : a.source) {
      if (piece.begin < f.range.begin)
        somebody = {std::max(somebody.begin, piece.begin), std::min(piece.end, f.range.begin)};
    }
    for (TokenRange& piece : a.content) piece.begin = std::max(piece.begin, f.range.end);
    std::erase_if(a.content, [](TokenRange piece) { return piece.empty(); });
    if (!somebody.empty()) a.source = {somebody};
    a.cue = f.range;
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
