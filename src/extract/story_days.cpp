#include "extract/story_days.h"

#include <algorithm>
#include <chrono>

#include "extract/calendar_words.h"
#include "text/iso_day.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::size_t kEntries = 3;
constexpr std::uint32_t kHeading = 6;  // tokens of a day that heads an entry
constexpr std::uint32_t kClause = 12;  // tokens from "will" to its year
constexpr std::uint32_t kLead = 400;   // tokens in which a dateline may stand
constexpr int kYears = 12;  // a story is read for at most so many years younger than the latest year that it names

std::vector<std::uint32_t> paragraph_starts(const WordForms& f) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t t = 0; t < f.size(); ++t) {
    if (out.empty() || f.paragraph(t) != f.paragraph(t - 1)) out.push_back(t);
  }
  out.push_back(f.size());
  return out;
}

bool ends_heading(const WordForms& f, std::uint32_t t) {
  return f.is(t, ":") || f.is(t, "—") || f.is(t, ".") || f.is(t, ";");
}

// The day that a paragraph is or begins with.
std::optional<FoundDay> heading(const WordForms& f, TokenRange paragraph, std::string_view published) {
  const TokenRange head{paragraph.begin, std::min(paragraph.end, paragraph.begin + kHeading)};
  const auto day = day_in(f, head, {published, {}});
  if (!day || day->range.begin > paragraph.begin + 2) return std::nullopt;
  const std::uint32_t end = day->range.end;
  const bool whole = paragraph.size() <= kHeading + 2 || end >= paragraph.end;
  return whole || ends_heading(f, end) ? day : std::nullopt;
}

std::optional<unsigned> weekday_at(const WordForms& f, std::uint32_t t) {
  return f.is_capital(t) ? weekday_of(f.folded(t)) : std::nullopt;
}

// On how many days before `day` the weekdays of the story lie, at most; unlikely ones (a week ago and more) are those
// that were still to come.
bool fits(std::chrono::sys_days day, const std::vector<unsigned>& spoken) {
  const unsigned now = std::chrono::weekday(day).c_encoding();
  bool today = false;
  for (const unsigned w : spoken) {
    const unsigned back = (now + 7 - w) % 7;
    if (back > 3) return false;
    today = today || back == 0;
  }
  return today;
}

// "Until 2041", "by 2030", "will in 2031": years to come.
bool is_to_come(const WordForms& f, std::uint32_t year) {
  static const WordSet before("until till by through to before after");
  static const WordSet expect("will would could may plans planned expected due scheduled");
  if (year > 0 && before.contains(f.folded(year - 1))) return true;
  for (std::uint32_t t = year; t-- > 0 && year - t < kClause && f.sentence(t) == f.sentence(year);) {
    if (expect.contains(f.folded(t))) return true;
  }
  return false;
}

// The latest year that the text names as one that it has seen: it was written then or later.
std::optional<int> latest_year(const WordForms& f) {
  std::optional<int> out;
  for (std::uint32_t t = 0; t < f.size(); ++t) {
    const std::string_view word = f.folded(t);
    if (word.size() != 4 || !f.is_number(t) || !(word.starts_with("19") || word.starts_with("20"))) continue;
    if (!std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) continue;
    const int year = (word[0] - '0') * 1000 + (word[1] - '0') * 100 + (word[2] - '0') * 10 + (word[3] - '0');
    if ((!out || year > *out) && !is_to_come(f, t)) out = year;
  }
  return out;
}

}  // namespace

std::vector<std::optional<FoundDay>> timeline_days(const WordForms& f, std::string_view published) {
  const std::vector<std::uint32_t> starts = paragraph_starts(f);
  std::vector<std::optional<FoundDay>> out(starts.size() - 1);
  std::size_t entries = 0;
  for (std::size_t p = 0; p + 1 < starts.size(); ++p) {
    out[p] = heading(f, {starts[p], starts[p + 1]}, published);
    entries += out[p].has_value();
  }
  if (entries < kEntries) return {};
  for (std::size_t p = 1; p < out.size(); ++p) {
    if (!out[p]) out[p] = out[p - 1];
  }
  return out;
}

std::string dateline_day(const WordForms& f) {
  std::uint32_t end = 0;
  for (std::uint32_t t = 0; t < f.size() && t < kLead && end == 0; ++t) {
    const bool dash = f.is(t, "—") || (f.is(t, "-") && f.is_spaced(t) && f.is_spaced(t + 1));
    if (dash && t >= 12 && f.paragraph(t) == f.paragraph(t - 12)) continue;  // no dateline is that long
    if (dash) end = t;
  }
  if (end == 0) return {};
  std::uint32_t begin = end;
  while (begin > 0 && f.paragraph(begin - 1) == f.paragraph(end)) --begin;
  if (!f.is_upper(begin)) return {};
  std::vector<unsigned> spoken;
  static const WordSet verbs("said told says announced wrote added asked on last late");
  for (std::uint32_t t = end; t < f.size(); ++t) {
    const auto weekday = weekday_at(f, t);
    if (weekday && t > 0 && !f.is_quoted(t) && (verbs.contains(f.folded(t - 1)))) spoken.push_back(*weekday);
  }
  if (spoken.empty()) return {};
  const std::optional<int> named = latest_year(f);
  if (!named) return {};
  for (int year = *named; year < *named + kYears; ++year) {
    const auto day = day_in(f, {begin, end}, {std::to_string(year) + "-12-31", {}});
    if (!day) return {};
    if (fits(std::chrono::sys_days(iso_day(day->date).value()), spoken)) return day->date;
  }
  return {};
}

}  // namespace sayso
