#include "extract/said_at.h"

#include <fmt/format.h>

#include <chrono>

#include "extract/calendar_words.h"
#include "extract/channel.h"
#include "text/iso_day.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

// A weekday behind these is none on which somebody spoke: "demanded an answer by Friday".
bool points_away(std::string_view word) {
  static const WordSet set("next every until till by before after since from each coming through to for");
  return set.contains(word);
}

// False of most words of a story, all of which are asked: no day begins with them.
bool may_begin_day(std::string_view word) {
  static const WordIndex openings = [] {
    WordIndex out;
    for (const auto one : {"a", "one", "two", "three", "four", "five", "six", "seven", "the", "that", "later",
                           "earlier", "this", "today", "tonight", "yesterday", "last"}) {
      out.add(one);
    }
    for (const auto day : weekday_names()) out.add(day);
    for (const auto month : month_names()) out.add(month), out.add(month.substr(0, 3)), out.add(month.substr(0, 4));
    for (const Feast& feast : feasts()) out.add(feast.words.substr(0, feast.words.find(' ')));
    return out;
  }();
  return !word.empty() && ((word[0] >= '0' && word[0] <= '9') || openings.find(word) != WordIndex::kNone);
}

class DayReader {
 public:
  DayReader(const WordForms& forms, const KnownDays& known, bool owners)
      : f_(forms), owners_(owners), today_(iso_day(known.published)), last_(iso_day(known.last)) {}

  std::optional<FoundDay> in(TokenRange zone) const {
    for (std::uint32_t t = zone.begin; t < zone.end; ++t) {
      if (f_.is(t, "will")) return std::nullopt;  // not yet
      if (auto found = at(t)) return found;
    }
    return std::nullopt;
  }

  // Only where a day begins: ", last Tuesday", ", on 3 May".
  std::optional<FoundDay> after_comma(TokenRange zone) const {
    for (std::uint32_t t = zone.begin; t < zone.end; ++t) {
      if (!f_.is(t - 1, ",")) continue;
      const std::uint32_t first =
          f_.is(t, "on") || f_.is(t, "last") || f_.is(t, "late") || f_.is(t, "early") || f_.is(t, "dated") ? t + 1 : t;
      if (auto found = at(first)) return found;
    }
    return std::nullopt;
  }

  // "… ruled out a sale in a broadcast on Monday": only where what follows begins like a circumstance.
  std::optional<FoundDay> after_content(TokenRange zone) const {
    static const WordSet prepositions("in on at during by via");
    return !zone.empty() && prepositions.contains(f_.folded(zone.begin)) ? in(zone) : std::nullopt;
  }

 private:
  std::optional<FoundDay> at(std::uint32_t t) const {
    if (!may_begin_day(f_.folded(t))) return std::nullopt;
    if (auto found = iso_date(t)) return found;
    if (auto found = full_date(t)) return found;
    if (auto found = after_another(t)) return found;
    if (!today_) return std::nullopt;
    if (auto found = feast(t)) return found;
    const std::string_view word = f_.folded(t);
    if (is_in_name(t)) return std::nullopt;
    if (word == "today" || word == "tonight") return owner(t) ? std::nullopt : result(*today_, t, t + 1);
    if (word == "this" && is_part_of_day(f_.folded(t + 1))) return result(*today_, t, t + 2);
    if (word == "yesterday") return owner(t) ? std::nullopt : shifted(*today_, -1, t, t + 1);
    if (word == "last" && f_.is(t + 1, "night")) return shifted(*today_, -1, t, t + 2);
    if (f_.is(t + 2, "ago") && (f_.is(t + 1, "days") || f_.is(t + 1, "day"))) {
      const auto count = small_number(word);
      return count && *count <= 7 ? shifted(*today_, -static_cast<int>(*count), t, t + 3) : std::nullopt;
    }
    return weekday(t);
  }

  // "the same day", "that evening", "later in the day", "the day before", "the next morning", "two days later": counted
  // from the day that the story last told of; without one, "later in the day" is the document's own.
  std::optional<FoundDay> after_another(std::uint32_t t) const {
    const auto& from = last_ ? last_ : today_;
    if (!from) return std::nullopt;
    const bool the = f_.is(t, "the");
    const bool day = f_.is(t + 2, "day") || is_part_of_day(f_.folded(t + 2));
    if ((f_.is(t, "later") || f_.is(t, "earlier")) && f_.is(t + 1, "in") && f_.is(t + 2, "the") && f_.is(t + 3, "day"))
      return result(*from, t, t + 4);
    if (!last_) return std::nullopt;
    if (f_.is(t, "that") && (f_.is(t + 1, "day") || (is_part_of_day(f_.folded(t + 1)) && !f_.is(t + 1, "lunchtime"))))
      return result(*last_, t, t + 2);
    if (the && f_.is(t + 1, "same") && day) return result(*last_, t, t + 3);
    if (the && (f_.is(t + 1, "previous") || f_.is(t + 1, "preceding")) && day) return shifted(*last_, -1, t, t + 3);
    if (the && (f_.is(t + 1, "next") || f_.is(t + 1, "following")) && day) return shifted(*last_, 1, t, t + 3);
    if (the && f_.is(t + 1, "day") && f_.is(t + 2, "before") && !f_.is(t + 3, "yesterday"))
      return shifted(*last_, -1, t, t + 3);
    if (the && f_.is(t + 1, "day") && f_.is(t + 2, "after") && !f_.is_word(t + 3)) return shifted(*last_, 1, t, t + 3);
    if (!f_.is(t + 1, "day") && !f_.is(t + 1, "days")) return std::nullopt;
    const auto count = small_number(f_.folded(t));
    if (!count || *count > 14) return std::nullopt;
    if (f_.is(t + 2, "later")) return shifted(*last_, static_cast<int>(*count), t, t + 3);
    if (f_.is(t + 2, "earlier") || (f_.is(t + 2, "before") && !f_.is_word(t + 3)))
      return shifted(*last_, -static_cast<int>(*count), t, t + 3);
    return std::nullopt;
  }

  // "the Sunday Ledger", "Radio 4's Today programme".
  bool is_in_name(std::uint32_t t) const {
    if (!f_.is_capital(t) || f_.begins_sentence(t)) return false;
    if (f_.is(t, "today")) return !f_.is_mark(t - 1);
    return f_.is(t - 1, "the") && f_.is_capital(t + 1) && !is_part_of_day(f_.folded(t + 1));
  }

  // "On Christmas Eve".
  std::optional<FoundDay> feast(std::uint32_t t) const {
    if (!f_.is_capital(t)) return std::nullopt;
    for (const Feast& feast : feasts()) {
      std::uint32_t end = t;
      bool whole = true;
      for_each_word(feast.words, [&](std::string_view word) {
        if (f_.is(end, "'") || f_.is(end, ".")) ++end;
        const bool same = f_.is(end, word) || (word == "s" && f_.is(end, "'s"));
        whole = whole && same;
        ++end;
      });
      if (whole) return dated(without_year(month(feast.month), feast.day), month(feast.month), feast.day, t, end);
    }
    return std::nullopt;
  }

  // The last such day, the document's own included; "last Monday" is never the document's own, "Monday of last week"
  // not this week's. "next Monday" was not yet.
  std::optional<FoundDay> weekday(std::uint32_t t) const {
    const auto wanted = weekday_of(f_.folded(t));
    if (!wanted || !f_.is_capital(t) || owner(t) || (t > 0 && !is_owner(t) && points_away(f_.folded(t - 1))))
      return std::nullopt;
    const sys_days today(*today_);
    const unsigned now = std::chrono::weekday(today).c_encoding();
    unsigned back = (now + 7 - *wanted) % 7;
    const bool last = t > 0 && f_.is(t - 1, "last");
    if (back == 0 && last) back = 7;
    const std::uint32_t first = last ? t - 1 : t;
    const bool last_week = f_.is(t + 1, "of") && f_.is(t + 2, "last") && f_.is(t + 3, "week");
    if (last_week) back = (now == 0 ? 6 : now - 1) + 7 - (*wanted == 0 ? 6 : *wanted - 1);
    return result(today - days(back), preposition(first), last_week ? t + 4 : t + 1);
  }

  // "Friday's vote": whose something is. At "Friday's meeting" people spoke on that day.
  bool owner(std::uint32_t t) const {
    if (owners_ || !is_owner(t)) return false;
    for (std::uint32_t n = t + 2; n < t + 7; ++n) {
      if (channel_noun(f_, n)) return false;
    }
    return true;
  }
  bool is_owner(std::uint32_t t) const {
    if (is_part_of_day(f_.folded(t + 1))) ++t;  // "Tuesday night's meeting"
    return (f_.is(t + 1, "'s") || (f_.is(t + 1, "'") && !f_.is_spaced(t + 1) && f_.is(t + 2, "s")));
  }

  std::optional<FoundDay> shifted(year_month_day from, int by, std::uint32_t begin, std::uint32_t end) const {
    return result(sys_days(from) + days(by), begin, end);
  }

  // "2025-06-04".
  std::optional<FoundDay> iso_date(std::uint32_t t) const {
    if (!f_.is_number(t) || f_.folded(t).size() != 4 || !f_.is(t + 1, "-") || !f_.is(t + 3, "-")) return std::nullopt;
    const auto y = number_in(f_.folded(t)), m = number_in(f_.folded(t + 2)), d = number_in(f_.folded(t + 4));
    if (!y || !m || !d || *m < 1 || *m > 12 || *d > 31) return std::nullopt;
    return dated(*y, month(*m), *d, t, t + 5);
  }

  // "June 4, 2025", "June 4", "4 June 2025", "the 4th of June".
  std::optional<FoundDay> full_date(std::uint32_t t) const {
    std::uint32_t next = t + 1;
    auto found_month = f_.is_capital(t) ? month_of(f_.folded(t)) : std::nullopt;
    std::optional<unsigned> found_day;
    if (found_month) {
      if (f_.is(next, ".") && !f_.is_spaced(next)) ++next;
      found_day = number_in(f_.folded(next));
    } else if (const std::uint32_t at_month = f_.is(t + 1, "of") ? t + 2 : t + 1;
               begins_number(t) && f_.is_capital(at_month)) {
      found_day = number_in(f_.folded(t));
      found_month = month_of(f_.folded(at_month));
      next = at_month;
    }
    if (!found_month || !found_day || *found_day == 0 || *found_day > 31) return std::nullopt;
    std::uint32_t end = next + 1;
    const std::uint32_t at_year = f_.is(end, ",") ? end + 1 : end;
    const auto found_year = number_in(f_.folded(at_year));
    if (found_year && *found_year >= 1500 && *found_year < 2200)
      return dated(*found_year, *found_month, *found_day, t, at_year + 1);
    if (!today_) return std::nullopt;
    return dated(without_year(*found_month, *found_day), *found_month, *found_day, t, end);
  }

  bool begins_number(std::uint32_t t) const {
    return !f_.folded(t).empty() && f_.folded(t).front() >= '0' && f_.folded(t).front() <= '9';
  }

  // A day of the document's year, or of the year before if it had not come yet; clocks differ by a day.
  unsigned without_year(month m, unsigned d) const {
    const year_month_day same{today_->year(), m, day(d)};
    const bool later = same.ok() && sys_days(same) > sys_days(*today_) + days(1);
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
  bool owners_;
  std::optional<year_month_day> today_, last_;
};

// "The main burst on Tuesday, and | officials said": another clause's day. What opens the sentence holds for all of it:
// "On Tuesday the council voted, and Cole said".
TokenRange last_clause(const WordForms& f, TokenRange opening) {
  static const WordSet prepositions("on at in by during late early");
  const bool heads = prepositions.contains(f.folded(opening.begin)) || weekday_of(f.folded(opening.begin));
  for (std::uint32_t t = opening.end; t-- > opening.begin + 1 && !heads;) {
    if ((f.is(t, "and") || f.is(t, "but")) && f.is(t - 1, ",")) return {t, opening.end};
  }
  return opening;
}

// "the Gazette of 14 July 1961", "a poll published on Monday", "the memo, dated Jan. 6,": what a source's own words say
// of its day.
TokenRange dated_source(const WordForms& f, const Attribution& a) {
  static const WordSet set("of dated published released issued filed posted");
  for (const TokenRange range : a.source) {
    const bool told_behind = f.is(range.end, ",") && set.contains(f.folded(range.end + 1));
    const std::uint32_t aside = told_behind ? 4 : 0;  // tokens
    for (std::uint32_t t = range.begin; t + 1 < range.end + aside; ++t) {
      const std::uint32_t day = f.is(t + 1, "on") ? t + 2 : t + 1;
      if (set.contains(f.folded(t)) && (!f.is(t, "of") || f.is_number(day)))
        return {day, std::min(day + 1, range.end + aside)};
    }
  }
  return {};
}

// "— Ann Cole (@anncole) 8 February 2025": the line under a post.
TokenRange signature(const WordForms& f, const Attribution& a) {
  if (!a.set_off || a.content.empty()) return {};
  const std::uint32_t begin = a.content.back().end;
  if (!f.is(begin, "—") && !f.is(begin, "-")) return {};
  std::uint32_t end = begin;
  while (end < f.size() && end < begin + 24 && f.paragraph(end) == f.paragraph(begin)) ++end;
  return {begin, end};
}

}  // namespace

std::optional<FoundDay> find_day(const WordForms& forms, const StatementFrame& frame, const Attribution& attribution,
                                 const KnownDays& known, bool of_document) {
  for (std::uint32_t t = attribution.cue.begin; t < attribution.cue.end; ++t) {
    if (forms.is(t, "will")) return std::nullopt;
  }
  const DayReader reader(forms, known, false);
  for (const TokenRange zone : {attribution.cue, frame.behind}) {
    if (auto found = reader.in(zone)) return found;
  }
  if (of_document) return reader.in(dated_source(forms, attribution));
  for (const TokenRange zone : {frame.between, last_clause(forms, frame.opening)}) {
    if (auto found = reader.in(zone)) return found;
  }
  if (auto found = reader.after_comma(frame.tail)) return found;
  if (auto found = reader.after_content(frame.after)) return found;
  if (auto found = reader.in(dated_source(forms, attribution))) return found;
  return reader.in(signature(forms, attribution));
}

std::optional<FoundDay> day_in(const WordForms& forms, TokenRange range, const KnownDays& known) {
  return DayReader(forms, known, true).in(range);
}

}  // namespace sayso
