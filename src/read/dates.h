// Dates as newspapers write them -> ISO.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {

struct FoundDate {
  std::string iso;        // YYYY-MM-DD
  std::size_t begin = 0;  // bytes, half-open
  std::size_t end = 0;
};

// The first date with day, month and year: "November 20, 2024", "20 Nov. 2024", "20th of November 2024", "2024-11-20",
// "20.11.2024", "11/20/2024" (only where it can be read one way), with English, German and French months.
std::optional<FoundDate> find_date(std::string_view text);

// What a field that holds nothing but a date says, "2024-11-20T10:15:00Z" and "20241120" too.
std::optional<std::string> iso_date(std::string_view field);

}  // namespace sayso
