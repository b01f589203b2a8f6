#include "record/tsquery.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "record/words.h"

namespace sayso::record {
namespace {

constexpr std::size_t kMostIndexed = std::size_t{128} << 10;  // bytes of one content's words; a vector may have a megabyte
constexpr std::size_t kLastPlace = 16383;                     // of a word in a vector
constexpr std::size_t kLongestWord = 1000;                    // bytes; a vector takes 2,046

// Every statement has one of these.
constexpr std::string_view kEverything = "('#xkdirect0' | '#xkindirect0' | '#xkmixed0')";

// Words have letters and digits alone, so nothing needs escaping.
std::string quoted(std::string_view word) { return fmt::format("'{}'", word.substr(0, kLongestWord)); }

std::string expression_of(const Term& term, Stemmer& stemmer) {
  if (term.match == Term::Match::tag) return fmt::format("'#{}'", term.words.front());
  std::string out;
  for (const std::string& word : term.words) out += fmt::format("{}'{}'", out.empty() ? "" : " <-> ", stemmer.of(std::string_view(word).substr(0, kLongestWord)));
  return term.match == Term::Match::prefix ? out + ":*" : fmt::format("({})", out);
}

}  // namespace

std::string tsvector_of(std::string_view content, std::string_view tags) {
  Stemmer stemmer;
  std::string out;
  std::size_t place = 0;
  for (WordScanner words(content); words.next() && out.size() < kMostIndexed;)
    fmt::format_to(std::back_inserter(out), "'{}':{} ", stemmer.of(std::string_view(words.word()).substr(0, kLongestWord)), std::min(++place, kLastPlace));
  while (!tags.empty()) {
    const std::string_view tag = tags.substr(0, tags.find(' '));
    fmt::format_to(std::back_inserter(out), "'#{}' ", tag.substr(0, kLongestWord));
    tags.remove_prefix(std::min(tags.size(), tag.size() + 1));
  }
  return out;
}

std::string tsvector_of_names(std::string_view names) {
  std::string out;
  for (WordScanner words(names); words.next() && out.size() < kMostIndexed;) out += quoted(words.word()) + " ";
  return out;
}

std::string tsquery_of(const Condition& condition) {
  Stemmer stemmer;
  std::vector<std::string> stack;
  for (const Condition::Step& step : condition.steps()) {
    if (step.what == Condition::What::term) {
      stack.push_back(expression_of(condition.terms()[step.term], stemmer));
    } else if (step.what == Condition::What::negated) {
      stack.back() = "!" + stack.back();
    } else {
      const std::string last = std::move(stack.back());
      stack.pop_back();
      stack.back() = fmt::format("({} {} {})", stack.back(), step.what == Condition::What::both ? '&' : '|', last);
    }
  }
  if (stack.empty()) return std::string(kEverything);
  return stack.back().starts_with('!') ? fmt::format("{} & {}", kEverything, stack.back()) : stack.back();
}

std::string tsquery_of_names(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " & ") + quoted(word);
  return out;
}

}  // namespace sayso::record
