#include "record/text_query.h"

#include <optional>
#include <vector>

#include "record/words.h"
#include "text/code_points.h"

namespace sayso::record {
namespace {

enum class Sign { term, both, either, negated, open, close };

struct Token {
  Sign sign = Sign::term;
  Term term;
};

bool is_space(char32_t c) { return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000; }
bool is_mark(char32_t c) { return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB; }

// One word, or the several of "U.S." and "don't" side by side as the index has them; nothing for mere punctuation.
std::optional<Term> term_of(std::string_view text) {
  Term out;
  out.words = words_of(text);
  if (out.words.empty()) return std::nullopt;
  if (out.words.size() > 1) out.match = Term::Match::phrase;
  else if (text.ends_with('*')) out.match = Term::Match::prefix;
  return out;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  bool cut() const { return terms_ > kMostTerms; }
  std::vector<Token> tokens() {
    while (at_ < text_.size() && terms_ <= kMostTerms) one();
    return std::move(out_);
  }

 private:
  char32_t peek() const {
    std::size_t at = at_;
    return decode(text_, at);
  }

  void one() {
    const std::size_t begin = at_;
    const char32_t c = decode(text_, at_);
    if (is_space(c)) return;
    if (is_mark(c)) return phrase();
    if (c == '(' || c == '[') return sign(Sign::open);
    if (c == ')' || c == ']') return sign(Sign::close);
    if (c == '|') return sign(Sign::either);
    if ((c == '-' || c == '!' || c == 0x2212) && at_ < text_.size() && !is_space(peek()) && peek() != '-') return sign(Sign::negated);
    if (c == '+') return;
    at_ = begin;
    word();
  }

  void phrase() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (at_ < text_.size()) {
      end = at_;
      if (is_mark(decode(text_, at_))) break;
      end = at_;
    }
    Term term;
    term.words = words_of(text_.substr(begin, end - begin));
    if (term.words.size() > kMostTerms) term.words.resize(kMostTerms);
    if (term.words.empty()) return;
    term.match = Term::Match::phrase;
    add(std::move(term));
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const char32_t c = peek();
      if (is_space(c) || is_mark(c) || c == '(' || c == ')' || c == '|') break;
      decode(text_, at_);
    }
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word == "AND" || word == "&&" || word == "&") return sign(Sign::both);
    if (word == "OR") return sign(Sign::either);
    if (word == "NOT") return sign(Sign::negated);
    if (auto term = term_of(word)) add(std::move(*term));
  }

  void sign(Sign what) { out_.push_back({what, {}}); }

  void add(Term term) {
    if (term.words.size() > kMostTerms) term.words.resize(kMostTerms);
    if (++terms_ <= kMostTerms) out_.push_back({Sign::term, std::move(term)});
  }

  std::string_view text_;
  std::size_t at_ = 0, terms_ = 0;
  std::vector<Token> out_;
};

bool is_operator(Sign sign) { return sign == Sign::both || sign == Sign::either || sign == Sign::negated; }

// Without what has no meaning: operators that lack one of their sides, brackets around nothing or without a partner.
class Cleaner {
 public:
  std::vector<Token> clean(std::vector<Token> tokens) && {
    for (Token& token : tokens) take(std::move(token));
    while (open_ > 0) close();
    drop_operators();
    return std::move(out_);
  }

 private:
  void take(Token token) {
    const bool nothing_before = out_.empty() || out_.back().sign == Sign::open || is_operator(out_.back().sign);
    if (token.sign == Sign::close) return close();
    if ((token.sign == Sign::both || token.sign == Sign::either) && nothing_before) return;
    open_ += token.sign == Sign::open;
    out_.push_back(std::move(token));
  }

  void close() {
    if (open_ == 0) return;
    --open_;
    drop_operators();
    if (out_.back().sign != Sign::open) return out_.push_back({Sign::close, {}});
    out_.pop_back();
    while (!out_.empty() && out_.back().sign == Sign::negated) out_.pop_back();
  }

  void drop_operators() {
    while (!out_.empty() && is_operator(out_.back().sign)) out_.pop_back();
  }

  std::vector<Token> out_;
  std::size_t open_ = 0;
};

// Dijkstra's shunting yard over clean tokens, with "and" between things that stand side by side.
class Yard {
 public:
  Condition build(std::vector<Token> tokens) && {
    bool thing_before = false;
    for (Token& token : tokens) {
      const bool begins = token.sign == Sign::term || token.sign == Sign::open || token.sign == Sign::negated;
      if (begins && thing_before) join(Sign::both);
      thing_before = token.sign == Sign::term || token.sign == Sign::close;
      if (token.sign == Sign::term) out_.add(std::move(token.term));
      else if (token.sign == Sign::close) close();
      else if (begins) waiting_.push_back(token.sign);
      else join(token.sign);
    }
    while (!waiting_.empty()) reduce();
    return std::move(out_);
  }

 private:
  static int rank(Sign sign) { return sign == Sign::negated ? 3 : sign == Sign::both ? 2 : sign == Sign::either ? 1 : 0; }

  void join(Sign sign) {
    while (!waiting_.empty() && rank(waiting_.back()) >= rank(sign)) reduce();
    waiting_.push_back(sign);
  }

  void close() {
    while (waiting_.back() != Sign::open) reduce();
    waiting_.pop_back();
  }

  void reduce() {
    const Sign sign = waiting_.back();
    waiting_.pop_back();
    out_.join(sign == Sign::both ? Condition::What::both : sign == Sign::either ? Condition::What::either : Condition::What::negated);
  }

  Condition out_;
  std::vector<Sign> waiting_;
};

}  // namespace

TextQuery parse_query(std::string_view text) {
  TextQuery out;
  Lexer lexer(text);
  std::vector<Token> tokens = lexer.tokens();
  out.cut = lexer.cut();
  std::size_t terms = 0;
  for (const Token& token : tokens) terms += token.sign == Sign::term;
  if (terms == 0) {  // nothing but operators: then they are words
    for (const std::string& word : words_of(text)) {
      out.condition.add({Term::Match::word, {word}});
      if (out.condition.terms().size() > 1) out.condition.join(Condition::What::both);
      if (out.condition.terms().size() == kMostTerms) break;
    }
    return out;
  }
  out.condition = Yard().build(Cleaner().clean(std::move(tokens)));
  return out;
}

}  // namespace sayso::record
