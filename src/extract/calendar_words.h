// Words for days: numbers, weekdays, months, feasts. All words are lower-cased.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

namespace sayso {

std::optional<unsigned> number_in(std::string_view text);           // "4", "4th"
std::optional<unsigned> weekday_of(std::string_view word);          // days since Sunday
std::optional<std::chrono::month> month_of(std::string_view word);  // "sept", "jan", "march"
std::optional<unsigned> small_number(std::string_view word);        // "two days later", "a day earlier": 1 to 31
std::span<const std::string_view> weekday_names();
std::span<const std::string_view> month_names();
bool is_part_of_day(std::string_view word);

// Falls on the same day every year.
struct Feast {
  std::string_view words;  // apostrophes left out
  unsigned month, day;
};
std::span<const Feast> feasts();

}  // namespace sayso
