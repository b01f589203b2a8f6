#include "extract/passive_cue.h"

#include <algorithm>
#include <ranges>

#include "extract/layout.h"
#include "text/words/word_set.h"

namespace sayso {

bool is_passive_telling(const Analysis& analysis, TokenRange cue) {
  static const WordSet be("am is are was were be been being m re s 's 'm 're");
  static const WordSet verbs(
      "told ordered asked warned urged advised instructed assured informed promised reminded taught invited");
  const Layout layout(analysis);
  const auto is_one_of = [&](const WordSet& set) {
    return std::ranges::any_of(std::views::iota(cue.begin, std::max(cue.begin, cue.end)),
                               [&](std::uint32_t t) { return set.contains(layout.lower(t)); });
  };
  return is_one_of(be) && is_one_of(verbs);
}

void drop_who_was_told(const Analysis& analysis, std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) {
    if (a.content.size() < 2 || a.content.back().begin < a.cue.end || !is_passive_telling(analysis, a.cue)) continue;
    std::erase_if(a.content, [&](const TokenRange& piece) { return piece.end <= a.cue.begin; });
  }
}

namespace {

constexpr float kConfidence = 0.8f;
constexpr std::uint32_t kAside = 12;     // tokens from "asked" to "whether"
constexpr std::uint32_t kQuestion = 40;  // and to the question's end

bool is_question_word(std::string_view word) {
  static const WordSet set("whether if what how why when where who which");
  return set.contains(word);
}

// "Asked", "When asked", "Pressed on": where a sentence or clause opens with it, one past it.
std::uint32_t opening_question(const WordForms& f, std::uint32_t t) {
  static const WordSet verbs("asked pressed questioned quizzed challenged");
  if (!verbs.contains(f.folded(t)) || f.is_quoted(t)) return 0;
  const bool opens =
      f.begins_sentence(t) || (t > 0 && f.begins_sentence(t - 1) && (f.is(t - 1, "when") || f.is(t - 1, "repeatedly")));
  const bool clause = t > 1 && ((f.is(t - 1, "when") && f.is(t - 2, ",")) || f.is(t - 1, ";"));
  const bool aside = t > 1 && f.is(t - 1, ",") && f.is_capital(t - 2) &&
                     is_question_word(f.folded(t + 1));  // "Cole, asked if she would, said no"
  return opens || clause || aside ? t + 1 : 0;
}

// The question's words; empty where the comma behind it does not come.
TokenRange question_at(const WordForms& f, std::uint32_t begin) {
  std::uint32_t t = begin;
  const bool by = f.is(begin, "by");  // "Asked by the chair, Ann Cole, whether"
  while (t < f.size() && t < begin + kAside && (f.is_word(t) || f.is(t, ".") || f.is(t, "-") || (by && f.is(t, ","))) &&
         !is_question_word(f.folded(t)))
    ++t;
  if (!is_question_word(f.folded(t))) return {};
  for (std::uint32_t end = t + 1; end < f.size() && end < t + kQuestion && f.sentence(end) == f.sentence(t); ++end) {
    if (f.is(end, ",") && !f.is_quoted(end)) return {t, end};
  }
  return {};
}

// "Asked | by the chair, Ann Cole, | whether".
std::vector<TokenRange> asker(const WordForms& f, std::uint32_t by, std::uint32_t end) {
  if (!f.is(by, "by") || !f.is(end - 1, ",")) return {};
  return {{by + 1, end - 1}};
}

}  // namespace

void add_opening_questions(const WordForms& forms, std::vector<Attribution>& attributions) {
  std::vector<bool> known(forms.size());
  for (const Attribution& a : attributions)
    std::fill(known.begin() + a.cue.begin, known.begin() + std::max(a.cue.begin, a.cue.end), true);
  for (std::uint32_t t = 0; t < forms.size(); ++t) {
    const std::uint32_t behind = opening_question(forms, t);
    if (behind == 0 || known[t]) continue;
    if (const TokenRange question = question_at(forms, behind); question.size() > 1)
      attributions.push_back({{t, behind}, asker(forms, behind, question.begin), {question}, kConfidence});
  }
}

}  // namespace sayso
