#include "extract/capitals.h"

#include "text/words/common_words.h"
#include "text/words/given_names.h"
#include "text/words/nouns.h"
#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/pronouns.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kMaxHeadlineWords = 40;

// First words of names that are ordinary words too: "New York", "General Motors", "United Airlines".
bool opens_names(std::string_view word) {
  static const WordSet set("new general united national american north south east west royal first federal central high supreme white black free "
                           "big great grand world public southern northern western eastern former house senate state department congress "
                           "president judge chief secretary director senator governor mayor attorney police justice speaker family planned liberal social christian");
  return set.contains(word) || is_title(word);
}

// Given names that are ordinary words: alone at the start of a sentence they are the word.
bool is_word_and_name(std::string_view word) {
  static const WordSet set("will may mark bill hope grace faith grant rose joy art rich frank pat drew sue rob miles guy chip dale gene jack "
                           "chuck dawn carol holly ivy daisy rusty dusty bob nick don skip ray gale gail amber crystal pearl ruby summer earl "
                           "dean duke king prince major sterling chase hunter parker cash max mercy patience penny");
  return set.contains(word);
}

// "Don't", "We've": n't, 're, 've, 'll, 'd and 'm stand behind it without a space.
bool is_contraction(const WordForms& forms, std::uint32_t token) {
  static const WordSet endings("t re ve ll d m");
  return forms.is(token + 1, "'") && !forms.is_spaced(token + 1) && !forms.is_spaced(token + 2) &&
         endings.contains(forms.folded(token + 2));
}

}  // namespace

Capitals::Capitals(const WordForms& forms) : forms_(forms), headlines_(forms.paragraph_count(), false) {
  std::uint32_t begin = 0;
  while (begin < forms_.size()) {
    const std::uint32_t paragraph = forms_.paragraph(begin);
    std::uint32_t end = begin;
    while (end < forms_.size() && forms_.paragraph(end) == paragraph) ++end;
    const bool headline = is_headline(TokenRange{begin, end});
    if (paragraph < headlines_.size()) headlines_[paragraph] = headline;
    for (std::uint32_t t = begin; t < end && !headline; ++t) {
      if (!forms_.is_word(t) || forms_.is_number(t)) continue;
      Seen& seen = seen_[forms_.folded(t)];
      if (!forms_.is_capital(t)) seen.lower = true;
      else if (!forms_.begins_sentence(t)) seen.capital = true;
    }
    begin = end;
  }
}

bool Capitals::is_headline(TokenRange paragraph) const {
  std::uint32_t words = 0, long_words = 0, capital = 0, ordinary = 0, upper = 0;
  for (std::uint32_t t = paragraph.begin; t < paragraph.end; ++t) {
    if (!forms_.is_word(t) || forms_.is_number(t)) continue;
    ++words;
    upper += forms_.is_upper(t);
    if (forms_.folded(t).size() < 4) continue;
    ++long_words;
    capital += forms_.is_capital(t);
    ordinary += forms_.is_capital(t) && t != paragraph.begin && is_common_word(forms_.folded(t));
  }
  if (words < 2 || words > kMaxHeadlineWords) return false;
  if (words >= 3 && upper * 10 >= words * 8) return true;
  if (forms_.is(paragraph.end - 1, ".")) return false;
  return long_words >= 2 && ordinary > 0 && capital * 10 >= long_words * 7 && capital + 1 >= words / 2;
}

bool Capitals::is_seen_inside(std::string_view folded) const {
  const auto found = seen_.find(folded);
  return found != seen_.end() && found->second.capital;
}

// At the start of a sentence every word has a capital: the word's other places and the table of ordinary words decide.
bool Capitals::opens_without_name(std::uint32_t token) const {
  const std::string_view word = forms_.folded(token);
  const bool capital_next = forms_.is_capital(token + 1) && forms_.is_spaced(token + 1);
  if (capital_next && (opens_names(word) || (noun(word).plural && word.ends_with('s') && is_organization_word(forms_.folded(token + 1))))) return false;  // "Riders United"
  const bool joins = (forms_.is(token + 1, "of") && continues_with_of(word)) || (forms_.is(token + 1, "for") && continues_with_for(word));
  if (joins && forms_.is_capital(token + 2)) return false;  // "Citizens for Clean Water"
  if (is_group_name(word)) return false;
  if (is_common_word(word)) return true;
  if (is_word_and_name(word) && !capital_next && !is_seen_inside(word)) return true;
  if (forms_.is_upper(token) || is_given_name(word)) return false;
  const auto found = seen_.find(word);
  const Seen seen = found == seen_.end() ? Seen{} : found->second;
  if (seen.capital) return false;
  if (seen.lower) {  // "Swan Line", where the text has swans
    const bool joined = capital_next && is_common_word(forms_.folded(token + 1)) && !forms_.is_capital(token + 2);
    return !joined;
  }
  if (is_place(word)) return false;
  return !capital_next && (word.ends_with("ly") || word.ends_with("ing") || noun(word).plural);
}

bool Capitals::may_be_name(std::uint32_t token) const {
  if (!forms_.is_capital(token)) return false;
  const std::string_view word = forms_.folded(token);
  if (is_contraction(forms_, token)) return false;
  if (word == "i" || word == "the" || word == "a" || word == "an" || is_calendar_word(word)) {
    // "I. M. Pei", "A. Cole"; "April Ryan", "May Wong".
    const bool initial = forms_.is_letter(token) && forms_.is(token + 1, ".") && !forms_.is_spaced(token + 1);
    const bool given = is_given_name(word) && forms_.is_capital(token + 1) && !is_calendar_word(forms_.folded(token + 1));
    const bool paper = forms_.is_capital(token + 1) && is_outlet_word(forms_.folded(token + 1)) && forms_.is_spaced(token + 1);  // "Sunday Dispatch"
    if (!initial && !given && !(paper && is_calendar_word(word))) return false;
  }
  if (pronoun(word) && word != "us" && !forms_.is_letter(token)) return false;
  return !forms_.begins_sentence(token) || !opens_without_name(token);
}

}  // namespace sayso
