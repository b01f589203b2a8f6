#include "read/dates.h"

#include <fmt/format.h>

#include <array>
#include <vector>

namespace sayso {
namespace {

using namespace std::literals;

struct MonthName {
  std::string_view name;  // lower case
  int month;
};

constexpr MonthName kMonths[] = {
    {"january", 1},            {"february", 2}, {"march", 3},      {"april", 4},     {"may", 5},       {"june", 6},
    {"july", 7},               {"august", 8},   {"september", 9},  {"october", 10},  {"november", 11}, {"december", 12},
    {"jan", 1},                {"feb", 2},      {"mar", 3},        {"apr", 4},       {"jun", 6},       {"jul", 7},
    {"aug", 8},                {"sep", 9},      {"sept", 9},       {"oct", 10},      {"nov", 11},      {"dec", 12},
    {"januar", 1},             {"jänner", 1},   {"februar", 2},    {"märz", 3},      {"mai", 5},       {"juni", 6},
    {"juli", 7},               {"oktober", 10}, {"dezember", 12},  {"janvier", 1},   {"février", 2},   {"mars", 3},
    {"avril", 4},              {"juin", 6},     {"juillet", 7},    {"août", 8},      {"septembre", 9}, {"octobre", 10},
    {"novembre", 11},          {"décembre", 12}};

// A run of digits or of letters, or one other character that is no space.
struct Piece {
  enum Type { number, word, other } type = other;
  std::size_t begin = 0;
  std::size_t end = 0;
  int value = -1;  // number: its value, up to 8 digits; word: its month or 0; other: the byte
  std::size_t size() const { return end - begin; }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

int month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 10) return 0;
  std::string lower(word);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const auto& [name, month] : kMonths) {
    if (name == lower) return month;
  }
  return 0;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char c = text[at++];
    if (c == ' ' || c == '\t') continue;
    if (is_digit(c)) {
      int value = c - '0';
      for (; at < text.size() && is_digit(text[at]); ++at) value = at - begin < 8 ? value * 10 + (text[at] - '0') : -1;
      pieces.push_back({Piece::number, begin, at, at - begin <= 8 ? value : -1});
    } else if (is_letter(c)) {
      while (at < text.size() && is_letter(text[at])) ++at;
      pieces.push_back({Piece::word, begin, at, month_of(text.substr(begin, at - begin))});
    } else {
      pieces.push_back({Piece::other, begin, at, c});
    }
  }
  return pieces;
}

std::optional<std::string> iso(int year, int month, int day) {
  constexpr std::array kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1800 || year > 2100 || month < 1 || month > 12 || day < 1 || day > kDays[month - 1]) return {};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month == 2 && day == 29 && !leap) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

// Reads one date that begins at a piece; each reader returns nothing where its pattern does not fit.
class DateAt {
 public:
  DateAt(std::string_view text, const std::vector<Piece>& pieces, std::size_t first)
      : text_(text), pieces_(pieces), first_(first), at_(first) {}

  std::optional<FoundDate> read() {
    for (const auto pattern : {&DateAt::year_first, &DateAt::numeric, &DateAt::day_month, &DateAt::month_day}) {
      at_ = first_;
      const auto date = (this->*pattern)();
      if (date) return FoundDate{*date, pieces_[first_].begin, pieces_[at_ - 1].end};
    }
    return {};
  }

 private:
  bool is(Piece::Type type) const { return at_ < pieces_.size() && pieces_[at_].type == type; }
  bool take(char c) {
    if (!is(Piece::other) || pieces_[at_].value != c) return false;
    ++at_;
    return true;
  }
  int number(std::size_t min_digits, std::size_t max_digits) {
    if (!is(Piece::number) || pieces_[at_].size() < min_digits || pieces_[at_].size() > max_digits) return -1;
    return pieces_[at_++].value;
  }
  int month() {
    if (!is(Piece::word) || pieces_[at_].value == 0) return -1;
    const int value = pieces_[at_++].value;
    take('.');
    return value;
  }
  // A day with what may follow it: "20th", "20.", "1er".
  int day() {
    const int value = number(1, 2);
    if (value < 0) return -1;
    if (is(Piece::word) && pieces_[at_].begin == pieces_[at_ - 1].end) {
      const auto suffix = text_.substr(pieces_[at_].begin, pieces_[at_].size());
      if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th" && suffix != "er") return -1;
      ++at_;
    }
    take('.');
    return value;
  }

  std::optional<std::string> year_first() {
    const int year = number(4, 4);
    if (year < 0 || !(take('-') || take('/'))) return {};
    const int month = number(1, 2);
    if (month < 0 || !(take('-') || take('/'))) return {};
    return iso(year, month, number(1, 2));
  }

  std::optional<std::string> numeric() {
    const int a = number(1, 2);
    const bool dots = a >= 0 && take('.');
    if (a < 0 || !(dots || take('/'))) return {};
    const int b = number(1, 2);
    if (b < 0 || !(dots ? take('.') : take('/'))) return {};
    const int year = number(4, 4);
    if (dots || a > 12) return iso(year, b, a);
    return b > 12 || a == b ? iso(year, a, b) : std::nullopt;  // 3/4/2024 means two days
  }

  std::optional<std::string> day_month() {
    const int d = day();
    if (d < 0) return {};
    if (is(Piece::word) && text_.substr(pieces_[at_].begin, pieces_[at_].size()) == "of") ++at_;
    while (take('-')) {
    }
    const int m = month();
    if (m < 0) return {};
    while (take(',') || take('-')) {
    }
    return iso(number(4, 4), m, d);
  }

  std::optional<std::string> month_day() {
    const int m = month();
    if (m < 0) return {};
    const int d = day();
    if (d < 0) return {};
    take(',');
    return iso(number(4, 4), m, d);
  }

  std::string_view text_;
  const std::vector<Piece>& pieces_;
  std::size_t first_;
  std::size_t at_;
};

bool can_begin(const Piece& piece) {
  return piece.type == Piece::number ? piece.size() <= 4 : piece.type == Piece::word && piece.value > 0;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text) {
  const auto pieces = pieces_of(text);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!can_begin(pieces[i])) continue;
    if (auto found = DateAt(text, pieces, i).read()) return found;
  }
  return {};
}

std::optional<std::string> iso_date(std::string_view field) {
  field = field.substr(0, 200);
  if (const auto begin = field.find_first_not_of(" \t\r\n"); begin != field.npos) field.remove_prefix(begin);
  if (const auto found = find_date(field)) return found->iso;
  if (field.size() < 8) return {};
  for (const char c : field.substr(0, 8)) {
    if (!is_digit(c)) return {};
  }
  if (field.size() > 8 && is_digit(field[8])) return {};
  const auto digits = [&](int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; ++i) value = value * 10 + (field[static_cast<std::size_t>(i)] - '0');
    return value;
  };
  return iso(digits(0, 4), digits(4, 2), digits(6, 2));
}

}  // namespace sayso
