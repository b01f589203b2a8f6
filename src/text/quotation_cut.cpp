#include "text/quotation_cut.h"

#include <algorithm>
#include <array>

namespace sayso::quotation {
namespace {

constexpr std::array<std::string_view, 17> kSaid = {
    "said",     "says",     "added",  "told",    "asked", "replied", "wrote",     "recalled", "noted",
    "insisted", "answered", "argued", "claimed", "joked", "tweeted", "explained", "continued"};
constexpr std::array<std::string_view, 6> kWho = {"he", "she", "they", "the", "a", "an"};
constexpr std::array<std::string_view, 12> kThen = {"on",    "in",     "at",   "to", "of",   "during",
                                                    "after", "before", "when", "as", "late", "last"};
constexpr std::array<std::string_view, 15> kShort = {"Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen",
                                                     "Lt", "Col", "St", "Jr", "Sr",  "Inc", "vs"};
constexpr int kMostWords = 5;  // between the comma and the verb

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_upper(std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && in_word(text[end])) ++end;
  return text.substr(at, end - at);
}

// The clause begins as one that names who speaks: a pronoun, an article, a name, or the verb itself.
bool names_speaker(std::string_view first) { return is_upper(first) || among(kWho, first) || among(kSaid, first); }

bool goes_on_as_attribution(std::string_view text, std::size_t after_verb, bool at_end_only) {
  std::size_t at = after_verb;
  if (at_end_only) {  // "said Mr. Cole." is as short as "he said."
    return text.size() - at <= 40 && text.find_first_of(",;:!?", at) == kNowhere;
  }
  if (at >= text.size() || text[at] == '.' || text[at] == ',' || text[at] == ':') return true;
  if (text[at] != ' ') return false;
  const std::string_view next = word_at(text, at + 1);
  return is_upper(next) || among(kThen, next);
}

}  // namespace

std::size_t find_attribution(std::string_view text, bool at_end_only) {
  std::size_t comma = kNowhere;
  std::string_view first;
  int words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view word = word_at(text, at);
    if (word.empty()) {
      const char c = text[at++];
      if (c == ',' || c == '?' || c == '!') comma = at, words = 0;
      if (c == '.' || c == ':' || c == ';') comma = kNowhere;
      continue;
    }
    at += word.size();
    if (words++ == 0) first = word;
    if (comma == kNowhere || words > kMostWords || !among(kSaid, word) || !names_speaker(first)) continue;
    if (goes_on_as_attribution(text, at, at_end_only)) return comma;
  }
  return kNowhere;
}

std::size_t find_fragment_end(std::string_view text) {
  if (text.empty() || text[0] < 'a' || text[0] > 'z') return kNowhere;
  std::string_view word;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view next = word_at(text, at);
    if (!next.empty()) {
      word = next;
      at += next.size();
      continue;
    }
    const char c = text[at++];
    const bool end = c == '!' || c == '?' || (c == '.' && word.size() > 1 && !among(kShort, word));
    if (end && at + 1 < text.size() && text[at] == ' ' && is_upper(text.substr(at + 1))) return at;
  }
  return kNowhere;
}

}  // namespace sayso::quotation
