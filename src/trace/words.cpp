#include "trace/words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "text/fold.h"
#include "text/tokens.h"
#include "text/words/common_words.h"
#include "trace/furniture.h"
#include "trace/word_classes.h"

namespace sayso::trace {
namespace {

constexpr std::array<std::string_view, 5> kApostrophes = {"'", "\u2019", "\u2018", "\u02BC", "\u2032"};
constexpr std::array<std::string_view, 9> kDoubles = {"\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB", "`", "\u2033", "\uFF02"};
constexpr std::array<std::string_view, 5> kDashes = {"\u2014", "\u2013", "\u2015", "\u2012", "\u2212"};

template <class List>
bool is_in(const List& list, std::string_view mark) {
  return std::find(list.begin(), list.end(), mark) != list.end();
}

bool is_apostrophe(std::string_view mark) { return is_in(kApostrophes, mark); }

std::string folded(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) append_folded(out, decode(utf8, at));
  return out;
}

bool is_capital(std::string_view utf8) {
  std::size_t at = 0;
  return !utf8.empty() && u_isupper(static_cast<UChar32>(decode(utf8, at)));
}

bool is_letter_token(std::string_view token) {
  std::size_t at = 0;
  return is_word(decode(token, at));
}

class Cutter {
 public:
  explicit Cutter(const CodePoints& text) : utf8_(text.utf8()) {
    tokenize(text, {0, text.size()}, tokens_);
    hidden_ = hidden_tokens(utf8_, tokens_);
  }

  Words cut() {
    for (at_ = 0; at_ < tokens_.size();) {
      if (hidden_[at_]) ++at_;
      else if (is_letter_token(surface(at_))) take_word();
      else if (surface(at_) == "&" || surface(at_) == "%") take_sign();
      else take_mark();
    }
    if (!out_.words.empty() && sentence_ends_) out_.words.back().sentence_end = true;
    out_.end_marks = std::move(marks_);
    out_.gap_after = gap_;
    return std::move(out_);
  }

 private:
  std::string_view surface(std::size_t i) const { return tokens_[i].in(utf8_); }
  bool touches(std::size_t left) const {
    return left + 1 < tokens_.size() && tokens_[left].byte_end == tokens_[left + 1].byte && !hidden_[left + 1];
  }

  // Letters with apostrophes, points of figures and brackets inside: don't, O'Brien, 1,000, U.S., [T]he, want[ed].
  std::size_t word_end(std::size_t i) const {
    while (touches(i)) {
      const std::string_view mark = surface(i + 1);
      if (const std::size_t masked = mask_end(i + 1); masked > i + 1) {
        i = masked - 1;
        continue;
      }
      const bool more = i + 2 < tokens_.size() && touches(i + 1) && is_letter_token(surface(i + 2));
      if (!more || is_letter_token(mark)) break;
      const bool digits = std::isdigit(static_cast<unsigned char>(surface(i).back())) && std::isdigit(static_cast<unsigned char>(surface(i + 2).front()));
      const bool initials = mark == "." && surface(i).size() == 1 && surface(i + 2).size() == 1;
      if (!is_apostrophe(mark) && !(digits && (mark == "," || mark == ".")) && !initials) break;
      i += 2;
    }
    return i + 1;
  }

  void take_sign() {
    add(tokens_[at_], surface(at_) == "&" ? "and" : "percent", false);
    ++at_;
  }

  // "s---hole", "f**k", "a--": two or more dashes or stars that touch the letters before them, and letters behind.
  std::size_t mask_end(std::size_t i) const {
    const std::string_view mark = surface(i);
    if (mark != "*" && mark != "-") return i;
    std::size_t end = i + 1;
    while (touches(end - 1) && surface(end) == mark) ++end;
    if (end - i < 2) return i;
    const bool letters = touches(end - 1) && is_letter_token(surface(end));
    const bool ends = mark == "*" || letters;
    const bool short_head = i > 0 && surface(i - 1).size() <= 4;  // "it--and" is no mask
    if (!ends || !short_head || (mark == "-" && end - i < 3)) return i;
    return letters ? end + 1 : end;
  }

  void take_word() {
    const std::size_t end = word_end(at_);
    std::string letters;
    for (std::size_t i = at_; i < end; ++i) letters += is_apostrophe(surface(i)) ? "'" : folded(surface(i));
    const Token whole = {tokens_[at_].begin, tokens_[end - 1].end, tokens_[at_].byte, tokens_[end - 1].byte_end};
    if (letters.find('.') != std::string::npos && !std::isdigit(static_cast<unsigned char>(letters[0]))) std::erase(letters, '.');
    const bool clipped = letters.size() > 4 && letters.ends_with("in") && end < tokens_.size() && touches(end - 1) && is_apostrophe(surface(end));
    if (clipped) letters += 'g';  // goin'
    if (mended_to_last(whole, letters)) {
      const bool closed = out_.words.back().surface.ends_with(']');
      if (closed) brackets_ = std::max(0, brackets_ - 1);
      return void(at_ = end + closed);
    }
    add_split(whole, letters);
    at_ = end;
  }

  // "[T]he", "want[ed]": a bracket without a space between two halves of one word.
  bool mended_to_last(const Token& whole, const std::string& letters) {
    if (out_.words.empty() || at_ == 0 || !touches(at_ - 1) || at_ < 2) return false;
    const std::string_view mark = surface(at_ - 1);
    if ((mark != "]" && mark != "[") || !touches(at_ - 2) || !is_letter_token(surface(at_ - 2))) return false;
    Word& last = out_.words.back();
    const auto before = static_cast<std::uint32_t>(last.surface.data() - utf8_.data());
    const bool opens = before > 0 && utf8_[before - 1] == '[';
    const bool closes = mark == "[" && whole.byte_end < utf8_.size() && utf8_[whole.byte_end] == ']';
    last.span.begin -= opens;
    last.span.end = whole.end + closes;
    last.surface = utf8_.substr(before - opens, whole.byte_end + closes - (before - opens));
    last.key = american(last.key + letters);
    last.mended = true;
    last.bracketed = false;
    last.drop = 1;
    last.weight = weight_of(last.key);
    last.kind = class_of(last.key);
    return true;
  }

  // Halves of contractions; `letters` has as many characters as the word has code points unless points were dropped.
  void add_split(const Token& whole, const std::string& letters) {
    const auto cut_from = [&](std::string_view tail, std::string_view base, std::string_view key) {
      if (letters.size() <= tail.size() || !letters.ends_with(tail)) return false;
      const auto points = static_cast<std::uint32_t>(tail.size());
      // A curly apostrophe is three bytes; letters of a tail are ASCII.
      const std::size_t apostrophe = utf8_.substr(whole.byte, whole.byte_end - whole.byte).find("\u2019") == std::string_view::npos ? 1 : 3;
      const auto bytes = static_cast<std::uint32_t>(tail.size() - 1 + apostrophe);
      if (bytes >= whole.byte_end - whole.byte) return false;
      const std::string first = base.empty() ? letters.substr(0, letters.size() - tail.size()) : std::string(base);
      add({whole.begin, whole.end - points, whole.byte, whole.byte_end - bytes}, first, false);
      add({whole.end - points, whole.end, whole.byte_end - bytes, whole.byte_end}, std::string(key), true);
      return true;
    };
    if (letters == "can't" && cut_from("'t", "can", "not")) return;
    if (letters == "won't" && cut_from("n't", "will", "not")) return;
    if (letters == "shan't" && cut_from("n't", "shall", "not")) return;
    if (cut_from("n't", "", "not")) return;
    for (const auto& [tail, key] : {std::pair{"'re", "are"}, {"'m", "am"}, {"'ll", "will"}, {"'ve", "have"}, {"'d", "'d"}, {"'s", "'s"}})
      if (cut_from(tail, "", key)) return;
    if (letters == "cannot") {
      add({whole.begin, whole.begin + 3, whole.byte, whole.byte + 3}, "can", false);
      return add({whole.begin + 3, whole.end, whole.byte + 3, whole.byte_end}, "not", true);
    }
    add(whole, american(letters), false);
  }

  void add(const Token& token, std::string key, bool clitic) {
    Word word;
    word.span = token.span();
    word.surface = token.in(utf8_);
    key = figure_of(std::move(key));
    word.kind = class_of(key);
    word.weight = weight_of(key);
    word.clitic = clitic;
    word.hyphened = hyphen_;
    word.marks = std::move(marks_);
    word.gap_before = gap_;
    word.bracketed = brackets_ > 0;
    word.sentence_begin = !clitic && (out_.words.empty() || sentence_ends_);
    if (sentence_ends_ && !out_.words.empty()) out_.words.back().sentence_end = true;
    const bool name_like = word.kind == WordClass::other && is_capital(word.surface) && !is_common_word(key);
    if (name_like && !word.sentence_begin) word.kind = WordClass::name;
    word.maybe_name = name_like && word.sentence_begin && !key.ends_with('s') && !key.ends_with("ing") && !key.ends_with("ly");
    const bool repeated = !out_.words.empty() && out_.words.back().key == key;
    word.drop = word.kind == WordClass::filler || repeated || word.bracketed ? 0.1F : 1.0F;
    word.key = std::move(key);
    out_.words.push_back(std::move(word));
    marks_.clear();
    gap_ = sentence_ends_ = hyphen_ = false;
  }

  void take_mark() {
    const std::string_view mark = surface(at_);
    if (const std::size_t end = ellipsis_end(at_); end > at_) {
      gap_ = true;
      at_ = end;
      return;
    }
    if (mark == "[" || mark == "(") brackets_ += closes_soon(at_);
    else if (mark == "]" || mark == ")") brackets_ = std::max(0, brackets_ - 1);
    else if (mark == "-" && at_ > 0 && touches(at_ - 1) && touches(at_)) hyphen_ = true, marks_ += '-';
    else if (mark == "-" || is_in(kDashes, mark)) add_once("\u2014");
    else if (is_in(kDoubles, mark) || is_apostrophe(mark)) add_once("\"");
    else marks_ += mark;
    sentence_ends_ = sentence_ends_ || ((mark == "." && !after_title()) || mark == "!" || mark == "?");
    ++at_;
  }

  void add_once(std::string_view mark) {
    if (!std::string_view(marks_).ends_with(mark)) marks_ += mark;
  }

  bool after_title() const {
    if (out_.words.empty()) return true;
    const std::string_view key = out_.words.back().key;
    return is_in(std::array<std::string_view, 9>{"mister", "doctor", "governor", "senator", "representative", "mrs", "ms", "st", "gen"}, key) ||
           (out_.words.back().surface.size() == 1 && is_capital(out_.words.back().surface) && key != "i");
  }

  // "…", "...", ". . ."; at_ where there is none.
  std::size_t ellipsis_end(std::size_t i) const {
    if (surface(i) == "\u2026") return i + 1;
    std::size_t end = i;
    while (end < tokens_.size() && surface(end) == "." && (end == i || tokens_[end].byte <= tokens_[end - 1].byte_end + 2)) ++end;
    if (end - i >= 3) return end;
    const bool stars = i + 2 < tokens_.size() && surface(i) == "*" && surface(i + 1) == "*" && surface(i + 2) == "*";
    return stars ? i + 3 : i;
  }

  bool closes_soon(std::size_t i) const {
    constexpr std::size_t kLongest = 30;  // tokens; a bracket that never closes holds nothing
    for (std::size_t j = i + 1; j < tokens_.size() && j < i + kLongest; ++j)
      if (surface(j) == "]" || surface(j) == ")") return true;
    return false;
  }

  std::string_view utf8_;
  std::vector<Token> tokens_;
  std::vector<bool> hidden_;
  Words out_;
  std::size_t at_ = 0;
  std::string marks_;
  bool gap_ = false, sentence_ends_ = false, hyphen_ = false;
  int brackets_ = 0;
};

}  // namespace

Words words_of(const CodePoints& text) { return Cutter(text).cut(); }

}  // namespace sayso::trace
