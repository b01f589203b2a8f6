#include "extract/said_at.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

#include "text/words/word_set.h"

namespace sayso {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> kWeekdays{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march",     "april",   "may",      "june",
                                                   "july",    "august",   "september", "october", "november", "december"};

std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const bool ordinal = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return error == std::errc() && ordinal ? std::optional(value) : std::nullopt;
}

std::optional<year_month_day> parse_iso(std::string_view text) {
  if (text.size() < 10) return std::nullopt;
  const auto y = number(text.substr(0, 4)), m = number(text.substr(5, 2)), d = number(text.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const year_month_day out{year(static_cast<int>(*y)), month(*m), day(*d)};
  return out.ok() ? std::optional(out) : std::nullopt;
}

std::optional<unsigned> weekday_of(std::string_view word) {
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    if (word == kWeekdays[i]) return i;
  }
  return std::nullopt;
}

// "Sept.", "Jan", "March".
std::optional<month> month_of(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    const bool short_form = word.size() <= 4 && word != "mar" ? kMonths[i].starts_with(word) : word == kMonths[i].substr(0, 3);
    if (word == kMonths[i] || short_form) return month(i + 1);
  }
  return std::nullopt;
}

class DayReader {
 public:
  DayReader(const WordForms& forms, std::string_view published) : f_(forms), today_(parse_iso(published)) {}

  std::optional<FoundDay> in(TokenRange zone) const {
    for (std::uint32_t t = zone.begin; t < zone.end; ++t) {
      if (auto found = at(t)) return found;
    }
    return std::nullopt;
  }

 private:
  std::optional<FoundDay> at(std::uint32_t t) const {
    if (auto found = full_date(t)) return found;
    if (!today_) return std::nullopt;
    const std::string_view word = f_.folded(t);
    if (word == "today" || (word == "this" && (f_.is(t + 1, "morning") || f_.is(t + 1, "afternoon") || f_.is(t + 1, "evening")))) {
      return result(*today_, t, word == "today" ? t + 1 : t + 2);
    }
    if (word == "yesterday") return result(sys_days(*today_) - days(1), t, t + 1);
    return weekday(t);
  }

  // The last such day, the document's own included; "last Monday" is never the document's own. "next Monday" was not yet.
  std::optional<FoundDay> weekday(std::uint32_t t) const {
    const auto wanted = weekday_of(f_.folded(t));
    if (!wanted || !f_.is_capital(t) || (t > 0 && (f_.is(t - 1, "next") || f_.is(t - 1, "every") || f_.is(t - 1, "until")))) return std::nullopt;
    const sys_days today(*today_);
    const unsigned now = std::chrono::weekday(today).c_encoding();
    unsigned back = (now + 7 - *wanted) % 7;
    const bool last = t > 0 && f_.is(t - 1, "last");
    if (back == 0 && last) back = 7;
    const std::uint32_t first = last ? t - 1 : t;
    return result(today - days(back), preposition(first), t + 1);
  }

  // "June 4, 2025", "June 4", "4 June 2025".
  std::optional<FoundDay> full_date(std::uint32_t t) const {
    std::uint32_t next = t + 1;
    auto found_month = f_.is_capital(t) ? month_of(f_.folded(t)) : std::nullopt;
    std::optional<unsigned> found_day;
    if (found_month) {
      if (f_.is(next, ".") && !f_.is_spaced(next)) ++next;
      found_day = number(f_.folded(next));
    } else if (f_.is_number(t) && f_.is_capital(t + 1)) {
      found_day = number(f_.folded(t));
      found_month = month_of(f_.folded(t + 1));
      next = t + 1;
    }
    if (!found_month || !found_day || *found_day == 0 || *found_day > 31) return std::nullopt;
    std::uint32_t end = next + 1;
    const std::uint32_t at_year = f_.is(end, ",") ? end + 1 : end;
    const auto found_year = number(f_.folded(at_year));
    if (found_year && *found_year >= 1500 && *found_year < 2200) return dated(*found_year, *found_month, *found_day, t, at_year + 1);
    if (!today_) return std::nullopt;
    return dated(without_year(*found_month, *found_day), *found_month, *found_day, t, end);
  }

  // A day of the document's year, or of the year before if it had not come yet.
  unsigned without_year(month m, unsigned d) const {
    const year_month_day same{today_->year(), m, day(d)};
    const bool later = same.ok() && sys_days(same) > sys_days(*today_) + days(7);
    return static_cast<unsigned>(static_cast<int>(today_->year())) - later;
  }

  std::optional<FoundDay> dated(unsigned y, month m, unsigned d, std::uint32_t begin, std::uint32_t end) const {
    const year_month_day date{year(static_cast<int>(y)), m, day(d)};
    return date.ok() ? result(date, preposition(begin), end) : std::nullopt;
  }

  std::uint32_t preposition(std::uint32_t t) const { return t > 0 && f_.is(t - 1, "on") ? t - 1 : t; }

  std::optional<FoundDay> result(year_month_day date, std::uint32_t begin, std::uint32_t end) const {
    return FoundDay{fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                static_cast<unsigned>(date.day())),
                    {begin, end}};
  }

  const WordForms& f_;
  std::optional<year_month_day> today_;
};

}  // namespace

std::optional<FoundDay> find_day(const WordForms& forms, const StatementFrame& frame, TokenRange cue, std::string_view published) {
  const DayReader reader(forms, published);
  for (const TokenRange zone : {cue, frame.behind, frame.between, frame.opening}) {
    if (auto found = reader.in(zone)) return found;
  }
  return std::nullopt;
}

}  // namespace sayso
