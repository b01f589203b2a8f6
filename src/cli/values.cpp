#include "cli/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace sayso::cli {
namespace {

struct FormatName {
  Format format;
  std::string_view name;
  std::string_view ending;
};

constexpr std::array kFormats = {
    FormatName{Format::text, "text", ".txt"},     FormatName{Format::json, "json", ".json"},
    FormatName{Format::jsonl, "jsonl", ".jsonl"}, FormatName{Format::csv, "csv", ".csv"},
    FormatName{Format::brat, "brat", ".ann"},     FormatName{Format::html, "html", ".html"},
    FormatName{Format::claimreview, "claimreview", ".jsonl"},
    FormatName{Format::webannotation, "webannotation", ".jsonl"},
    FormatName{Format::tei, "tei", ".xml"},
};

std::string quoted(std::string_view typed) { return fmt::format("'{}'", typed); }

// All of `digits` as a number.
template <class Number>
bool read_number(std::string_view digits, Number& out) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return error == std::errc() && end == digits.data() + digits.size() && !digits.empty();
}

unsigned days_in(unsigned year, unsigned month) {
  constexpr std::array<unsigned, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[month - 1] + (leap && month == 2 ? 1 : 0);
}

bool is_date(std::string_view typed) {
  unsigned year = 0, month = 0, day = 0;
  if (typed.size() != 10 || typed[4] != '-' || typed[7] != '-') return false;
  if (!read_number(typed.substr(0, 4), year) || !read_number(typed.substr(5, 2), month)) return false;
  if (!read_number(typed.substr(8, 2), day) || month < 1 || month > 12) return false;
  return day >= 1 && day <= days_in(year, month);
}

// The digits of a time that is written with or without marks between them.
std::string digits_of_time(std::string_view typed) {
  std::string digits;
  for (const char c : typed) {
    if (c >= '0' && c <= '9') digits.push_back(c);
    else if (std::string_view("-:T Z").find(c) == std::string_view::npos) return {};
  }
  return digits;
}

// 'k' -> 10 bits; 0 for a plain number.
unsigned unit_bits(char last) {
  switch (last) {
    case 'k':
    case 'K':
      return 10;
    case 'm':
    case 'M':
      return 20;
    case 'g':
    case 'G':
      return 30;
    default:
      return 0;
  }
}

}  // namespace

std::string read_format(std::string_view typed, std::optional<Format>& out) {
  std::string names;
  for (const FormatName& known : kFormats) {
    if (known.name == typed) out = known.format;
    if (known.name == typed) return "";
    names += (names.empty() ? "" : ", ") + std::string(known.name);
  }
  return "no format " + quoted(typed) + "; there are: " + names;
}

std::string read_date(std::string_view typed, std::optional<std::string>& out) {
  if (!is_date(typed)) return quoted(typed) + " is no date; write YYYY-MM-DD, as in 2025-03-31";
  out = std::string(typed);
  return "";
}

std::string read_time(std::string_view typed, std::optional<std::string>& out) {
  std::string digits = digits_of_time(typed);
  if (digits.size() < 4 || digits.size() > 14 || digits.size() % 2 != 0)
    return quoted(typed) + " is no time; write YYYY-MM-DD, or YYYYMMDDhhmmss or its beginning";
  out = std::move(digits);
  return "";
}

std::string read_size(std::string_view typed, std::size_t& out) {
  const unsigned bits = typed.empty() ? 0 : unit_bits(typed.back());
  std::size_t number = 0;
  const bool good = read_number(typed.substr(0, typed.size() - (bits > 0)), number);
  if (!good || number == 0 || number > (~std::size_t{0} >> bits))
    return quoted(typed) + " is no size; write a number of bytes, or one with k, M or G, as in 64M";
  out = number << bits;
  return "";
}

std::string read_map(std::string_view typed, std::vector<FieldName>& out) {
  constexpr std::array<std::string_view, 8> kFields = {"text", "id", "url", "title", "outlet", "authors", "published", "language"};
  std::vector<FieldName> map;
  while (!typed.empty()) {
    const std::string_view pair = typed.substr(0, typed.find(','));
    typed.remove_prefix(std::min(pair.size() + 1, typed.size()));
    const auto equals = pair.find('=');
    std::string_view field = pair.substr(0, equals);
    if (field == "date") field = "published";
    if (field == "author") field = "authors";
    if (std::find(kFields.begin(), kFields.end(), field) == kFields.end())
      return "no field " + quoted(field) + "; there are: text, id, url, title, outlet, authors, date, language";
    if (equals == pair.npos || equals + 1 == pair.size()) return quoted(pair) + " has no name; write FIELD=NAME, as in text=content";
    map.push_back({std::string(field), std::string(pair.substr(equals + 1))});
  }
  if (map.empty()) return "is empty";
  out = std::move(map);
  return "";
}

std::string read_jobs(std::string_view typed, unsigned& out) {
  constexpr unsigned kMost = 1024;
  unsigned number = 0;
  if (!read_number(typed, number) || number < 1 || number > kMost)
    return quoted(typed) + " is no number of jobs; write one from 1 to " + std::to_string(kMost);
  out = number;
  return "";
}

std::string read_duration(std::string_view typed, std::chrono::seconds& out) {
  constexpr std::int64_t kMost = 366 * 86400;
  const char unit = typed.empty() ? '?' : typed.back();
  const std::int64_t seconds = unit == 's' ? 1 : unit == 'm' ? 60 : unit == 'h' ? 3600 : unit == 'd' ? 86400 : 0;
  std::int64_t number = 0;
  const bool good = seconds > 0 && read_number(typed.substr(0, typed.size() - 1), number);
  if (!good || number < 0 || number > kMost / seconds) return quoted(typed) + " is no time; write 90s, 15m, 2h or 1d";
  out = std::chrono::seconds(number * seconds);
  return "";
}

std::string read_json_or_text(std::string_view typed, std::optional<bool>& json) {
  if (typed != "text" && typed != "json") return "no format " + quoted(typed) + "; there are: text, json";
  json = typed == "json";
  return "";
}

std::string read_count(std::string_view typed, std::size_t& out) {
  if (!read_number(typed, out) || out == 0) return quoted(typed) + " is no number; write one from 1";
  return "";
}

std::string read_text(std::string_view typed, std::string& out) {
  if (typed.empty()) return "is empty";
  out = std::string(typed);
  return "";
}

std::string_view name_of(Format format) { return kFormats[static_cast<std::size_t>(format)].name; }
std::string_view ending_of(Format format) { return kFormats[static_cast<std::size_t>(format)].ending; }

}  // namespace sayso::cli
