#include "trace/furniture.h"

#include <array>
#include <cctype>
#include <string>

#include "text/code_points.h"
#include "trace/word_classes.h"

namespace sayso::trace {
namespace {

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

class Hider {
 public:
  Hider(std::string_view utf8, const std::vector<Token>& tokens) : utf8_(utf8), tokens_(tokens), hidden_(tokens.size()) {}

  std::vector<bool> hide() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (hidden_[i]) continue;
      if (starts_line(i)) hide_line(i);
      hide_address(i);
      if (is_double(i)) hide_attribution(i);
      if (surface(i) == "MORE") hide_links(i);
    }
    return std::move(hidden_);
  }

 private:
  std::string_view surface(std::size_t i) const { return tokens_[i].in(utf8_); }
  bool is_double(std::size_t i) const {
    const std::string_view s = surface(i);
    return s == "\"" || s == "\u201C" || s == "\u201D";
  }
  bool starts_line(std::size_t i) const { return i == 0 || breaks_between(i - 1, i); }
  bool breaks_between(std::size_t left, std::size_t right) const {
    return utf8_.substr(tokens_[left].byte_end, tokens_[right].byte - tokens_[left].byte_end).find('\n') != std::string_view::npos;
  }

  void hide_line(std::size_t i) {
    constexpr std::array<std::string_view, 10> kBeginnings = {"advertisement", "story continues", "read more", "more:", "related:",
                                                             "watch:", "share this", "sign up", "article continues", "continue reading"};
    const std::string rest = ascii_lower(utf8_.substr(tokens_[i].byte, 24));
    for (const std::string_view beginning : kBeginnings) {
      if (!std::string_view(rest).starts_with(beginning)) continue;
      if (i == 0 && beginning != "advertisement") return;  // a wording that begins so says so
      std::size_t end = i + 1;
      while (end < tokens_.size() && !breaks_between(end - 1, end)) ++end;
      for (std::size_t j = i; j < end; ++j) hidden_[j] = true;
      return;
    }
  }

  void hide_address(std::size_t i) {
    const std::string_view rest = utf8_.substr(tokens_[i].byte);
    if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("pic.twitter.com/") && !rest.starts_with("www.")) return;
    hidden_[i] = true;
    for (std::size_t j = i + 1; j < tokens_.size() && tokens_[j].byte == tokens_[j - 1].byte_end; ++j) hidden_[j] = true;
  }

  // Links of a site that stand behind a name, its second mention glued to their first headline: "Cole Ann B. ColeMill to stay, says
  // council Cole under fire MORE said". Hidden from the second mention to MORE.
  void hide_links(std::size_t more) {
    constexpr std::size_t kLongest = 60;  // tokens
    for (std::size_t i = more; i-- > 0 && more - i <= kLongest;) {
      if (breaks_between(i, i + 1) || is_double(i)) return;
      const std::size_t head = glued_head(surface(i));
      if (head == 0) continue;
      std::size_t begin = i;
      while (begin > 0 && more - begin <= kLongest && surface(begin - 1) != surface(i).substr(0, head) && is_name_part(surface(begin - 1))) --begin;
      if (begin > 0 && surface(begin - 1) != surface(i).substr(0, head)) begin = i;
      for (std::size_t k = begin; k <= more; ++k) hidden_[k] = true;
      return;
    }
  }

  // Letters of "Cole" in "ColeMill" and "Cole2025"; 0 for other words, also for "McCole".
  static std::size_t glued_head(std::string_view word) {
    constexpr std::size_t kLeast = 4;
    const auto is = [&word](std::size_t i, auto test) { return test(static_cast<unsigned char>(word[i])) != 0; };
    if (word.empty() || !is(0, isupper)) return 0;
    for (std::size_t i = kLeast; i < word.size(); ++i)
      if (is(i - 1, islower) && (is(i, isupper) || is(i, isdigit))) return i;
    return 0;
  }
  static bool is_name_part(std::string_view word) { return word == "." || std::isupper(static_cast<unsigned char>(word[0])) != 0; }

  // A closing mark behind , . ? or !, then a short stretch with a verb of speech, then an opening mark.
  void hide_attribution(std::size_t i) {
    constexpr std::size_t kLongest = 16;  // tokens
    if (i == 0 || surface(i) == "\u201C") return;
    const std::string_view stop = surface(i - 1);
    if (stop != "," && stop != "." && stop != "?" && stop != "!") return;
    bool speech = false;
    for (std::size_t j = i + 1; j < tokens_.size() && j <= i + kLongest; ++j) {
      speech = speech || is_speech_verb(ascii_lower(surface(j)));
      if (!is_double(j)) continue;
      if (speech && surface(j) != "\u201D")
        for (std::size_t k = i; k <= j; ++k) hidden_[k] = true;
      return;
    }
  }

  std::string_view utf8_;
  const std::vector<Token>& tokens_;
  std::vector<bool> hidden_;
};

}  // namespace

std::vector<bool> hidden_tokens(std::string_view utf8, const std::vector<Token>& tokens) { return Hider(utf8, tokens).hide(); }

}  // namespace sayso::trace
