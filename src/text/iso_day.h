// "2026-03-06" -> a day of the calendar.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace sayso {

// Of an ISO date, YYYY-MM-DD, or a time that begins with one; nothing where it is none or no such day exists.
std::optional<std::chrono::year_month_day> iso_day(std::string_view iso);

}  // namespace sayso
