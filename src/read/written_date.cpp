#include "read/written_date.h"

#include <fmt/format.h>

#include <chrono>

#include "read/dates.h"
#include "text/ascii.h"


namespace sayso {
namespace {

using namespace std::literals;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

struct Zone {
  std::string_view name;
  int hours;
};

constexpr Zone kZones[] = {{"ut", 0},   {"utc", 0},  {"gmt", 0},  {"z", 0},    {"adt", -3}, {"ast", -4}, {"at", -4}, {"edt", -4}, {"est", -5},
                           {"et", -5},  {"cdt", -5}, {"cst", -6}, {"ct", -6},  {"mdt", -6}, {"mst", -7}, {"mt", -7}, {"pdt", -7}, {"pst", -8},
                           {"pt", -8},  {"a", -1},   {"n", 1},    {"m", -12},  {"y", 12},   {"met", 1},  {"mest", 2}, {"bst", 1}, {"cet", 1},
                           {"cest", 2}, {"eet", 2},  {"eest", 3}, {"msk", 3},  {"ist", 5},  {"jst", 9},  {"kst", 9}};

struct MonthName {
  std::string_view begins;  // lower case
  int month;
};

// Beyond those of dates.cpp: English by three letters, Hungarian, Greek.
constexpr MonthName kMonths[] = {
    {"jan", 1},  {"feb", 2},  {"mar", 3},  {"apr", 4},  {"may", 5},  {"jun", 6},  {"jul", 7},  {"aug", 8},  {"sep", 9},  {"oct", 10},
    {"nov", 11}, {"dec", 12}, {"mai", 5},  {"okt", 10}, {"dez", 12}, {"márc", 3}, {"ápr", 4},  {"máj", 5},  {"jún", 6},  {"júl", 7},
    {"szept", 9}, {"Ιαν", 1}, {"Φεβ", 2},  {"Μάώ", 3},  {"Μαώ", 3},  {"Μαρ", 3},  {"Μάρ", 3},  {"Απρ", 4},  {"Μάι", 5},  {"Μαϊ", 5},
    {"Μαι", 5},  {"Ιούν", 6}, {"Ιον", 6},  {"Ιουν", 6}, {"Ιούλ", 7}, {"Ιολ", 7},  {"Ιουλ", 7}, {"Αύγ", 8},  {"Αυγ", 8},  {"Σεπ", 9},
    {"Οκτ", 10}, {"Νοέ", 11}, {"Νοε", 11}, {"Δεκ", 12}};

int month_of(std::string_view word) {
  const std::string name = lower_ascii(word);
  for (const auto& [begins, month] : kMonths) {
    if (name.starts_with(begins)) return month;
  }
  return 0;
}

// Reads a date from left to right: numbers and a month's name, a time, a zone, in any of the usual orders.
class Reading {
 public:
  explicit Reading(std::string_view text) : text_(text) {}

  bool run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_digit(c)) {
        if (!number()) return false;
      } else if (is_letter(c)) {
        word();
      } else if (timed_ && (c == '+' || c == '-') && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) {
        offset();
      } else {
        ++at_;
      }
    }
    return numbers_ > 0 && resolve();
  }

  std::chrono::year_month_day day() const { return date_; }
  std::int64_t seconds() const {
    const auto days = std::chrono::sys_days(date_).time_since_epoch().count();
    return days * 86400 + hour_ * 3600 + minute_ * 60 + second_ - zone_;
  }

 private:
  struct Number {
    int value = 0;
    std::size_t digits = 0;
  };

  Number digits() {
    Number out;
    for (; at_ < text_.size() && is_digit(text_[at_]); ++at_, ++out.digits) {
      if (out.digits < 9) out.value = out.value * 10 + (text_[at_] - '0');
    }
    return out;
  }
  bool next_is(char c) const { return at_ + 1 < text_.size() && text_[at_] == c && is_digit(text_[at_ + 1]); }

  bool number() {
    const Number first = digits();
    if (first.digits > 8) return false;
    if (!timed_ && first.digits <= 2 && next_is(':')) {
      hour_ = first.value;
      ++at_;
      minute_ = digits().value;
      if (next_is(':')) {
        ++at_;
        second_ = digits().value;
      }
      if (next_is('.')) {
        ++at_;
        digits();
      }
      timed_ = true;
      return true;
    }
    if (timed_ && date_is_there() && first.digits == 4) return true;  // "0000" behind a time: no zone
    if (numbers_ == 3) return true;
    values_[numbers_++] = first;
    return true;
  }

  bool date_is_there() const { return numbers_ + (month_ != 0) >= 3; }

  void word() {
    const auto begin = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    const auto name = text_.substr(begin, at_ - begin);
    if (name == "오후" && hour_ < 12) afternoon_ = true;  // in front of the time
    if (lower_ascii(name) == "pm" && timed_ && hour_ < 12) hour_ += 12;
    if (lower_ascii(name) == "am" && timed_ && hour_ == 12) hour_ = 0;
    if (name == "오전" || name == "오후" || name == "년") korean_ = true;
    const bool weekday = numbers_ == 0 && at_ < text_.size() && text_[at_] == ',';  // "Mar, 2 Jun"
    if (month_ == 0 && !weekday) month_ = month_of(name);
    if (!timed_) return;
    for (const auto& zone : kZones) {
      if (lower_ascii(name) == zone.name) zone_ = zone.hours * 3600;
    }
  }

  // +05:30, +0530, +5, GMT+2.
  void offset() {
    const int sign = text_[at_++] == '-' ? -1 : 1;
    const Number first = digits();
    int hours = first.digits > 2 ? first.value / 100 : first.value;
    int minutes = first.digits > 2 ? first.value % 100 : 0;
    if (first.digits <= 2 && next_is(':')) {
      ++at_;
      minutes = digits().value;
    }
    if (hours < 24 && minutes < 60) zone_ = sign * (hours * 3600 + minutes * 60);
  }

  static int full_year(Number year) { return year.digits > 2 ? year.value : year.value + (year.value < 90 ? 2000 : 1900); }

  bool set(int year, int month, int day) {
    date_ = {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
    if (korean_) zone_ = 9 * 3600;
    if (afternoon_ && hour_ < 12) hour_ += 12;
    if (second_ == 60) second_ = 59;
    return date_.ok() && year >= 1000 && hour_ < 24 && minute_ < 60 && second_ < 60;
  }

  bool resolve() {
    const auto& [a, b, c] = values_;
    if (month_ != 0) {
      if (numbers_ < 2) return numbers_ == 1 && a.digits == 4 && set(a.value, month_, 1);
      if (a.digits == 4) return set(a.value, month_, b.value);
      return set(full_year(b), month_, a.value);
    }
    if (numbers_ == 1) return one_number(a);
    if (a.digits == 4 && numbers_ == 2 && b.digits == 3) return day_of_year(a.value, b.value);
    if (a.digits == 4) return set(a.value, b.value, numbers_ == 3 ? c.value : 1);
    return false;
  }

  bool one_number(Number a) {
    if (a.digits == 8) return set(a.value / 10000, a.value / 100 % 100, a.value % 100);
    if (a.digits == 7) return day_of_year(a.value / 1000, a.value % 1000);
    if (a.digits == 6) return set(2000 + a.value / 10000, a.value / 100 % 100, a.value % 100);
    return a.digits == 4 && set(a.value, 1, 1);
  }

  bool day_of_year(int year, int day) {
    if (day < 1 || day > 366) return false;
    const auto first = std::chrono::sys_days(std::chrono::year(year) / 1 / 1);
    const std::chrono::year_month_day date(first + std::chrono::days(day - 1));
    const auto number_of = [](auto part) { return static_cast<int>(static_cast<unsigned>(part)); };
    return set(static_cast<int>(date.year()), number_of(date.month()), number_of(date.day()));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Number values_[3];
  int numbers_ = 0;
  int month_ = 0;
  int hour_ = 0, minute_ = 0, second_ = 0;
  int zone_ = 0;  // seconds east
  bool timed_ = false, afternoon_ = false, korean_ = false;
  std::chrono::year_month_day date_{};
};

}  // namespace

WrittenDate written_date(std::string_view written) {
  WrittenDate out;
  constexpr auto kSpace = " \t\r\n"sv;
  const auto begin = written.find_first_not_of(kSpace);
  if (begin == written.npos) return out;
  written = written.substr(begin, written.find_last_not_of(kSpace) - begin + 1);
  out.written = written;
  Reading reading(written.substr(0, 100));
  if (reading.run()) {
    const auto day = reading.day();
    out.day = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    out.seconds = reading.seconds();
  } else {
    out.day = iso_date(written);
  }
  return out;
}

}  // namespace sayso
