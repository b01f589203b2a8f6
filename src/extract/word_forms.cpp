#include "extract/word_forms.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/words/place_names.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool is_double_mark(char32_t c) { return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB; }

// One spelling for all styles of apostrophes, dashes and double quotation marks.
char32_t fold(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x02BC) return '\'';
  if (is_double_mark(c)) return '"';
  if (c == 0x2010 || c == 0x2011) return '-';
  if (c >= 0x2012 && c <= 0x2015) return 0x2014;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

bool is_upper_letter(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(static_cast<UChar32>(c)) != 0; }

}  // namespace

WordForms::WordForms(const Analysis& analysis) : utf8_(analysis.text.utf8()), tokens_(analysis.tokens) {
  const std::size_t n = tokens_.size();
  begins_.reserve(n + 1);
  flags_.assign(n, 0);
  folded_.reserve(utf8_.size());
  for (std::uint32_t t = 0; t < n; ++t) spell(t);
  mark(analysis);
  place(analysis);
  quote(analysis);
}

std::string_view WordForms::text(std::uint32_t token) const { return token < size() ? tokens_[token].in(utf8_) : ""; }

void WordForms::spell(std::uint32_t token) {
  const std::string_view bytes = tokens_[token].in(utf8_);
  int letters = 0, uppers = 0, digits = 0;
  char32_t first = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = decode(bytes, at);
    if (first == 0) first = c;
    const bool digit = is_digit(c);
    digits += digit;
    letters += !digit;
    uppers += is_upper_letter(c);
    if (c < 0x80) folded_ += static_cast<char>(fold(c));
    else append_utf8(folded_, fold(c));
  }
  begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
  std::uint16_t flags = 0;
  if (sayso::is_word(first)) flags |= kWord;
  if (is_upper_letter(first)) flags |= kCapital;
  if (letters > 1 && uppers == letters) flags |= kUpper;
  if (letters == 1 && uppers == 1 && digits == 0) flags |= kLetter;
  if (is_digit(first)) flags |= kNumber;
  if (is_double_mark(first)) flags |= kMark;
  if (token == 0 || tokens_[token - 1].end < tokens_[token].begin) flags |= kSpaced;
  flags_[token] = flags;
}

// A full stop behind an initial or a short title ends no sentence.
// "Feb. 12", "No. 10", "9 a.m. Tuesday": the stop of a short form inside a sentence. A small letter goes on by itself.
bool WordForms::is_short_form(std::uint32_t stop) const {
  static const WordSet counted("jan feb mar apr jun jul aug sep sept oct nov dec no");
  const std::uint32_t word = stop - 1, next = stop + 1;
  if (is_number(next)) return is_capital(word) && counted.contains(folded(word));
  const bool hour = stop > 2 && folded(word) == "m" && folded(stop - 2) == "." && (folded(stop - 3) == "a" || folded(stop - 3) == "p");
  return hour && is_calendar_word(folded(next));
}

bool WordForms::ends_sentence(std::uint32_t token) const {
  const std::string_view mark = folded(token);
  if (mark == "!" || mark == "?") return true;
  if (mark != ".") return false;
  if (token == 0 || is_spaced(token)) return true;
  if (!is_spaced(token + 1) && is_word(token + 1)) return false;
  if (is_short_form(token)) return false;
  return !is_letter(token - 1) && !(is_abbreviated_title(folded(token - 1)) && is_capital(token - 1));
}

// Single marks are apostrophes too: only those of quotations count.
void WordForms::mark(const Analysis& analysis) {
  const auto at = [&](std::uint32_t offset) {
    return static_cast<std::size_t>(std::ranges::partition_point(tokens_, [&](const Token& t) { return t.begin < offset; }) - tokens_.begin());
  };
  for (const Quotation& q : analysis.quotations.quotations) {
    for (std::size_t t = at(q.span.begin); t < size() && tokens_[t].begin < q.inside.begin; ++t) flags_[t] |= kMark;
    for (std::size_t t = at(q.inside.end); t < size() && tokens_[t].begin < q.span.end; ++t) flags_[t] |= kMark;
  }
}

void WordForms::place(const Analysis& analysis) {
  sentences_.assign(size(), 0);
  paragraphs_.assign(size(), 0);
  paragraph_count_ = static_cast<std::uint32_t>(analysis.paragraphs.size());
  std::uint32_t sentence = 0;
  for (std::uint32_t p = 0; p < paragraph_count_; ++p) {
    const TokenRange range = analysis.paragraphs[p];
    bool begin = true;  // the next word begins a sentence
    for (std::uint32_t t = range.begin; t < range.end && t < size(); ++t) {
      if (t == range.begin) flags_[t] |= kParagraph;
      if (begin && is_word(t)) {
        // “Why?” she asked: a small letter goes on.
        const bool goes_on = is_lower(t) && t != range.begin;
        if (!goes_on) {
          flags_[t] |= kSentence;
          sentence += t > 0;
        }
        begin = false;
      }
      sentences_[t] = sentence;
      paragraphs_[t] = p;
      begin |= ends_sentence(t);
      if (is(t, ":") && is_capital(t + 1)) flags_[t + 1] |= kSentence;
      // A quotation that opens begins a sentence of its own, but the sentence around it goes on in number.
      const bool opens = is_mark(t) && is_spaced(t) && !is_spaced(t + 1) && (t == range.begin || !is_word(t - 1));
      if (opens && is_capital(t + 1)) flags_[t + 1] |= kSentence;
    }
  }
  sentence_count_ = sentence + 1;
}

void WordForms::quote(const Analysis& analysis) {
  std::uint32_t token = 0;
  for (const Quotation& quotation : analysis.quotations.quotations) {
    while (token < size() && tokens_[token].begin < quotation.span.begin) ++token;
    for (; token < size() && tokens_[token].begin < quotation.span.end; ++token) flags_[token] |= kQuoted;
  }
}

}  // namespace sayso
