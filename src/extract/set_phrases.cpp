#include "extract/set_phrases.h"

#include <algorithm>

#include "text/words/nouns.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr float kConfidence = 0.7f;
constexpr std::uint32_t kObject = 7;    // tokens of "the total cost"
constexpr std::uint32_t kSubject = 12;  // tokens of who puts it so
constexpr std::uint32_t kQuoted = 200;  // tokens of a quotation

bool ends_clause(const WordForms& f, std::uint32_t t) {
  if (f.is(t, ",") && f.is_number(t + 1) && !f.is_spaced(t + 1)) return false;  // "40,000"
  return f.is(t, ",") || f.is(t, ";") || f.is(t, ":") || f.is(t, "—") || f.is(t, "(") || f.is_mark(t);
}

class SetPhrases {
 public:
  SetPhrases(const WordForms& forms, std::vector<Attribution>& out) : f_(forms), out_(out), owner_(f_.size(), 0) {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      own(out_[i].cue, i);
      for (const TokenRange piece : out_[i].content) own(piece, i);
    }
  }

  void run() {
    for (std::uint32_t t = 1; t + 3 < f_.size(); ++t) {
      if (f_.is_quoted(t)) continue;
      if ((f_.is(t, "put") || f_.is(t, "puts")) && owner_[t] == 0)
        puts(t);
      else if (f_.is(t, "came") && f_.is(t + 1, "the") && f_.is_mark(t - 1))
        came_the_answer(t);
      else if (f_.is(t, "words") && f_.is(t + 1, "of") && f_.is(t - 1, "the") && owner_[t] == 0)
        in_the_words_of(t);
    }
  }

 private:
  void own(TokenRange range, std::size_t i) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) owner_[t] = static_cast<std::uint32_t>(i) + 1;
  }

  void add(TokenRange cue, std::vector<TokenRange> source, std::vector<TokenRange> content) {
    own(cue, out_.size());
    for (const TokenRange piece : content) own(piece, out_.size());
    out_.push_back({cue, std::move(source), std::move(content), kConfidence});
  }

  std::uint32_t clause_begin(std::uint32_t t) const {
    std::uint32_t begin = t;
    while (begin > 0 && !f_.begins_sentence(begin) && t - begin < kSubject && !ends_clause(f_, begin - 1) &&
           owner_[begin - 1] == 0)
      --begin;
    return begin;
  }
  std::uint32_t clause_end(std::uint32_t t) const {
    std::uint32_t end = t;
    while (end < f_.size() && f_.sentence(end) == f_.sentence(t) &&
           (f_.is_quoted(end) || f_.is_mark(end) || !ends_clause(f_, end)) && owner_[end] == 0 &&
           !(f_.is(end, "and") && !f_.is_quoted(end)))
      ++end;
    while (end > t && !f_.is_word(end - 1) && !f_.is_mark(end - 1)) --end;
    return end;
  }

  // "In a filing last month | it": where the clause opens with a preposition, from the last pronoun or determiner.
  std::uint32_t subject_begin(std::uint32_t verb) const {
    static const WordSet prepositions("in on at by for from with after before under during according"),
        determiners("the a an it he she they its his her their this that");
    const std::uint32_t begin = clause_begin(verb);
    if (!prepositions.contains(f_.folded(begin))) return begin;
    for (std::uint32_t t = verb; t > begin; --t) {
      if (determiners.contains(f_.folded(t - 1))) return t - 1;
    }
    return begin;
  }

  // "Two bankers | put | the price at $90 million".
  void puts(std::uint32_t verb) {
    std::uint32_t at = verb + 1;
    while (at < verb + kObject && f_.is_word(at) && !f_.is(at, "at")) ++at;
    if (!f_.is(at, "at") || at < verb + 2) return;
    static const WordSet amounts("under over about nearly around some more less between roughly close");
    const std::uint32_t to = at + 1;
    if (!f_.is_number(to) && !f_.is(to, "$") && !f_.is(to, "£") && !f_.is(to, "€") && !f_.is_mark(to) &&
        !amounts.contains(f_.folded(to)))
      return;
    const TokenRange source{subject_begin(verb), verb};
    if (!source.empty() && !f_.is(source.begin, "to") && !f_.is(verb - 1, "to"))
      add({verb, verb + 1}, {source}, {{verb + 1, clause_end(verb + 1)}});
  }

  // “Leave it,” | came the answer.
  void came_the_answer(std::uint32_t came) {
    static const WordSet answers("answer reply response retort shout cry riposte rejoinder");
    std::uint32_t noun = came + 2;
    if (!answers.contains(f_.folded(noun))) ++noun;
    if (!answers.contains(f_.folded(noun))) return;
    const TokenRange quotation = quotation_before(came);
    if (quotation.empty()) return;
    if (owner_[quotation.begin] > 0) {
      Attribution& owner = out_[owner_[quotation.begin] - 1];
      if (!owner.cue.empty() && owner.cue.begin >= came) return;  // the network has it
      std::erase_if(owner.content,
                    [&](TokenRange piece) { return piece.begin >= quotation.begin && piece.end <= quotation.end; });
    }
    add({came, noun + 1}, {}, {quotation});
  }

  TokenRange quotation_before(std::uint32_t end) const {
    std::uint32_t begin = end - 1;
    while (begin > 0 && end - begin < kQuoted && (f_.is_quoted(begin - 1) || f_.is_mark(begin - 1)) &&
           f_.paragraph(begin - 1) == f_.paragraph(end))
      --begin;
    return end - begin > 2 ? TokenRange{begin, end} : TokenRange{};
  }

  // "He was, | in the words of one rider, | “sorry like a meter.”"
  void in_the_words_of(std::uint32_t words) {
    if (words < 2 || !f_.is(words - 2, "in")) return;
    std::uint32_t comma = words + 2;
    while (comma < words + 2 + kSubject && f_.is_word(comma)) ++comma;
    if (!f_.is(comma, ",") || !f_.is_mark(comma + 1)) return;
    std::uint32_t end = comma + 2;
    while (end < f_.size() && end < comma + kQuoted && (f_.is_quoted(end) || f_.is_mark(end)) &&
           f_.paragraph(end) == f_.paragraph(comma))
      ++end;
    std::vector<TokenRange> content{{comma + 1, end}};
    const std::uint32_t before = words - 2;
    if (f_.is(before > 0 ? before - 1 : 0, ",")) {
      const TokenRange clause{clause_begin(before - 1), before - 1};
      if (!clause.empty()) content.insert(content.begin(), clause);
    }
    add({before, words + 2}, {{words + 2, comma}}, std::move(content));
  }

  const WordForms& f_;
  std::vector<Attribution>& out_;
  std::vector<std::uint32_t> owner_;  // of each token: the attribution whose cue or content it is in, as index + 1
};

}  // namespace

void read_set_phrases(const WordForms& forms, std::vector<Attribution>& attributions) {
  SetPhrases(forms, attributions).run();
  std::erase_if(attributions, [](const Attribution& a) { return a.content.empty(); });
}

}  // namespace sayso
