#include "record/fts5.h"

#include <fmt/format.h>

#include <vector>

namespace sayso::record {
namespace {

// Every statement has one of these.
constexpr std::string_view kEverything = "(\"\uE000xkdirect0\" OR \"\uE000xkindirect0\" OR \"\uE000xkmixed0\")";

std::string quoted(const std::vector<std::string>& words) {
  std::string out = "\"";
  for (const std::string& word : words) out.append(out.size() > 1 ? " " : "").append(word);  // letters and digits alone
  return out + '"';
}

std::string expression_of(const Term& term) {
  switch (term.match) {
    case Term::Match::tag: return fmt::format("\"{}{}\"", kTagMark, term.words.front());
    case Term::Match::prefix: return quoted(term.words) + " *";
    default: return quoted(term.words);
  }
}

// FTS5 has "a NOT b" but no "NOT b": what is negated is carried along until something stands beside it.
struct Part {
  std::string text;
  bool negated = false;
};

Part both(const Part& a, const Part& b) {
  if (a.negated && b.negated) return {fmt::format("({} OR {})", a.text, b.text), true};
  if (a.negated) return {fmt::format("({} NOT {})", b.text, a.text)};
  if (b.negated) return {fmt::format("({} NOT {})", a.text, b.text)};
  return {fmt::format("({} AND {})", a.text, b.text)};
}

Part either(Part a, Part b) {
  a.negated = !a.negated, b.negated = !b.negated;  // De Morgan
  Part out = both(a, b);
  out.negated = !out.negated;
  return out;
}

}  // namespace

std::string fts5_match(const Condition& condition) {
  std::vector<Part> stack;
  for (const Condition::Step& step : condition.steps()) {
    if (step.what == Condition::What::term) {
      stack.push_back({expression_of(condition.terms()[step.term])});
    } else if (step.what == Condition::What::negated) {
      stack.back().negated = !stack.back().negated;
    } else {
      const Part b = std::move(stack.back());
      stack.pop_back();
      stack.back() = step.what == Condition::What::both ? both(stack.back(), b) : either(stack.back(), b);
    }
  }
  if (stack.empty()) return std::string(kEverything);
  return stack.back().negated ? fmt::format("{} NOT {}", kEverything, stack.back().text) : stack.back().text;
}

}  // namespace sayso::record
