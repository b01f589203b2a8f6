#include "extract/signature.h"

#include <algorithm>

#include "text/words/given_names.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kMostName = 14;     // tokens of a name before the account, emoji and all
constexpr std::uint32_t kMostAccount = 10;  // "@name@server.example"
constexpr std::uint32_t kMostDate = 12;
constexpr std::uint32_t kMostPlainName = 10;

bool is_date_part(const Layout& l, std::uint32_t t) {
  static const WordSet words(
      "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
      "dec monday tuesday wednesday thursday friday saturday sunday am pm a p m at on via report reply retweeted x twitter instagram facebook "
      "threads bluesky mastodon truth social , . : · | •");
  return l.is_number(t) || words.contains(l.lower(t));
}

// One past the date and the like that follow an account; `begin` where none does.
std::uint32_t date_end(const Layout& l, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t out = begin;
  for (std::uint32_t t = begin; t < std::min(end, begin + kMostDate) && is_date_part(l, t); ++t) {
    out = t + 1;
    if (l.is_number(t) && l.text(t).size() == 4) break;  // the year; another post may follow
  }
  return out;
}

// Two hyphens are one dash.
TokenRange dash_ending_at(const Layout& l, std::uint32_t last) {
  if (!l.is_dash(last)) return {};
  const bool two = last > 0 && l.is(last - 1, "-") && l.is(last, "-") && !l.is_spaced(last);
  return {last - two, last + 1};
}

// First token of the name before an account: behind the last dash, or where there is none, behind the last hyphen.
std::uint32_t name_begin(const Layout& l, std::uint32_t first, std::uint32_t bracket) {
  std::uint32_t behind_hyphen = bracket;
  for (std::uint32_t t = bracket; t-- > first && t + kMostName > bracket;) {
    if (!l.is_dash(t) || t + 1 == bracket) continue;
    if (!l.is(t, "-") || l.is(t - 1, "-")) return t + 1;
    if (l.is_spaced(t) && behind_hyphen == bracket) behind_hyphen = t + 1;
  }
  return behind_hyphen;
}

}  // namespace

std::uint32_t account_end(const Layout& l, std::uint32_t token, std::uint32_t end) {
  const bool bracket = l.is(token, "(");
  std::uint32_t t = token + bracket;
  if (t + 1 >= end || !l.is(t, "@") || l.is_spaced(t + 1) || !l.is_word(t + 1)) return 0;
  const std::uint32_t limit = std::min(end, t + kMostAccount);
  for (++t; t < limit && !l.is_spaced(t) && (l.is_word(t) || l.is(t, "@") || l.is(t, ".") || l.is(t, "-")); ++t) {
  }
  if (!bracket) return t;
  return t < end && l.is(t, ")") ? t + 1 : 0;
}

std::optional<Signature> signature_around(const Layout& l, TokenRange paragraph, std::uint32_t bracket) {
  const std::uint32_t account = account_end(l, bracket, paragraph.end);
  if (account == 0) return std::nullopt;
  Signature out;
  const std::uint32_t name = name_begin(l, paragraph.begin, bracket);
  if (name == bracket) return std::nullopt;
  out.dash = dash_ending_at(l, name - 1);
  if (out.dash.empty()) return std::nullopt;
  out.source = {name, account};
  out.end = date_end(l, account, paragraph.end);
  if (out.end == account && account != paragraph.end) return std::nullopt;
  return out;
}

std::optional<Signature> name_under(const Analysis& a, const Layout& l, std::uint32_t begin, std::uint32_t end, bool own_line) {
  static const WordSet particles("de da di del della du la le van von der den ter al el bin ibn of the for and");
  std::uint32_t name = begin;
  while (name < end && l.is_dash(name)) ++name;
  if (name == begin || name - begin > 2 || !l.is_spaced(begin)) return std::nullopt;
  bool person = false;
  std::uint32_t t = name;
  for (; t < end && !l.is(t, ",") && !l.is(t, "("); ++t) {
    if (!l.is_word(t)) {
      if (l.is(t, ":") || l.is_stop(t) ? !l.is(t, ".") || t + 1 == end : l.is_dash(t) && l.is_spaced(t)) return std::nullopt;
      continue;
    }
    const std::string word = l.lower(t);
    if (!l.is_capital(t) && l.is_spaced(t) && !(particles.contains(word) && t > name)) return std::nullopt;
    const bool tagged = !a.names.empty() && a.names[t] == NameTag::person;
    person |= tagged || (l.is_capital(t) && (is_given_name(word) || (is_title(word) && t + 1 < end)));
  }
  if (t == name || t - name > kMostPlainName || !(person || (own_line && t - name > 1))) return std::nullopt;
  return Signature{{begin, name}, {name, t}, end};
}

}  // namespace sayso
