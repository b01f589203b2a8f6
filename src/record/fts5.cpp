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
  std::string_view joined;  // by which word its parts are, " OR "; empty for one thing
  bool negated = false;
};

// Of one kind they stand in a row: brackets within brackets are too much for FTS5's parser, and a name may mean hundreds of people.
std::string within(Part part, std::string_view joined) {
  if (part.joined.empty() || (part.joined == joined && joined != " NOT ")) return std::move(part.text);
  return "(" + part.text + ")";
}

Part joined(Part a, std::string_view by, Part b, bool negated = false) {
  return {within(std::move(a), by).append(by).append(within(std::move(b), by)), by, negated};
}

Part both(Part a, Part b) {
  if (a.negated && b.negated) return joined(std::move(a), " OR ", std::move(b), true);
  if (a.negated) std::swap(a, b);
  return joined(std::move(a), b.negated ? " NOT " : " AND ", std::move(b));
}

Part either(Part a, Part b) {
  a.negated = !a.negated, b.negated = !b.negated;  // De Morgan
  Part out = both(std::move(a), std::move(b));
  out.negated = !out.negated;
  return out;
}

}  // namespace

std::string fts5_match(const Condition& condition) {
  std::vector<Part> stack;
  for (const Condition::Step& step : condition.steps()) {
    if (step.what == Condition::What::term) {
      stack.push_back({expression_of(condition.terms()[step.term]), {}, false});
    } else if (step.what == Condition::What::negated) {
      stack.back().negated = !stack.back().negated;
    } else {
      Part b = std::move(stack.back());
      stack.pop_back();
      Part a = std::move(stack.back());
      stack.back() = step.what == Condition::What::both ? both(std::move(a), std::move(b)) : either(std::move(a), std::move(b));
    }
  }
  if (stack.empty()) return std::string(kEverything);
  return stack.back().negated ? fmt::format("{} NOT {}", kEverything, within(stack.back(), " NOT ")) : stack.back().text;
}

}  // namespace sayso::record
