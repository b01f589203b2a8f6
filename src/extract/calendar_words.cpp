#include "extract/calendar_words.h"

#include <array>
#include <charconv>

#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

constexpr std::array<Feast, 9> kFeasts{{{"christmas day", 12, 25},
                                        {"christmas eve", 12, 24},
                                        {"boxing day", 12, 26},
                                        {"new year s day", 1, 1},
                                        {"new year s eve", 12, 31},
                                        {"halloween", 10, 31},
                                        {"valentine s day", 2, 14},
                                        {"st patrick s day", 3, 17},
                                        {"fourth of july", 7, 4}}};

}  // namespace

std::optional<unsigned> number_in(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const bool ordinal = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return error == std::errc() && ordinal ? std::optional(value) : std::nullopt;
}

std::optional<unsigned> weekday_of(std::string_view word) {
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    if (word == kWeekdays[i]) return i;
  }
  return std::nullopt;
}

// "Sept.", "Jan", "March".
std::optional<std::chrono::month> month_of(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    const bool short_form =
        word.size() <= 4 && word != "mar" ? kMonths[i].starts_with(word) : word == kMonths[i].substr(0, 3);
    if (word == kMonths[i] || short_form) return std::chrono::month(i + 1);
  }
  return std::nullopt;
}

// "two days later", "a day earlier".
std::optional<unsigned> small_number(std::string_view word) {
  constexpr std::array<std::string_view, 8> kWords{"", "one", "two", "three", "four", "five", "six", "seven"};
  if (word == "a") return 1;
  for (unsigned i = 1; i < kWords.size(); ++i) {
    if (word == kWords[i]) return i;
  }
  const auto value = number_in(word);
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

bool is_part_of_day(std::string_view word) {
  static const WordSet set("morning afternoon evening night lunchtime");
  return set.contains(word);
}

std::span<const std::string_view> weekday_names() { return kWeekdays; }

std::span<const std::string_view> month_names() { return kMonths; }

std::span<const Feast> feasts() { return kFeasts; }

}  // namespace sayso
