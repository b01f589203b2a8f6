#include "trace/sentences_beside.h"

#include <algorithm>
#include <iterator>

#include "text/ascii.h"

namespace sayso::trace {
namespace {

constexpr std::size_t kBefore = 420, kAfter = 180;  // bytes
constexpr std::ptrdiff_t kNameWords = 4;

std::string with_plain_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view three = text.substr(at, 3);
    const bool mark = three == "\u201C" || three == "\u201D";
    out += mark ? '"' : text[at];
    at += mark ? 3 : 1;
  }
  return out;
}

// Without what is quoted, names of programmes apart. A mark without a partner ends nothing.
std::string without_quotations(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('"'), close = open == text.npos ? open : text.find('"', open + 1);
    if (close == text.npos) break;
    out += text.substr(0, open);
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    out += ' ';
    if (std::ranges::count(without_space(inside), ' ') < kNameWords) out += inside;
    out += ' ';
    text.remove_prefix(close + 1);
  }
  return out += text;
}

bool is_title(std::string_view before) {
  constexpr std::string_view kTitles[] = {"Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "St"};
  const std::size_t space = before.find_last_of(" \n");
  const std::string_view word = space == before.npos ? before : before.substr(space + 1);
  return word.size() < 2 || std::ranges::find(kTitles, word) != std::end(kTitles);
}

// Whether a sentence ends with the mark at `at`: white space follows, and it is no abbreviation's.
bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
  if (at + 1 >= text.size() || (text[at + 1] != ' ' && text[at + 1] != '\n')) return false;
  return text[at] != '.' || !is_title(text.substr(0, at));
}

// From the beginning of the last sentence but one.
std::string_view last_sentences(std::string_view text) {
  int sentences = 0;
  for (std::size_t at = text.size(), end = at; at-- > 0;) {
    if (!ends_sentence(text, at)) continue;
    if (!without_space(text.substr(at + 1, end - at - 1)).empty() && ++sentences == 2) return text.substr(at + 1);
    end = at;
  }
  return text;
}

std::string_view first_sentence(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (ends_sentence(text, at)) return text.substr(0, at);
  return text;
}

}  // namespace

std::string sentences_beside(std::string_view before, std::string_view after) {
  std::string left = with_plain_marks(before.substr(before.size() > kBefore ? before.size() - kBefore : 0));
  while (!left.empty() && (left.back() == '"' || left.back() == ' ')) left.pop_back();
  std::string right = with_plain_marks(after.substr(0, kAfter));
  right.erase(0, std::min(right.find_first_not_of('"'), right.size()));
  left = without_quotations(left), right = without_quotations(right);
  return lower_ascii(std::string(last_sentences(left)) + " | " + std::string(first_sentence(right)));
}

}  // namespace sayso::trace
