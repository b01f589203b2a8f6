#include "extract/no_content.h"

#include <algorithm>
#include <ranges>
#include <string>

#include "extract/layout.h"
#include "text/words/cue_verbs.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

// Whole contents, lower case; with a star, their beginnings.
constexpr std::string_view kNothingSaid[] = {
    "to comment",  "to comment further",  "to comment publicly",  "to comment on the matter",  "comment",           "to respond",         "to reply",           "to be interviewed", "to elaborate*",
    "requests for comment*", "request for comment*", "a request for comment*", "to speak to reporters", "to answer",  "to answer questions*",
    "to be drawn*",          "to give details",   "to say more",        "to talk",            "to give his name",  "to give her name",
};

std::string words_of(const Analysis& a, TokenRange range) {
  const Token& first = a.tokens[range.begin];
  std::string out(a.text.utf8().substr(first.byte, a.tokens[range.end - 1].byte_end - first.byte));
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// "declined | to comment", "did not respond to | an email".
bool refuses_to_speak(const Analysis& a, TokenRange content) {
  constexpr std::uint32_t kLongest = 12;
  if (content.size() > kLongest) return false;
  const std::string words = words_of(a, content);
  return std::ranges::any_of(kNothingSaid, [&](std::string_view phrase) {
    return phrase.ends_with('*') ? words.starts_with(phrase.substr(0, phrase.size() - 1)) : words == phrase;
  });
}

bool is_negated(const Layout& l, TokenRange cue) {
  static const WordSet set("not never");
  return std::ranges::any_of(std::views::iota(cue.begin, cue.end), [&](std::uint32_t t) { return set.contains(l.lower(t)) || l.lower(t) == "t"; });
}

// "did not reply to | an email", "would not comment on | the record".
bool did_not_answer(const Layout& l, TokenRange cue) {
  static const WordSet set("comment commented respond responded reply replied");
  if (cue.empty() || !is_negated(l, cue)) return false;
  return std::ranges::any_of(std::views::iota(cue.begin, cue.end), [&](std::uint32_t t) { return set.contains(l.lower(t)); });
}

// "said | so", "told them | no such thing": words that stand for others.
bool only_stands_for_words(const Layout& l, TokenRange content) {
  static const WordSet alone("so otherwise when why where how who");
  if (content.size() == 1) return alone.contains(l.lower(content.begin)) && !l.is_capital(content.begin);
  return content.size() == 3 && l.lower(content.begin) == "no" && l.is(content.begin + 1, "such") && l.is(content.begin + 2, "thing");
}

bool says(const Layout& l, TokenRange cue) {
  return std::ranges::any_of(std::views::iota(cue.begin, std::max(cue.begin, cue.end)), [&](std::uint32_t t) { return cue_verb(l.lower(t)) == CueVerb::saying; });
}

// "Nobody said that".
bool is_nobody(const Layout& l, TokenRange source) {
  static const WordSet set("nobody none neither no-one");
  const std::string first = l.lower(source.begin);
  return set.contains(first) || first == "no";  // "No senator suggested"
}

// "had heard | that", "one aide put | it"; not "denied it", "doubts that".
bool points_at_words(const Layout& l, const Attribution& a) {
  static const WordSet pronouns("that this it"), verbs("heard hears winced shown showed shows put puts telling tells told called calls saw sees read reads learned");
  return a.content.size() == 1 && a.content[0].size() == 1 && pronouns.contains(l.lower(a.content[0].begin)) && !a.cue.empty() &&
         std::ranges::any_of(std::views::iota(a.cue.begin, a.cue.end), [&](std::uint32_t t) { return verbs.contains(l.lower(t)); });
}

// "No parade | has been announced", "was fined", "were meant": nobody says anything.
bool does_no_telling(const Layout& l, const Attribution& a) {
  static const WordSet done("fined meant sentenced jailed credited supposed married buried");
  if (!a.source.empty() || a.cue.empty()) return false;
  const std::string last = l.lower(a.cue.end - 1);
  const bool to = last == "to" || last == "with" || last == "for";
  const std::string verb = to && a.cue.size() > 1 ? l.lower(a.cue.end - 2) : last;
  const bool none = a.content.size() == 1 && l.lower(a.content[0].begin) == "no" && a.content[0].end <= a.cue.begin;
  return a.cue.size() > 1 && (done.contains(verb) || none);
}

}  // namespace

void drop_refusals_to_speak(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const Layout layout(analysis);
  std::erase_if(attributions, [&](const Attribution& a) {
    if (!a.source.empty() && is_nobody(layout, a.source.front()) && says(layout, a.cue)) return true;
    if (did_not_answer(layout, a.cue) || does_no_telling(layout, a) || points_at_words(layout, a)) return true;
    return a.content.size() == 1 && (refuses_to_speak(analysis, a.content[0]) || only_stands_for_words(layout, a.content[0]));
  });
}

}  // namespace sayso
