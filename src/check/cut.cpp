#include "check/cut.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/code_points.h"
#include "trace/sentence_ends.h"
#include "trace/words.h"

namespace sayso::check {
namespace {

using Keys = std::vector<std::string>;

Keys keys_of(const trace::Words& words) {
  Keys out;
  for (const trace::Word& word : words.words) out.push_back(word.key);
  return out;
}

Keys keys_of(std::string_view text) {
  const CodePoints points(text);
  return keys_of(trace::words_of(points));
}

bool stands_at(const Keys& keys, std::size_t at, std::initializer_list<std::string_view> words) {
  if (at + words.size() > keys.size()) return false;
  return std::equal(words.begin(), words.end(), keys.begin() + static_cast<std::ptrdiff_t>(at));
}

// Conditions and restrictions that begin right behind what is kept.
bool restricts(const Keys& after) {
  static constexpr std::array<std::string_view, 8> kFirst = {"but",   "if",       "unless", "except",
                                                             "until", "provided", "though", "although"};
  if (after.empty()) return false;
  if (std::find(kFirst.begin(), kFirst.end(), after.front()) != kFirst.end()) return true;
  return stands_at(after, 0, {"only", "if"}) || stands_at(after, 0, {"as", "long", "as"}) ||
         stands_at(after, 0, {"and", "only", "if"}) || stands_at(after, 0, {"or", "so"}) ||
         stands_at(after, 0, {"without"}) || stands_at(after, 0, {"only", "when"}) || stands_at(after, 0, {"not"});
}

bool parts_clauses(std::string_view marks) {
  return marks.find_first_of(",;:") != std::string_view::npos || marks.find("\u2014") != std::string_view::npos;
}

// A denial or a condition that what is kept hangs on: "I never said that …", "It is not true that …", "If …, ".
bool governs(std::string_view before) {
  static constexpr std::array<std::string_view, 9> kDenials = {"not",    "never",  "no",    "nobody", "deny",
                                                               "denied", "hardly", "false", "untrue"};
  static constexpr std::array<std::string_view, 4> kConditions = {"if", "unless", "whether", "suppose"};
  const auto is_in = [](const auto& list, const std::string& key) {
    return std::find(list.begin(), list.end(), key) != list.end();
  };
  const CodePoints points(before);
  const trace::Words words = trace::words_of(points);
  if (words.words.empty()) return false;
  if (is_in(kConditions, words.words.front().key)) return true;
  if (parts_clauses(words.end_marks)) return false;
  for (auto word = words.words.rbegin(); word != words.words.rend(); ++word) {
    if (is_in(kDenials, word->key)) return true;
    if (parts_clauses(word->marks) || word->key == "and" || word->key == "but" || word->key == "so") return false;
  }
  return false;
}

// A clause that can be taken for a full statement: a fragment is no claim that a cut could turn.
bool is_statement(std::string_view kept) {
  static constexpr std::array<std::string_view, 20> kSubjectsAndVerbs = {
      "i",    "we", "he",  "she",  "they", "you", "there", "is",  "are", "was",
      "were", "am", "has", "have", "had",  "do",  "does",  "did", "'s",  "'d"};
  constexpr std::size_t kLeast = 4;  // words
  const CodePoints points(kept);
  const std::vector<trace::Word> words = trace::words_of(points).words;
  return words.size() >= kLeast && std::any_of(words.begin(), words.end(), [](const trace::Word& w) {
           return w.kind == trace::WordClass::modal ||
                  std::find(kSubjectsAndVerbs.begin(), kSubjectsAndVerbs.end(), w.key) != kSubjectsAndVerbs.end();
         });
}

bool takes_back(const Keys& next) {
  return stands_at(next, 0, {"unless"}) || stands_at(next, 0, {"except"}) || stands_at(next, 0, {"only", "if"});
}

// Without spaces and quotation marks at its ends.
std::string trimmed(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kShed = {" ", "\t", "\r", "\n", "\"", "\u201C", "\u201D"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : kShed) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), more = true;
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), more = true;
    }
  }
  return std::string(text);
}

bool has_words(std::string_view text) { return !keys_of(text).empty(); }

}  // namespace

Cut cut_around(std::string_view utterance, Span kept) {
  const CodePoints points(utterance);
  const Span whole = trace::sentences_around(points, kept);
  Cut out;
  out.before = trimmed(points.slice({whole.begin, kept.begin}));
  out.after = trimmed(points.slice({kept.end, whole.end}));
  if (!has_words(out.before)) out.before.clear();
  if (!has_words(out.after)) out.after.clear();
  if (!is_statement(points.slice(kept))) return out;
  out.turns_sense = governs(out.before) || restricts(keys_of(out.after));
  if (!out.after.empty() || out.turns_sense) return out;
  // Only the sentence that takes it back is shown of what follows.
  if (whole.end + 2 >= points.size()) return out;
  const Span next = trace::sentences_around(points, {whole.end + 1, whole.end + 2});
  if (next.begin < whole.end) return out;
  const std::string following = trimmed(points.slice({whole.end, next.end}));
  if (!takes_back(keys_of(following))) return out;
  out.after = following;
  out.turns_sense = true;
  return out;
}

}  // namespace sayso::check
