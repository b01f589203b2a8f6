#include "extract/layout.h"

#include <unicode/uchar.h>

namespace sayso {

std::string Layout::lower(std::uint32_t t) const {
  std::string out;
  const std::string_view bytes = text(t);
  for (std::size_t at = 0; at < bytes.size();) {
    if (const char c = bytes[at]; static_cast<unsigned char>(c) < 0x80) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      ++at;
      continue;
    }
    append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(decode(bytes, at)))));
  }
  return out;
}

char32_t Layout::first_char(std::uint32_t t) const {
  if (t >= size()) return 0;
  std::size_t at = a_.tokens[t].byte;
  return decode(a_.text.utf8(), at);
}

bool Layout::is_word(std::uint32_t t) const { return t < size() && sayso::is_word(first_char(t)); }
bool Layout::is_capital(std::uint32_t t) const { return u_isupper(static_cast<UChar32>(first_char(t))) != 0; }
bool Layout::is_number(std::uint32_t t) const { return u_isdigit(static_cast<UChar32>(first_char(t))) != 0; }

bool Layout::is_all_caps(std::uint32_t t) const {
  const std::string_view bytes = text(t);
  int letters = 0;
  for (std::size_t at = 0; at < bytes.size(); ++letters) {
    if (!u_isupper(static_cast<UChar32>(decode(bytes, at)))) return false;
  }
  return letters >= 2;
}

bool Layout::is_dash(std::uint32_t t) const {
  const char32_t c = first_char(t);
  return c == U'-' || (c >= 0x2010 && c <= 0x2015);
}

bool Layout::is_stop(std::uint32_t t) const {
  const char32_t c = first_char(t);
  return c == U'.' || c == U'?' || c == U'!' || c == U'…';
}

bool Layout::is_spaced(std::uint32_t t) const { return t == 0 || t >= size() || a_.tokens[t - 1].end < a_.tokens[t].begin; }

bool Layout::ends_sentence(TokenRange range) const {
  while (!range.empty() && !is_word(range.end - 1)) {
    if (is_stop(range.end - 1)) return true;
    --range.end;
  }
  return false;
}

// Without white space inside: "https://…", "bit.ly/x".
bool Layout::is_link(TokenRange run) const {
  if (is(run.begin, "http") || is(run.begin, "https") || is(run.begin, "www")) return true;
  std::uint32_t t = run.begin;
  while (t < run.end && !is(t, "/") && !is(t, ".")) ++t;
  if (!is(t, ".") || !is_word(run.begin)) return false;
  for (; t + 1 < run.end; ++t) {
    if (is(t, "/")) return true;
  }
  return false;
}

TokenRange Layout::without_links(TokenRange range) const {
  while (!range.empty()) {
    std::uint32_t begin = range.end - 1;
    while (begin > range.begin && !is_spaced(begin)) --begin;
    if (!is_link({begin, range.end})) return range;
    range.end = begin;
  }
  return range;
}

std::uint32_t Layout::words(TokenRange range) const {
  std::uint32_t out = 0;
  for (std::uint32_t t = range.begin; t < range.end; ++t) out += is_word(t);
  return out;
}

std::uint32_t Layout::code_points(TokenRange range) const {
  return range.empty() ? 0 : a_.tokens[range.end - 1].end - a_.tokens[range.begin].begin;
}

}  // namespace sayso
