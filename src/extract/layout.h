// What tokens look like, asked one by one: for stages that find nothing in most documents and so fold no text.
#pragma once

#include <string>
#include <string_view>

#include "extract/analysis.h"

namespace sayso {

// Every question may be asked one past the last token: the answer is "", 0 or false.
class Layout {
 public:
  explicit Layout(const Analysis& analysis) : a_(analysis) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(a_.tokens.size()); }
  std::string_view text(std::uint32_t t) const { return t < size() ? a_.tokens[t].in(a_.text.utf8()) : std::string_view(); }
  bool is(std::uint32_t t, std::string_view word) const { return text(t) == word; }
  std::string lower(std::uint32_t t) const;  // lower case; ASCII and Latin letters alike

  char32_t first_char(std::uint32_t t) const;
  bool is_word(std::uint32_t t) const;
  bool is_capital(std::uint32_t t) const;    // begins with a capital
  bool is_all_caps(std::uint32_t t) const;   // two letters or more, no small one
  bool is_number(std::uint32_t t) const;
  bool is_dash(std::uint32_t t) const;       // any dash or a hyphen
  bool is_stop(std::uint32_t t) const;       // . ? ! …
  bool is_spaced(std::uint32_t t) const;     // white space or the text's beginning before it; true past the end

  // The last token of a range is a full stop, question or exclamation mark, perhaps with closing marks behind.
  bool ends_sentence(TokenRange range) const;
  // The range without addresses ("https://…", "pic.example.com/x") at its end.
  TokenRange without_links(TokenRange range) const;
  std::uint32_t words(TokenRange range) const;
  std::uint32_t code_points(TokenRange range) const;

 private:
  bool is_link(TokenRange run) const;

  const Analysis& a_;
};

}  // namespace sayso
