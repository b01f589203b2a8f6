#include "model/features.h"

#include <unicode/uchar.h>
#include <xxhash.h>

#include <algorithm>
#include <string>

namespace sayso {
namespace {

// The order is part of the model format.
enum QuoteState : std::uint8_t {
  outside, opening, inside, closing, inside_single, inside_nested, reopening, inside_unclosed, opening_single,
  closing_single
};

constexpr std::uint8_t kBeginsParagraph = 1, kBeginsSentence = 2;  // in WordFeatures::layout
enum Shape : std::uint8_t { other, lower, title, upper, letter, mixed, number, word_number, comma, stop };

char32_t fold(char32_t c) {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
    return c >= '0' && c <= '9' ? U'0' : c;
  }
  if (c == 0x2013 || c == 0x2015) return 0x2014;  // dashes
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(static_cast<UChar32>(c)) != 0; }

Shape shape_of(std::u32string_view word) {
  if (!is_word(word[0])) return word[0] == U',' ? comma : word[0] == U'.' || word[0] == U'?' || word[0] == U'!' ? stop : other;
  int lowers = 0, uppers = 0, digits = 0;
  for (const char32_t c : word) {
    digits += is_digit(c);
    uppers += is_upper(c);
    lowers += is_lower(c);
  }
  if (digits > 0) return lowers + uppers > 0 ? word_number : number;
  if (uppers == 0) return lower;
  if (lowers == 0) return word.size() == 1 ? letter : upper;
  return uppers == 1 && is_upper(word[0]) ? title : mixed;
}

std::uint32_t affix(std::u32string_view part, bool whole, std::uint64_t seed) {
  return static_cast<std::uint32_t>(XXH3_64bits_withSeed(part.data(), part.size() * sizeof(char32_t), seed * 2 + whole));
}

// The spelling's part of the features. `word` and `folded` are scratch.
void spell(std::string_view bytes, bool quotation_mark, std::u32string& word, WordFeatures& out) {
  word.clear();
  for (std::size_t at = 0; at < bytes.size();) word += decode(bytes, at);
  out.shape = shape_of(word);
  for (char32_t& c : word) c = fold(c);
  if (quotation_mark) word.assign(1, U'"');
  const std::u32string_view all = word;
  const std::size_t n = std::min<std::size_t>(3, all.size());
  out.form = XXH3_64bits(all.data(), all.size() * sizeof(char32_t));
  out.prefix = affix(all.substr(0, n), n == all.size(), 1);
  out.suffix = affix(all.substr(all.size() - n), n == all.size(), 2);
}

// Walks the quotations beside the tokens: both are sorted, and quotations nest, so a stack of open ones suffices.
class QuoteWalk {
 public:
  explicit QuoteWalk(const Quotations& quotations) : q_(quotations) {}

  QuoteState at(const Token& token) {
    while (!open_.empty() && q_.quotations[open_.back()].span.end <= token.begin) open_.pop_back();
    while (next_ < q_.quotations.size() && q_.quotations[next_].span.begin <= token.begin) push(next_++, token.begin);
    while (mark_ < q_.marks.size() && q_.marks[mark_].span.end <= token.begin) ++mark_;
    if (mark_ < q_.marks.size() && q_.marks[mark_].span.begin <= token.begin) return role(q_.marks[mark_]);
    if (open_.empty()) return outside;
    if (open_.size() > 1) return inside_nested;
    const Quotation& quotation = q_.quotations[open_.back()];
    return !quotation.closed ? inside_unclosed : quotation.single ? inside_single : inside;
  }

 private:
  void push(std::size_t index, std::uint32_t begin) {
    if (q_.quotations[index].span.end > begin) open_.push_back(static_cast<std::uint32_t>(index));
  }
  QuoteState role(const QuotationMark& mark) const {
    if (mark.role == MarkRole::reopen) return reopening;
    const bool single = q_.quotations[mark.quotation].single;
    if (mark.role == MarkRole::open) return single ? opening_single : opening;
    return single ? closing_single : closing;
  }

  const Quotations& q_;
  std::vector<std::uint32_t> open_;
  std::size_t next_ = 0;
  std::size_t mark_ = 0;
};

bool is_mark(std::uint8_t quote) {
  return quote == opening || quote == closing || quote == reopening || quote == opening_single || quote == closing_single;
}

}  // namespace

std::vector<WordFeatures> word_features(const CodePoints& text, std::span<const Token> tokens,
                                        std::span<const std::uint32_t> paragraph_begins, const Quotations& quotations) {
  std::vector<WordFeatures> out(tokens.size());
  QuoteWalk walk(quotations);
  std::u32string word;
  std::size_t paragraph = 0;
  bool sentence_ended = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    WordFeatures& f = out[i];
    f.quote = walk.at(tokens[i]);
    spell(tokens[i].in(text.utf8()), is_mark(f.quote), word, f);
    const bool first = paragraph < paragraph_begins.size() && paragraph_begins[paragraph] == i;
    paragraph += first;
    const bool spaced = i == 0 || tokens[i - 1].end < tokens[i].begin;
    const bool closes = f.quote == closing || f.quote == closing_single || f.shape == stop;
    const bool sentence = first || (sentence_ended && !closes);
    f.layout = static_cast<std::uint8_t>(first * kBeginsParagraph | sentence * kBeginsSentence | spaced << 2 | (paragraph <= 1) << 3);
    // "… end." “New”: the marks between a stop and the next word leave the sentence ended.
    const bool opens = f.quote == opening || f.quote == opening_single;
    sentence_ended = f.shape == stop || (sentence_ended && !first && (closes || opens));
  }
  return out;
}

bool is_quotation_mark(const WordFeatures& word) {
  return word.quote == opening || word.quote == closing || word.quote == reopening || word.quote == opening_single ||
         word.quote == closing_single;
}

bool in_quotation(const WordFeatures& word) { return word.quote != outside; }

void step_inside_quotation(std::span<WordFeatures> words) {
  if (words.empty()) return;
  words[0].layout |= kBeginsParagraph | kBeginsSentence;
  if (!in_quotation(words[0]) || words[0].quote == closing || words[0].quote == closing_single || words[0].quote == inside_nested) return;
  for (WordFeatures& w : words) {
    if (w.quote == inside || w.quote == inside_single || w.quote == inside_unclosed) w.quote = outside;
    if (w.quote == inside_nested) w.quote = inside;
  }
}

}  // namespace sayso
